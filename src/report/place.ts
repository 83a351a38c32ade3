import type { Finding, Language } from '../model/finding.ts';
import { visible } from '../text/visible.ts';
import { cellOf } from '../tree/yaml/cell-comment.ts';

/** The cell of a workbook that a finding is about, in words; empty where there is none. */
export function cellNamed(found: Pick<Finding, 'source' | 'key'>, lang: Language): string {
  const cell = cellOf(found);
  return cell === undefined ? '' : `${lang === 'zh' ? '单元格' : 'cell'} ${visible(cell)}`;
}

/** Where a finding stands in its file, with the cell that it is about where there is one. */
export function placeIn(finding: Finding): string {
  const cell = cellOf(finding);
  return `${finding.line}:${finding.column}${cell === undefined ? '' : ` ${cell}`}`;
}
