import { type Finding, same } from '../model/finding.ts';
import { byPlace } from '../model/order.ts';
import type { EditionRecord } from '../model/record-types.ts';
import { draftsIn } from '../notices/drafts.ts';
import { validatorOf } from '../schema/validators.ts';
import { segmentsOf } from '../tree/yaml/positions.ts';
import { EditionText, type Mistake } from './edition-text.ts';
import { schemaMistakes } from './schema-mistakes.ts';
import { type Known, soundness } from './soundness.ts';

/** What came of checking an edition. */
export interface CheckedEdition {
  findings: Finding[];
  /** What it says, as far as it can be read. */
  data: EditionRecord | undefined;
  /** How much of it nobody has compared with the notice yet. */
  drafts: number;
}

/** Checks whether an edition is whole and sound, and tells each mistake at its place. */
export async function checkEdition(file: string, text: string, known: Known): Promise<CheckedEdition> {
  const read = new EditionText(file, text);
  if (read.data === undefined && read.findings.length > 0)
    return { findings: read.findings, data: undefined, drafts: 0 };
  const { data } = read;
  if (!isEdition(data))
    return { findings: [...read.findings, read.finding(noEdition, null)].sort(byPlace), data: undefined, drafts: 0 };
  const validate = await validatorOf('edition');
  const wrong = validate(data) ? [] : schemaMistakes(data, validate.errors ?? []);
  const sound = soundPart(
    data,
    wrong.map(({ path }) => path),
  );
  const mistakes = sound ? [...wrong, ...soundness(sound, known)] : wrong;
  const subject = sound ? `${sound.notice}/${sound.edition}` : null;
  const findings = [...read.findings, ...mistakes.map((mistake) => read.finding(mistake, subject))].sort(byPlace);
  return { findings, data: sound, drafts: sound ? draftsIn(sound).length : 0 };
}

/** Whether data are meant as an edition at all. */
const isEdition = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && ['notice', 'edition', 'values'].some((key) => key in data);

const noEdition: Mistake = {
  rule: 'edition/heading',
  path: '',
  atKey: true,
  message: { zh: '这不是通知版本的文件', en: 'This is no edition of a notice' },
  remedy: {
    zh: '版本文件用 hn-gp edition new 生成；检查计划等记录用 hn-gp check',
    en: 'Begin an edition with hn-gp edition new; check plans and other records with hn-gp check',
  },
};

/** Lists of an edition whose entries stand by themselves: a mistake in one leaves the others to be looked at. */
const LISTS: ReadonlySet<string> = new Set(['values', 'rules', 'clauses']);

/** An edition without the values, rules and paragraphs that are not as the schema asks; undefined where more is wrong. */
function soundPart(data: unknown, wrong: readonly string[]): EditionRecord | undefined {
  const sound = structuredClone(data) as Record<string, Record<string, unknown> | Record<string, unknown>[]>;
  for (const [list = '', entry] of wrong.map(segmentsOf)) {
    const all = sound[list];
    if (!LISTS.has(list) || typeof all !== 'object') return undefined;
    // What a value lacks as a whole is missing all the same.
    if (entry === undefined) {
      if (list === 'values' && !Array.isArray(all)) continue;
      return undefined;
    }
    if (!Array.isArray(all)) delete all[entry];
    else all[Number(entry)] = { ...paragraph, clause: String(all[Number(entry)]?.clause ?? '') };
  }
  return sound as unknown as EditionRecord;
}

/** What stands for a paragraph that is not as the schema asks, so that nothing more is said of it. */
const paragraph = { summary: same(''), owedBy: same(''), reason: same('') };
