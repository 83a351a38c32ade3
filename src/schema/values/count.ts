import { moved, numberFrom } from '../../text/decimal.ts';
import { type Amount, AT_LEAST, decimalIn, FIGURE, writeAmount } from './figure.ts';
import { NUMERAL, readNumeral } from './numeral.ts';
import { plainValue } from './plain.ts';

/** What may stand behind a count or a score; a column of a workbook says which of them fit. */
export const COUNT_UNITS = [
  '人',
  '名',
  '个月',
  '期',
  '批',
  '次',
  '道',
  '题',
  '分',
  '篇',
  '个',
  '岁',
  '年',
  '月',
] as const;

const FORM = new RegExp(`^(${AT_LEAST})?(?:(${FIGURE})(万)?|(${NUMERAL}?))(${COUNT_UNITS.join('|')})?(以上)?$`);

/**
 * Reads a count or a score: `80`, `80人`, `1,200`, `5万`, `八十人`; `≥80`, `不少于80人` and `80人以上` are promises of at
 * least so much. Without `units`, any unit may stand behind it. A range, a figure with 约 and a unit of something else are none.
 */
export function readCount(written: string, { units }: { units?: readonly string[] } = {}): Amount | undefined {
  const match = FORM.exec(plainValue(written) ?? '');
  if (!match) return undefined;
  const [, least, figure, tenThousands, numeral = '', unit, orMore] = match;
  if (unit !== undefined && units?.includes(unit) === false) return undefined;
  if (least !== undefined && orMore !== undefined) return undefined;
  const value =
    figure === undefined
      ? readNumeral(numeral)
      : numberFrom(moved(decimalIn(figure), tenThousands === undefined ? 0 : 4));
  return value === undefined ? undefined : { value, isLeast: (least ?? orMore) !== undefined };
}

/** Reads a number of months, as a count behind which no years stand: that would be another number. */
export const readMonths = (
  written: string,
  { units = COUNT_UNITS }: { units?: readonly string[] } = {},
): Amount | undefined => readCount(written, { units: units.filter((unit) => unit !== '年') });

/** A count as it stands first among its forms. */
export const writeCount = writeAmount;
