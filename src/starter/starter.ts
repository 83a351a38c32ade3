import { type CalendarDate, plusDays, plusMonths, plusYears, yearOf } from '../calendar/date.ts';
import type { Words } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Edition, isAsked, type NoticeValues, noticeOf, valuesOf } from '../notices/edition.ts';
import { placeholder } from '../rules/common/placeholder.ts';
import { nameOfCode } from '../schema/vocabulary/code-name.ts';
import { titleOf } from '../schema/vocabulary/shape.ts';
import { argument, optionsIn } from '../text/command.ts';
import { visible } from '../text/visible.ts';
import { exampleValues } from './example-values.ts';
import { guidance } from './guidance.ts';
import { type Draft, type Tree, yamlText } from './layout.ts';
import type { StarterRequest } from './request.ts';
import { type Base, findBase, rolesInWords } from './roles.ts';
import {
  annexOf,
  firstMonthOf,
  hospitalSession,
  provincialSession,
  type SessionPlace,
  startInAnnexMonth,
} from './sessions.ts';

/** A starter, and what to tell the one who asked for it. */
export interface Starter {
  text: string;
  notes: Words[];
}

/** The record that an author starts from: what is known filled in, what is to be done left open. Throws a UsageError for a base that cannot be meant. */
export function starter(request: StarterRequest): Starter {
  const { kind, keys, lang, year } = request;
  const noName: Open = (what) => placeholder(what, keys);
  const { edition, drafts, roles, notes, isNamed } = drafted(request, noName);
  const open = noName({ zh: '…', en: '…' });
  if (!isNamed)
    notes.push({
      zh: `没有写 --base，基地名称还没有填，请把文件里的“${open}”换成全称`,
      en: `without --base no base is named yet: write its full name where the file says "${open}"`,
    });
  const examples = exampleValues(edition);
  const texts = drafts.map((draft, index) => {
    const hints = guidance(kind, edition, levelOf(draft));
    return yamlText(kind, draft, { keys, lang, hints, year, examples }, index === 0);
  });
  const head = headOf(request, edition, roles)
    .map((words) => `# ${visible(words[lang])}\n`)
    .join('');
  return { text: head + texts.join('---\n'), notes };
}

/** What stands where a name is not known, in the language of the keys; undefined where the place is left empty. */
type Open = (what: Words) => string | undefined;

/** What a starter says, in whatever form it is written. */
export interface Drafted {
  /** The edition that the numbers are taken from; none where no notice governs. */
  edition: Edition | undefined;
  /** One record each. */
  drafts: Draft[];
  /** What the notices give the base to do. */
  roles: Words[];
  /** What the one who asked should know besides. */
  notes: Words[];
  /** Whether every base that the record is about is known. */
  isNamed: boolean;
}

/** The records for what is asked. No rule can tell that `open` is no name, so it must say so itself. Throws a UsageError for a base that cannot be meant. */
export function drafted(request: StarterRequest, open: Open): Drafted {
  const { kind } = request;
  const edition = request.editions[noticeOf(kind)];
  const base = request.base === undefined ? undefined : findBase(request.base, request);
  const drafts = draftsOf(request, edition, base, open);
  const roles = base ? rolesInWords(kind === 'pairing' ? { ...base, annexed: [] } : base) : [];
  const isNamed = base !== undefined || kind === 'province' || kind === 'city-program';
  return { edition, drafts, roles, notes: notesOf(request, edition, base, roles), isNamed };
}

/** The level of the first session, whose fields are explained. */
function levelOf({ tree }: Draft): 'hospital' | 'provincial' | undefined {
  const [first = tree] = (tree.sessions ?? []) as Tree[];
  return first.level === 'hospital' || first.level === 'provincial' ? first.level : undefined;
}

function draftsOf(request: StarterRequest, edition: Edition | undefined, base: Base | undefined, open: Open): Draft[] {
  switch (request.kind) {
    case 'plan':
      return [planDraft(request, base, open)];
    case 'session':
      return sessionDrafts(request, base, open);
    case 'province':
      return [provinceDraft(request, open)];
    case 'pairing':
      return pairingDrafts(request, edition, base, open);
    case 'city-program':
      return [cityDraft(request, edition, open)];
  }
}

const NAME = { zh: '基地全称', en: 'full name of the base' };

const emptyDraft = () => ({ remarks: new Map<string, Words>(), examples: new Map<string, Tree>() });

/** Whether the training notice at hand asks what a rule asks. */
const askedBy =
  ({ editions: { training } }: StarterRequest) =>
  (rule: string): boolean =>
    training !== undefined && isAsked(training, rule);

const trainingValues = ({ editions }: StarterRequest): NoticeValues['training'] | undefined =>
  editions.training && valuesOf<'training'>(editions.training.values);

