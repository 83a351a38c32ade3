import type { Severity, Words } from '../finding.ts';

/** A rule of reading files: its findings come before any rule of a notice. */
export interface FileRule {
  id: string;
  severity: Severity;
  title: Words;
}

/** The ids of yaml/ and schema/ findings, sorted. */
export const fileRules: readonly FileRule[] = [
  { id: 'schema/date', severity: 'error', title: { zh: '日期写成 YYYY-MM-DD', en: 'Dates are written YYYY-MM-DD' } },
  { id: 'schema/enum', severity: 'error', title: { zh: '取值在规定的几种之内', en: 'Values are among those allowed' } },
  { id: 'schema/kind', severity: 'error', title: { zh: '文种是规定的五种之一', en: 'The kind is one of the five' } },
  { id: 'schema/range', severity: 'error', title: { zh: '数字在允许的范围内', en: 'Numbers lie within their limits' } },
  { id: 'schema/required', severity: 'error', title: { zh: '必填项齐全', en: 'Required keys are there' } },
  { id: 'schema/type', severity: 'error', title: { zh: '内容是规定的类型', en: 'Values are of the type asked' } },
  {
    id: 'schema/unknown-key',
    severity: 'error',
    title: { zh: '没有规定之外的项', en: 'No key outside the vocabulary' },
  },
  { id: 'yaml/duplicate-key', severity: 'error', title: { zh: '同一项只写一次', en: 'Each key stands once' } },
  { id: 'yaml/encoding', severity: 'error', title: { zh: '文件是 UTF-8 文本', en: 'Files are text in UTF-8' } },
  {
    id: 'yaml/limit',
    severity: 'error',
    title: { zh: '文件大小和层数在限度内', en: 'Size and nesting stay within limits' },
  },
  { id: 'yaml/syntax', severity: 'error', title: { zh: '文件是正确的 YAML', en: 'Files are valid YAML' } },
];
