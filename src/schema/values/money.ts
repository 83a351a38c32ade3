import { present } from '../../model/present.ts';
import { moved, numberFrom } from '../../text/decimal.ts';
import { decimalIn, FIGURE, writeFigure } from './figure.ts';
import { plainValue } from './plain.ts';

/** How many places each unit moves the point. */
const PLACES: Record<string, number> = { 元: 0, 千元: 3, 万: 4, 万元: 4 };

const FORM = new RegExp(`^¥?(${FIGURE})(${Object.keys(PLACES).join('|')})?$`);

/** Reads an amount of money, in yuan: `20000`, `20,000元`, `￥20000`, `2万`, `2万元`, `20千元`. */
export function readMoney(written: string): { value: number } | undefined {
  const [, figure, unit = '元'] = FORM.exec(plainValue(written) ?? '') ?? [];
  const value =
    figure === undefined ? undefined : numberFrom(moved(decimalIn(figure), present(PLACES[unit], 'unit of money')));
  return value === undefined ? undefined : { value };
}

/** An amount of yuan as a figure. */
export const writeMoney = ({ value }: { value: number }): string => writeFigure(value);