/** A plan with as many hospital-level sessions as the base's types ask, and the provincial ones that the annex gives it. */
function planDraft(request: StarterRequest, base: Base | undefined, open: Open): Draft {
  const { year, start, keys } = request;
  const values = trainingValues(request);
  const { remarks, examples } = emptyDraft();
  const types = base?.types ?? ['residency', 'assistant-gp'];
  if (!base) remarks.set('/base/name', { zh: '还没有填，请写全称', en: 'still to be filled in' });
  if (!base?.types)
    remarks.set('/base/types', {
      zh: '先写了两种，请删去不是的',
      en: 'two are written to begin with: delete what the base is not',
    });
  const asked = { residency: values?.residencySessions ?? 1, 'assistant-gp': values?.assistantGpSessions ?? 1, tcm: 0 };
  const count = Math.max(...types.map((type) => asked[type]));
  const sessions: Tree[] = [];
  const place = (): SessionPlace => ({
    path: `/sessions/${sessions.length}`,
    keys,
    brief: sessions.length > 0,
    remarks,
    examples,
    isAsked: askedBy(request),
  });
  for (let number = 1; number <= count; number += 1) {
    // Managers are trained apart from faculty; the second session shows how theirs is written.
    const audience = number === 2 ? 'managers' : 'faculty';
    const at = place();
    remarks.set(at.path, {
      zh: `院级第 ${number} 期（对象、名称可以改）`,
      en: `Hospital-level session ${number} (audience and title may be changed)`,
    });
    sessions.push(hospitalSession(number, audience, year, startOf(number, count, start), values, at));
  }
  if (values)
    base?.annexed.forEach((row, index) => {
      const begins = start && startInAnnexMonth(start, row, values);
      sessions.push(provincialSession(index + 1, row, year, begins, values, undefined, place()));
    });
  const name = base?.name ?? open(NAME);
  // A base of Chinese medicine alone trains by another document.
  const written = sessions.length > 0 ? sessions : null;
  return { tree: { kind: 'plan', year, base: { name, types }, sessions: written }, remarks, examples };
}

/** The sessions of a year lie two months apart, one where they would leave the year; undefined for one that still would. */
function startOf(number: number, count: number, start: CalendarDate | undefined): CalendarDate | undefined {
  if (start === undefined || number === 1) return start;
  const monthsLeft = 12 - Number(start.slice(5, 7));
  const step = Math.max(1, Math.min(2, Math.floor(monthsLeft / (count - 1))));
  const date = plusMonths(start, step * (number - 1));
  return yearOf(date) === yearOf(start) ? date : undefined;
}

/** A session in a file of its own: the provincial ones that the annex gives the base, else one at hospital level. */
function sessionDrafts(request: StarterRequest, base: Base | undefined, open: Open): Draft[] {
  const { year, start, keys } = request;
  const values = trainingValues(request);
  const name = base?.name ?? open(NAME);
  const record = { kind: 'session', year, base: name };
  const draft = (session: (place: SessionPlace) => Tree): Draft => {
    const { remarks, examples } = emptyDraft();
    if (!base) remarks.set('/base', { zh: '还没有填，请写全称', en: 'still to be filled in' });
    const tree = session({ path: '', keys, brief: false, remarks, examples, isAsked: askedBy(request) });
    return { tree: { ...record, ...tree }, remarks, examples };
  };
  if (values && base && base.annexed.length > 0)
    return base.annexed.map((row, index) =>
      draft((place) => provincialSession(index + 1, row, year, start, values, undefined, place)),
    );
  return [draft((place) => hospitalSession(1, 'faculty', year, start, values, place))];
}

/** The provincial sessions of the annex, in order of their months. */
function provinceDraft(request: StarterRequest, open: Open): Draft {
  const { year, start, keys } = request;
  const values = trainingValues(request);
  const { remarks, examples } = emptyDraft();
  const place = (index: number) => ({
    path: `/sessions/${index}`,
    keys,
    brief: index > 0,
    remarks,
    examples,
    isAsked: askedBy(request),
  });
  const record = { kind: 'province', year };
  if (!values) {
    const blank = hospitalSession(1, 'faculty', year, undefined, undefined, place(0));
    const host = open({ zh: '承办单位全称', en: 'full name of the host' });
    const title = { zh: '第 1 期省级师资培训班', en: 'Provincial training of faculty, session 1' }[keys];
    return { tree: { ...record, sessions: [{ ...blank, title, level: 'provincial', host }] }, remarks, examples };
  }
  const rows = annexOf(request.editions.training).sort((one, other) => firstMonthOf(one) - firstMonthOf(other));
  const sessions = rows.map((row, index) => {
    const begins = index === 0 ? start : start && startInAnnexMonth(start, row, values);
    const host = request.config.bases.canonicalName([row.host].flat()[0] ?? '');
    return provincialSession(index + 1, row, year, begins, values, host, place(index));
  });
  return { tree: { ...record, sessions }, remarks, examples };
}

