import { ruleIn } from '../engine/in-edition.ts';
import type { Rule } from '../engine/rule.ts';
import type { Policy, Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { Category } from '../model/record-types.ts';
import { specialtyNames } from '../notices/categories.ts';
import { type Edition, type NoticeValues, valuesOf } from '../notices/edition.ts';
import type { Subject } from '../records/set.ts';
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
    case 'plan':
      sayOfPlan(valuesOf<'training'>(edition.values), say);
      sayOfSession(valuesOf<'training'>(edition.values), say, '/sessions/*');
      break;
    case 'session':
      sayOfSession(valuesOf<'training'>(edition.values), say, '');
      break;
    case 'province':
      sayOfProvince(valuesOf<'training'>(edition.values), say);
      sayOfSession(valuesOf<'training'>(edition.values), say, '/sessions/*');
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

function sayOfPlan(values: NoticeValues['training'], say: Say<'training'>): void {
  const { residencySessions, assistantGpSessions, baseMidyear, baseMidyearSessions, outOfProvinceBatches } = values;
  say(
    '/sessions',
    [
      'residencySessions',
      `住培基地院级不少于 ${residencySessions} 期`,
      `residency bases: at least ${residencySessions} hospital-level sessions`,
    ],
    [
      'assistantGpSessions',
      `助理全科基地不少于 ${assistantGpSessions} 期`,
      `assistant-GP bases: at least ${assistantGpSessions}`,
    ],
    [
      'baseMidyearSessions',
      `其中至少 ${baseMidyearSessions} 期在 ${baseMidyear} 前开班`,
      `at least ${baseMidyearSessions} of them begins by ${baseMidyear}`,
    ],
  );
  say('/outOfProvince', [
    'outOfProvinceBatches',
    `全年不少于 ${outOfProvinceBatches} 批`,
    `at least ${outOfProvinceBatches} batches a year`,
  ]);
  const barred = fundsOf(values);
  say('/outOfProvince/*/funding', ['appropriations', `不能用${barred.zh}`, `not from ${barred.en}`]);
}

/** The funds that are for provincial sessions alone. */
const fundsOf = ({ appropriations }: NoticeValues['training']): Words =>
  named('session', '/funding/*/source', [...new Set(appropriations.map(({ fund }) => fund))]);

function sayOfProvince(values: NoticeValues['training'], say: Say<'training'>): void {
  const categories = joined(values.provinceCategories.map((category) => specialtyNames[category as Category]));
  const hosts = joined(
    values.annex.map(({ category, host }) => {
      const { zh, en } = specialtyNames[category];
      return { zh: `${zh} ${host}`, en: `${en} ${host}` };
    }),
  );
  const { provinceSessions, provinceMidyear, provinceMidyearSessions, provinceManagers, provinceFaculty } = values;
  say(
    '/sessions',
    ['provinceSessions', `不少于 ${provinceSessions} 期`, `at least ${provinceSessions} sessions`],
    ['provinceCategories', `各至少 1 期：${categories.zh}`, `at least one of each: ${categories.en}`],
    [
      'provinceMidyearSessions',
      `${provinceMidyear} 前至少开班 ${provinceMidyearSessions} 期`,
      `at least ${provinceMidyearSessions} begin by ${provinceMidyear}`,
    ],
    ['provinceManagers', `管理人员合计不少于 ${provinceManagers} 人`, `at least ${provinceManagers} managers in all`],
    ['provinceFaculty', `师资合计不少于 ${provinceFaculty} 人`, `at least ${provinceFaculty} faculty in all`],
  );
  say('/sessions/*/host', ['annex', `附件指定：${hosts.zh}`, `the annex names: ${hosts.en}`]);
  say('/sessions/*/offline/outOfProvince', [
    'fieldVisits',
    `管理人员、师资各力争至少 ${values.fieldVisits} 期到省外`,
    `managers and faculty: at least ${values.fieldVisits} session each outside the province, if possible`,
  ]);
  say('/bulletin', ['bulletinDue', `不晚于 ${values.bulletinDue}`, `by ${values.bulletinDue}`]);
}

/** What is said of a session, wherever it stands; `at` is its path. */
function sayOfSession(values: NoticeValues['training'], say: Say<'training'>, at: string): void {
  const codes = (path: string, all: readonly string[]) => named('session', path, all);
  const ofAnnex = (figure: (row: (typeof values.annex)[number]) => Words | undefined): Words =>
    joined(
      values.annex.flatMap((row) => {
        const said = figure(row);
        const { zh, en } = specialtyNames[row.category];
        return said ? { zh: `${zh} ${said.zh}`, en: `${en} ${said.en}` } : [];
      }),
    );

  const stages = ofAnnex((row) => row.stages && codes('/stages', row.stages));
  say(`${at}/stages`, [
    'annex',
    `省级各班的主要对象：${stages.zh}`,
    `main groups of provincial sessions: ${stages.en}`,
    'provincial',
  ]);
  const heads = ofAnnex(({ headcount }) => ({ zh: `${headcount}`, en: `${headcount}` }));
  say(`${at}/headcount`, [
    'annex',
    `省级各班不少于：${heads.zh}`,
    `provincial sessions, at least: ${heads.en}`,
    'provincial',
  ]);
  const managers = codes('/topics', values.managersTopics);
  const faculty = codes('/topics', values.facultyTopics);
  say(
    `${at}/topics`,
    ['managersTopics', `管理人员：${managers.zh}`, `managers: ${managers.en}`],
    ['facultyTopics', `师资：${faculty.zh}`, `faculty: ${faculty.en}`],
  );

  const months = ofAnnex(({ month, days }) => ({ zh: `${month} 月 ${days} 天`, en: `month ${month}, ${days} days` }));
  const { provincialDeadline } = values;
  say(`${at}/offline/start`, [
    'annex',
    `省级的月份和线下天数：${months.zh}`,
    `month and offline days of provincial sessions: ${months.en}`,
    'provincial',
  ]);
  for (const part of ['offline', 'online']) {
    say(`${at}/${part}/end`, [
      'provincialDeadline',
      `省级不晚于 ${provincialDeadline}`,
      `provincial sessions end by ${provincialDeadline}`,
      'provincial',
    ]);
  }
  const { hoursPerDay, hospitalOfflineHours, hospitalGpOfflineHours, provincialOfflineDays, longGpOfflineDays } =
    values;
  say(
    `${at}/offline/hours`,
    [
      'hospitalOfflineHours',
      `院级不少于 ${hospitalOfflineHours} 学时`,
      `hospital level: at least ${hospitalOfflineHours}`,
      'hospital',
    ],
    [
      'hospitalGpOfflineHours',
      `院级全科师资要多于 ${hospitalGpOfflineHours} 学时`,
      `GP faculty at hospital level: more than ${hospitalGpOfflineHours}`,
      'hospital',
    ],
    [
      'provincialOfflineDays',
      `省级不少于 ${provincialOfflineDays} 天 ${provincialOfflineDays * hoursPerDay} 学时`,
      `provincial: at least ${provincialOfflineDays} days, ${provincialOfflineDays * hoursPerDay} hours`,
      'provincial',
    ],
    [
      'longGpOfflineDays',
      `省级全科新进、到期师资不少于 ${longGpOfflineDays} 天 ${longGpOfflineDays * hoursPerDay} 学时`,
      `provincial for new or expiring GP faculty: at least ${longGpOfflineDays} days, ${longGpOfflineDays * hoursPerDay} hours`,
      'provincial',
    ],
    ['hoursPerDay', `每天最多算 ${hoursPerDay} 学时`, `at most ${hoursPerDay} a day count`],
  );
  const { hospitalOnlineHours, onlineShare, offlineShare } = values;
  say(
    `${at}/online/hours`,
    [
      'hospitalOnlineHours',
      `院级线上不少于 ${hospitalOnlineHours} 学时`,
      `hospital level: at least ${hospitalOnlineHours}`,
      'hospital',
    ],
    [
      'onlineShare',
      `省级线上与线下学时之比不低于 ${onlineShare}:${offlineShare}`,
      `provincial: at least ${onlineShare}:${offlineShare} of the offline hours`,
      'provincial',
    ],
  );

  const { preparationMonths, leadMonths } = values;
  say(`${at}/preparation/start`, [
    'preparationMonths',
    `不晚于开班前 ${preparationMonths} 个月`,
    `at least ${preparationMonths} month before the session begins`,
  ]);
  for (const step of ['team', 'scheme'])
    say(`${at}/preparation/${step}`, [
      'leadMonths',
      `省级不晚于开班前 ${leadMonths} 个月`,
      `provincial: at least ${leadMonths} month before the session begins`,
    ]);
  const early = codes('/preparation/early', values.earlyPreparation);
  say(`${at}/preparation/early`, [
    'earlyPreparation',
    `开班前都要做完：${early.zh}`,
    `all done before the session begins: ${early.en}`,
  ]);
  const late = codes('/preparation/late', values.latePreparation);
  say(`${at}/preparation/late`, [
    'latePreparation',
    `开班前都要做完：${late.zh}`,
    `all done before the session begins: ${late.en}`,
  ]);
  for (const review of values.expertReviews)
    say(`${at}/preparation/expertReview/${review}`, [
      'expertReviews',
      '省级要在开班前审完',
      'provincial: before the session begins',
    ]);
  const notifier = codes('/preparation/notice/issuer', [values.noticeIssuer]);
  say(`${at}/preparation/notice/issuer`, ['noticeIssuer', `省级由${notifier.zh}发布`, `provincial: ${notifier.en}`]);

  for (const type of values.examQuestionTypes)
    say(`${at}/exam/questions/${type}`, [
      'examQuestionsEach',
      `不少于 ${values.examQuestionsEach} 道`,
      `at least ${values.examQuestionsEach}`,
    ]);
  say(`${at}/participants/*/score`, [
    'examPassMark',
    `${values.examPassMark} 分及以上才发证`,
    `a certificate asks for ${values.examPassMark} or more`,
  ]);

  say(`${at}/publicity`, ['publicityItems', `不少于 ${values.publicityItems} 条`, `at least ${values.publicityItems}`]);
  const levels = codes('/publicity/*/level', values.publicityLevels);
  say(`${at}/publicity/*/level`, [
    'publicityLevels',
    `省级培训班至少 1 条在这些级别：${levels.zh}`,
    `a provincial session has at least one of: ${levels.en}`,
  ]);
  const funds = joined(
    values.appropriations.map(({ category, fund, amount }) => {
      const from = codes('/funding/*/source', [fund]);
      const whose = category === 'any' ? { zh: '一般', en: 'usually' } : specialtyNames[category];
      const yuan = amount === undefined ? { zh: '', en: '' } : { zh: ` ${amount} 元`, en: ` ${amount} yuan` };
      return { zh: `${whose.zh} ${from.zh}${yuan.zh}`, en: `${whose.en} ${from.en}${yuan.en}` };
    }),
  );
  const barred = fundsOf(values);
  say(
    `${at}/funding`,
    ['appropriations', `省级：${funds.zh}`, `provincial: ${funds.en}`, 'provincial'],
    ['appropriations', `院级不能用${barred.zh}`, `hospital level: not from ${barred.en}`, 'hospital'],
  );
  say(`${at}/certification/date`, [
    'certificateWorkingDays',
    `省级不晚于结束后 ${values.certificateWorkingDays} 个工作日`,
    `provincial: within ${values.certificateWorkingDays} working days after the end`,
  ]);
  const issuer = codes('/certification/issuer', [values.certificateIssuer]);
  say(`${at}/certification/issuer`, ['certificateIssuer', `省级由${issuer.zh}发证`, `provincial: ${issuer.en}`]);
  say(`${at}/summary/submitted`, [
    'summaryDays',
    `省级不晚于结束后 ${values.summaryDays} 天`,
    `provincial: within ${values.summaryDays} days after the end`,
  ]);
}
