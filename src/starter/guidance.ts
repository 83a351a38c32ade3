import { ruleIn } from '../engine/in-edition.ts';
import type { Rule } from '../engine/rule.ts';
import type { Policy, Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { type Edition, type NoticeValues, valuesOf } from '../notices/edition.ts';
import type { Subject } from '../records/set.ts';
import { percent } from '../rules/common/share.ts';
import { rules } from '../rules/index.ts';
import { nameOfCode } from '../schema/vocabulary/code-name.ts';
import { propertyAt } from '../schema/vocabulary/shape.ts';

type Level = 'hospital' | 'provincial';

/** One thing that a notice says of a field: the value or row whose clause it carries, the words, and the level that it concerns alone. */
type Sentence<Name> = [clauseOf: Name | { clause: string }, zh: string, en: string, level?: Level | undefined];

/** Writes down what the notice says of a field. */
type Say<Notice extends Policy> = (path: string, ...sentences: Sentence<keyof NoticeValues[Notice]>[]) => void;

/** Where the paths of a subject's hints begin in a record of a kind. */
const roots: Record<Kind, Partial<Record<Subject['kind'], string>>> = {
  plan: { base: '', session: '/sessions/*' },
  session: { session: '' },
  province: { province: '', session: '/sessions/*' },
  pairing: { pairing: '', network: '' },
  'city-program': { city: '' },
};

/** What a rule would have an author know of the fields of a record of a kind. */
function hintsOf(rule: Rule, kind: Kind, edition: Edition): { path: string; sentence: Sentence<string> }[] {
  if (!rule.hints || rule.policy !== edition.notice) return [];
  const inEdition = ruleIn(rule, edition);
  if (inEdition.isOff) return [];
  const subjects = [rule.subject].flat() as Subject['kind'][];
  return inEdition.hints.flatMap(({ path, hint: { zh, en, level }, clause }) => {
    const at = subjects
      .map((subject) => roots[kind][subject])
      .flatMap((root) => (root === undefined ? [] : `${root}${path}`))
      .find((full) => propertyAt(kind, full));
    return at === undefined ? [] : { path: at, sentence: [{ clause }, zh, en, level] };
  });
}

/**
 * What to know of a field before filling it in, with the numbers of the edition in force and their clause: hints by JSON
 * pointer with English names and `*` for list places, such as `/sessions/*\/online/hours`. A field without a number of the
 * notices has none; its schema describes it. With a `level`, what concerns sessions of the other level alone is left out.
 */
export function guidance(kind: Kind, edition: Edition | undefined, level?: Level): ReadonlyMap<string, Words> {
  const hints = new Map<string, Words>();
  if (!edition) return hints;
  const said = new Map<string, Sentence<string>[]>();
  const say = (path: string, ...all: Sentence<string>[]) => said.set(path, [...(said.get(path) ?? []), ...all]);
  for (const rule of rules) for (const { path, sentence } of hintsOf(rule, kind, edition)) say(path, sentence);
  const write = (path: string, all: Sentence<string>[]) => {
    const sentences = all.filter(([, , , only]) => only === undefined || level === undefined || only === level);
    const clauses = sentences.map(([of]) => (typeof of === 'string' ? edition.values[of]?.clause : of.clause));
    const each = sentences.map(([, zh, en], index) => {
      const clause = clauses[index];
      // Once for sentences in a row from the same clause.
      const repeated = clauses[index + 1] === clause;
      return repeated ? { zh, en } : { zh: `${zh}（${clause}）`, en: `${en} (${clause})` };
    });
    if (each.length > 0)
      hints.set(path, { zh: each.map(({ zh }) => zh).join('；'), en: each.map(({ en }) => en).join('; ') });
  };
  switch (kind) {
    case 'pairing':
      sayOfPairing(valuesOf<'pairing'>(edition.values), say);
      break;
    case 'city-program':
      sayOfCity(valuesOf<'haikou'>(edition.values), say);
      break;
  }
  for (const [path, all] of said) write(path, all);
  return hints;
}

/** Several things in a row, in both languages. */
const joined = (words: readonly Words[]): Words => ({
  zh: words.map(({ zh }) => zh).join('、'),
  en: words.map(({ en }) => en).join(', '),
});

/** Codes that may stand at a path, by their names. */
const named = (kind: Kind, path: string, codes: readonly string[]): Words =>
  joined(codes.map((code) => nameOfCode(kind, path, code)));

function sayOfPairing(values: NoticeValues['pairing'], say: Say<'pairing'>): void {
  const codes = (path: string, all: readonly string[]) => named('pairing', path, all);
  const helpers = joined(values.pairs.map(({ helper }) => ({ zh: helper, en: helper })));
  const pairs = values.pairs.map(({ helper, helped }) => `${helper} → ${helped.join('、')}`).join('；');
  say('/helper', ['pairs', `附件里的培训基地：${helpers.zh}`, `the annex's helpers: ${helpers.en}`]);
  say('/helped', ['pairs', `附件里的结对：${pairs}`, `the annex's pairs: ${pairs}`]);
  const { termYears, planYears, filingDeadline, areas } = values;
  say('/agreement/end', ['termYears', `帮扶不少于 ${termYears} 年`, `a term of at least ${termYears} years`]);
  for (const step of ['filed'])
    say(`/agreement/${step}`, ['filingDeadline', `不晚于 ${filingDeadline}`, `by ${filingDeadline}`]);
  const contents = codes('/agreement/contents', values.agreementContents);
  say('/agreement/contents', ['agreementContents', `都要写进协议：${contents.zh}`, `all of them: ${contents.en}`]);
  for (const seat of ['leader', 'deputies', 'members']) {
    const posts = joined(
      values.leadingGroup
        .filter((asked) => asked.seat === seat)
        .map(({ post, side }) => {
          const held = codes('/leadingGroup/leader/post', [post]);
          const from = codes('/leadingGroup/leader/side', side === undefined ? [] : [side]);
          // 培训基地负责人 names its side itself.
          return {
            zh: held.zh.startsWith(from.zh) ? held.zh : `${from.zh}${held.zh}`,
            en: `${from.en} ${held.en}`.trim(),
          };
        }),
    );
    if (posts.zh !== '') say(`/leadingGroup/${seat}`, ['leadingGroup', `要有：${posts.zh}`, `must have: ${posts.en}`]);
  }
  say('/surveys', [
    'surveys',
    `不少于 ${values.surveys} 次，在定计划之前`,
    `at least ${values.surveys}, before the plan is adopted`,
  ]);
  say('/plan/end', ['planYears', `不少于 ${planYears} 年`, `at least ${planYears} years`]);
  const all = codes(
    '/tasks/*/area',
    areas.map(({ area }) => area),
  );
  say('/tasks', ['areas', `各领域至少 1 项：${all.zh}`, `at least one task in each area: ${all.en}`]);
  say(
    '/tasks/*/items',
    ...areas.map(({ area, items, clause }): Sentence<'areas'> => {
      const of = codes('/tasks/*/area', [area]);
      const asked = codes('/tasks/*/items', items);
      return [{ clause }, `${of.zh}要列全：${asked.zh}`, `${of.en} names all of: ${asked.en}`];
    }),
  );
  say('/indicators/gpIncome', [
    'incomeParity',
    `不低于同级别人均收入的 ${percent(values.incomeParity)}`,
    `at least ${percent(values.incomeParity)} of the peers' income`,
  ]);
}

function sayOfCity(values: NoticeValues['haikou'], say: Say<'haikou'>): void {
  const { departmentHospitals, departmentDeadline, practiceBases, practiceBasesFrom } = values;
  const hospitals = departmentHospitals.map((names) => names.join('/'));
  say('/hospitals', ['departmentHospitals', `要列：${hospitals.join('、')}`, `must list ${hospitals.join(', ')}`]);
  say('/hospitals/*/gpDepartment/since', [
    'departmentDeadline',
    `不晚于 ${departmentDeadline}`,
    `by ${departmentDeadline}`,
  ]);
  say('/practiceBases', [
    'practiceBases',
    `${practiceBasesFrom} 年起不少于 ${practiceBases} 个`,
    `at least ${practiceBases} from ${practiceBasesFrom}`,
  ]);
  const { recruitmentShare, recruitmentFrom } = values;
  say('/recruitment/*/gp', [
    'recruitmentShare',
    `${recruitmentFrom} 年起不低于总人数的 ${percent(recruitmentShare)}，逐年增加`,
    `from ${recruitmentFrom} at least ${percent(recruitmentShare)} of the total, more each year`,
  ]);
  say('/orientedGraduates/undergraduate/enrolled', [
    'orientedUndergraduates',
    `为总数的 ${percent(values.orientedUndergraduates)}`,
    `${percent(values.orientedUndergraduates)} of the total`,
  ]);
  say('/orientedGraduates/juniorCollege/enrolled', [
    'orientedJuniorCollege',
    `为总数的 ${percent(values.orientedJuniorCollege)}`,
    `${percent(values.orientedJuniorCollege)} of the total`,
  ]);
  say('/institutions/*/surplus/incentive', [
    'surplusIncentive',
    `不低于可分配的 ${percent(values.surplusIncentive)}`,
    `at least ${percent(values.surplusIncentive)} of what is available`,
  ]);
  say('/institutions/*/performancePay/basic', [
    'basicPayShare',
    `不高于总量的 ${percent(values.basicPayShare)}`,
    `at most ${percent(values.basicPayShare)} of the total`,
  ]);
  say('/institutions/*/postUplift', ['postUplift', `不高于 ${values.postUplift}`, `at most ${values.postUplift}`]);
  say('/continuingEducation/covered', [
    'continuingEducation',
    `为总人数的 ${percent(values.continuingEducation)}`,
    `${percent(values.continuingEducation)} of the total`,
  ]);
  say('/assessment/issued', ['guidanceDeadline', `不晚于 ${values.guidanceDeadline}`, `by ${values.guidanceDeadline}`]);
  const indicators = named('city-program', '/assessment/indicators', values.assessmentIndicators);
  say('/assessment/indicators', ['assessmentIndicators', `都要有：${indicators.zh}`, `all of them: ${indicators.en}`]);
}