/** One record for each pair of the base, or one with both names open. */
function pairingDrafts(
  { start, keys }: StarterRequest,
  edition: Edition | undefined,
  base: Base | undefined,
  open: Open,
): Draft[] {
  const values = edition && valuesOf<'pairing'>(edition.values);
  if (base && base.pairs.length === 0)
    throw new UsageError(
      `结对名单里没有“${base.name}”；不写 --base 可以得到一份空白的`,
      `the list of pairs does not name "${base.name}"; without --base the names stay open`,
    );
  const names = base?.pairs ?? [
    {
      helper: open({ zh: '培训基地全称', en: 'full name of the helping base' }),
      helped: open({ zh: '对口帮扶基地全称', en: 'full name of the helped base' }),
    },
  ];
  const term = (years: number | undefined): Tree =>
    start && years ? { start, end: plusDays(plusYears(start, years), -1) } : {};
  const tasks = values?.areas?.map(({ area, items }, index) => {
    const title = nameOfCode('pairing', '/tasks/*/area', area)[keys];
    return { id: `T${index + 1}`, title, area, items };
  });
  const examples = new Map<string, Tree>();
  for (const { seat, post, side } of values?.leadingGroup ?? [])
    if (!examples.has(`/leadingGroup/${seat}`)) examples.set(`/leadingGroup/${seat}`, { side: side ?? 'helper', post });
  return names.map(({ helper, helped }, index) => ({
    tree: {
      kind: 'pairing',
      helper,
      helped,
      agreement: term(values?.termYears),
      leadingGroup: {},
      plan: term(values?.planYears),
      tasks,
      indicators: {},
    },
    remarks: new Map(),
    examples: index === 0 ? examples : new Map(),
  }));
}

/** A city's figures, with the hospitals that the notice names. */
function cityDraft({ year }: StarterRequest, edition: Edition | undefined, open: Open): Draft {
  const values = edition && valuesOf<'haikou'>(edition.values);
  const cities = edition?.governs.cities ?? [];
  const city = cities.find((name) => name.endsWith('市')) ?? cities[0];
  const hospitals = values?.departmentHospitals?.map((names) => ({
    name: names.find((name) => edition?.names.includes(name)) ?? names[0],
    gpDepartment: {},
  }));
  const tree = {
    kind: 'city-program',
    city: city ?? open({ zh: '城市名称', en: 'name of the city' }),
    year,
    hospitals,
    orientedGraduates: { undergraduate: {}, juniorCollege: {} },
    continuingEducation: {},
    assessment: {},
  };
  return { tree, ...emptyDraft() };
}

/** The first lines: what the file is, how to write it, where its numbers come from, and what to do next. */
function headOf(
  { kind, year, file, options = [] }: StarterRequest,
  edition: Edition | undefined,
  roles: Words[],
): Words[] {
  const title = titleOf(kind);
  // The file may go to other systems; double quotes serve on all of them.
  const command = ['hn-gp check', argument(file, 'cmd'), ...optionsIn(options, 'cmd')].join(' ');
  return [
    { zh: `${title}。填法：`, en: `${kind} (${title}). How to fill it in:` },
    {
      zh: '1. 每行写成“键: 值”，冒号用英文的，后面空一格；缩进用空格，不用 Tab，从属关系看缩进。',
      en: '1. Each line is "key: value": a plain colon and a space. Indent with spaces, not tabs; the indent says what belongs where.',
    },
    {
      zh: '2. 日期写成 2024-05-08 这样；是写 true，否写 false；几项并列写成 [甲, 乙]，逗号用英文的。',
      en: '2. Dates are written 2024-05-08, yes is true, no is false, and several items are [one, another].',
    },
    {
      zh: '3. 冒号后面空着的还没有填；用不到的可以空着。# 后面是说明，程序不看；“# -”“# {”开头的是例子，去掉 # 就能用，再改成实际的。',
      en: '3. What is empty after its colon is still to be filled in, or left so where it does not apply. After # stands an explanation; lines that begin "# -" or "# {" are examples: take the # away and change them.',
    },
    edition
      ? {
          zh: `数字出自 ${edition.document.zh}，括号里是条款。`,
          en: `The numbers are those of ${edition.document.en}, clauses in brackets.`,
        }
      : {
          zh: `没有适用于 ${year} 年度的通知，所以没有填数字。`,
          en: `No notice governs the year ${year}, so no numbers are filled in.`,
        },
    ...roles.map(({ zh, en }) => ({ zh: `${zh}。`, en: `${en}.` })),
    { zh: `填好以后检查：${command}`, en: `Then check it: ${command}` },
  ];
}

/** What the one who asked should know besides. */
function notesOf(
  { year }: StarterRequest,
  edition: Edition | undefined,
  base: Base | undefined,
  roles: Words[],
): Words[] {
  const notes: Words[] = [
    ...roles,
    edition
      ? { zh: `数字出自 ${edition.document.zh}`, en: `the numbers are those of ${edition.document.en}` }
      : {
          zh: `没有适用于 ${year} 年度的通知，没有填数字，检查时会报 data/no-edition；新通知可以用配置的 editions 加上`,
          en: `no notice governs the year ${year}: no numbers are filled in, and a check reports data/no-edition; a new notice can be added with "editions" in the config`,
        },
  ];
  if (base && !base.known)
    notes.push({
      zh: `通知和配置里没有“${base.name}”，照原样写了，请核对是不是全称`,
      en: `neither the notices nor the config know "${base.name}"; it is written as given, please check that it is the full name`,
    });
  return notes;
}
