import type { Words } from '../model/finding.ts';

const TOTAL =
  /^(?:本页|本表|本年|全年|上半年|下半年)?(?:[合总小共累]\s*计|汇\s*总|总\s*数|平\s*均(?:值|数|分)?|(?:sub)?totals?|sum|average)(?:\s*[（(:：].*)?$/i;

const FOOTER =
  /^(?:单位|科室|部门)?(?:填表|填报|制表|制单|编制|审核|审批|复核|批准|负责|经办|联系|签字|签名|盖章|打印|日期|注|备注|说明|附注)[^\s:：]{0,6}\s*[:：]/;

/** Whether a row begins as what stands below a table does: a remark on it, or who filled it in. */
export const isFooter = (first: string): boolean => FOOTER.test(first);

/**
 * Why a row is no item of a list, by what its cells show and the headers above them; undefined where it may be one. `isCode`
 * tells whether a cell holds one of the codes that its header asks for: an item may be called 负责人培训班：第一期, and no
 * footer has its level.
 */
export function spareRow<Of extends { header: string; text: string }>(
  cells: readonly Of[],
  isCode: (cell: Of) => boolean,
): Words | undefined {
  const first = cells[0]?.text ?? '';
  if (TOTAL.test(first)) return { zh: '合计行', en: 'a row of totals' };
  if (isFooter(first) && !cells.some(isCode)) return { zh: '表尾', en: 'a footer' };
  if (cells.every(({ header, text }) => text === header)) return { zh: '又一行表头', en: 'the headers again' };
  return undefined;
}
