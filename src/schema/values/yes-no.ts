import { plainValue } from './plain.ts';

const YES = ['true', '是', '有', '已', '√', 'yes'];
const NO = ['false', '否', '无', '未', '×', 'no'];

/** Reads a yes or a no: `true`, `是`, `有`, `已`, `√`, `yes`; `false`, `否`, `无`, `未`, `×`, `no`. */
export function readYesNo(written: string): { value: boolean } | undefined {
  const text = plainValue(written)?.toLowerCase() ?? '';
  if (YES.includes(text)) return { value: true };
  return NO.includes(text) ? { value: false } : undefined;
}

/** A yes or a no as YAML has it. */
export const writeYesNo = ({ value }: { value: boolean }): string => String(value);
