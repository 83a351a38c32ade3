import type { Words } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';

const nothingMore: Words = { zh: '', en: '' };

/** A path that is not there; `more` ends the sentence. */
export const noSuch = (given: string, more: Words = nothingMore): UsageError =>
  new UsageError(`找不到文件或文件夹：${given}${more.zh}`, `No such file or folder: ${given}${more.en}`);

/** A folder or glob that leads to no record's file; `more` ends the sentence. */
export const noFile = (given: string, more: Words = nothingMore): UsageError =>
  new UsageError(
    `没有找到要检查的 YAML 文件或 Excel 工作簿：${given}${more.zh}`,
    `No YAML file or workbook to check in: ${given}${more.en}`,
  );
