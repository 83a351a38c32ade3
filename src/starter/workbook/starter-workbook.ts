import isEqual from 'fast-deep-equal';
import type { Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { isTree, type Tree, type Value } from '../layout.ts';
import type { StarterRequest } from '../request.ts';
import { drafted } from '../starter.ts';
import { writeWorkbook } from './template.ts';

/** The workbook for what a starter is asked for, and what to tell the one who asked. Throws a UsageError for a base that cannot be meant. */
export async function starterWorkbook(request: StarterRequest): Promise<{ bytes: Uint8Array; notes: Words[] }> {
  const { kind, keys, lang } = request;
  const { edition, drafts, notes, isNamed } = drafted(request, () => undefined);
  const [first, another] = drafts;
  const known = drafts.map(({ tree }) => tree).reduce(inCommon);
  const remarks = another ? new Map() : (first?.remarks ?? new Map());
  if (another) notes.push(oneOf(drafts.length, kind));
  if (!isNamed)
    notes.push({
      zh: '没有写 --base，基地名称还空着，请在工作簿里填上全称',
      en: 'without --base no base is named yet: write its full name into the workbook',
    });
  return { bytes: await writeWorkbook({ kind, known, remarks, notes, edition, keys, lang }), notes };
}

/** What two records agree in. */
const inCommon = (one: Tree, other: Tree): Tree =>
  Object.fromEntries(Object.keys(one).map((key) => [key, common(one[key], other[key])]));

function common(one: Value, other: Value): Value {
  if (isTree(one) && isTree(other)) return inCommon(one, other);
  return isEqual(one, other) ? one : undefined;
}

/** Says that a workbook is for one of several records. */
function oneOf(count: number, kind: Kind): Words {
  const [zh, en] = kind === 'pairing' ? ['对', 'pairs'] : ['期', 'sessions'];
  return {
    zh: `共有 ${count} ${zh}，一个工作簿只填一${zh}：各${zh}相同的已填好，其余空着；另外几${zh}请各用一个工作簿`,
    en: `there are ${count} ${en} and a workbook is for one: what they have in common is filled in; use a workbook for each`,
  };
}
