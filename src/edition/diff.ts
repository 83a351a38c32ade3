import { ruleIn } from '../engine/in-edition.ts';
import { type Policy, same, type Words } from '../model/finding.ts';
import { modalityNames } from '../model/names.ts';
import type { Clause } from '../model/record-types.ts';
import { type Edition, governedInWords } from '../notices/edition.ts';
import type { AnyKind, Column } from '../notices/value-kinds.ts';
import { paragraphsOf, titleOf } from '../reference/paragraphs.ts';
import { columnsOf, kindsOf, orderOfClauses, readersOf, rulesOf } from './values.ts';

/** What two editions say otherwise of one thing. */
export interface Change {
  title: Words;
  /** What it was and what it is, a line each; of lists and tables only what differs. Empty where it is not there. */
  old: Words[];
  new: Words[];
  /** The clauses that it stands in; null where it has none. */
  oldClause: string | null;
  newClause: string | null;
  /** The rules that it bears on. */
  rules: string[];
}

/** What changes from one edition of a notice to another, in the order of the later one's clauses. */
export function changesBetween(older: Edition, newer: Edition): Change[] {
  const locators = [newer, older].flatMap((edition) => paragraphsOf(edition).map(({ clause }) => clause));
  const place = orderOfClauses(locators);
  const values = valueChanges(older, newer);
  const moved = new Set(values.filter((each) => each.oldClause !== each.newClause).flatMap(({ rules }) => rules));
  const changes = [...values, ...ruleChanges(older, newer, moved), ...paragraphChanges(older, newer)];
  const at = ({ newClause, oldClause }: Change) => place((newClause ?? oldClause ?? '').split('、')[0] ?? '');
  return [...headingChanges(older, newer), ...changes.sort((one, other) => at(one) - at(other))];
}

const nothing: Words[] = [];

function headingChanges(older: Edition, newer: Edition): Change[] {
  const change = (title: Words, before: Words, after: Words): Change[] =>
    before.zh === after.zh && before.en === after.en
      ? []
      : [{ title, old: [before], new: [after], oldClause: null, newClause: null, rules: [] }];
  return [
    ...change({ zh: '文号和标题', en: 'Document' }, older.document, newer.document),
    ...change({ zh: '印发日期', en: 'Date of issue' }, same(older.issued), same(newer.issued)),
    ...change({ zh: '适用范围', en: 'Governs' }, governedInWords(older.governs), governedInWords(newer.governs)),
  ];
}

function valueChanges(older: Edition, newer: Edition): Change[] {
  const { notice } = newer;
  const kinds = kindsOf(notice);
  const names = [...new Set([...Object.keys(newer.values), ...Object.keys(older.values)])];
  return names.flatMap((name): Change[] => {
    const [before, after] = [older.values[name], newer.values[name]];
    const kind = kinds[name];
    if (!kind) return [];
    const { gone, come } = itemChanges(kind, before?.value, after?.value);
    const oldClause = before?.clause || null;
    const newClause = after?.clause || null;
    if (gone.length === 0 && come.length === 0 && oldClause === newClause) return [];
    return [
      {
        title: titleOf(after ? newer : older, name),
        old: gone,
        new: come,
        oldClause,
        newClause,
        rules: rulesReading(notice, name),
      },
    ];
  });
}

const rulesReading = (notice: Policy, name: string): string[] => readersOf(notice, name).map(({ id }) => id);

interface ItemChanges {
  gone: Words[];
  come: Words[];
}

/** What of a value is not there any more and what has come; of a list its items, of a table its rows by their first column. */
function itemChanges(kind: AnyKind, before: unknown, after: unknown): ItemChanges {
  if (JSON.stringify(before) === JSON.stringify(after)) return { gone: nothing, come: nothing };
  const columns = columnsOf(kind);
  if (columns) return rowChanges(kind, columns, rowsOf(before), rowsOf(after));
  const lines = (value: unknown): Words[] => (value === undefined ? [] : kind.lines(value));
  if (!Array.isArray(before) || !Array.isArray(after)) return { gone: lines(before), come: lines(after) };
  const [old, now] = [before, after].map((items) => items.map((item) => JSON.stringify(item)));
  const gone = before.filter((item) => !now?.includes(JSON.stringify(item)));
  const come = after.filter((item) => !old?.includes(JSON.stringify(item)));
  // The same in another order.
  if (gone.length === 0 && come.length === 0) return { gone: lines(before), come: lines(after) };
  const each = (items: unknown[], sign: Words) =>
    items.flatMap((item) => kind.lines([item]).map(({ zh, en }) => ({ zh: `${sign.zh}${zh}`, en: `${sign.en}${en}` })));
  return { gone: each(gone, { zh: '删去：', en: 'out: ' }), come: each(come, { zh: '增加：', en: 'added: ' }) };
}

type Row = Record<string, unknown>;

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value : []);

function rowChanges(kind: AnyKind, columns: Record<string, Column>, before: Row[], after: Row[]): ItemChanges {
  const [first = ''] = Object.keys(columns);
  const keyOf = (row: Row) => JSON.stringify(row[first]);
  const changes: ItemChanges = { gone: [], come: [] };
  const whole = (row: Row, sign: Words): Words[] =>
    kind.lines([row]).map(({ zh, en }) => ({ zh: `${sign.zh}${zh}`, en: `${sign.en}${en}` }));
  // Rows of one key are told apart by their place among them.
  const paired = new Map<Row, Row>();
  for (const key of new Set([...before, ...after].map(keyOf))) {
    const [olds, news] = [before, after].map((rows) => rows.filter((row) => keyOf(row) === key));
    for (const [index, row] of (news ?? []).entries()) {
      const other = olds?.[index];
      if (other) paired.set(row, other);
    }
  }
  const kept = new Set(paired.values());
  for (const row of before) if (!kept.has(row)) changes.gone.push(...whole(row, { zh: '删去：', en: 'out: ' }));
  for (const row of after) {
    const other = paired.get(row);
    if (!other) {
      changes.come.push(...whole(row, { zh: '增加：', en: 'added: ' }));
      continue;
    }
    const differing = Object.keys(columns).filter((name) => JSON.stringify(row[name]) !== JSON.stringify(other[name]));
    if (differing.length === 0) continue;
    const name = cellsSaid(columns, row, [first], false);
    const said = (of: Row): Words => {
      const cells = cellsSaid(columns, of, differing, true);
      return { zh: `${name.zh}：${cells.zh}`, en: `${name.en}: ${cells.en}` };
    };
    changes.gone.push(said(other));
    changes.come.push(said(row));
  }
  return changes;
}

function cellsSaid(columns: Record<string, Column>, row: Row, names: readonly string[], isNamed: boolean): Words {
  const cells = names.flatMap((name): Words[] => {
    const column = columns[name];
    if (!column) return [];
    const cell = row[name];
    const [said] = cell === undefined ? [{ zh: '（没有）', en: '(none)' }] : column.kind.lines(cell);
    if (!said) return [];
    return [isNamed ? { zh: `${column.zh} ${said.zh}`, en: `${column.en} ${said.en}` } : said];
  });
  return { zh: cells.map(({ zh }) => zh).join('，'), en: cells.map(({ en }) => en).join(', ') };
}

/** Duties that come or go, bind otherwise, are read otherwise or stand elsewhere; `moved` are told of by their values. */
function ruleChanges(older: Edition, newer: Edition, moved: ReadonlySet<string>): Change[] {
  return rulesOf(newer.notice).flatMap((rule): Change[] => {
    const [before, after] = [ruleIn(rule, older), ruleIn(rule, newer)];
    const rules = [rule.id];
    const clauseOf = (each: typeof before) => (each.isOff ? null : each.clauses.join('、') || null);
    const [oldClause, newClause] = [clauseOf(before), clauseOf(after)];
    const change = (title: Words, old: Words[], now: Words[]): Change => ({
      title,
      old,
      new: now,
      oldClause,
      newClause,
      rules,
    });
    if (before.isOff && after.isOff) return [];
    if (before.isOff) return [change(after.words.title, [{ zh: '没有这项要求', en: 'not asked' }], [after.words.asks])];
    if (after.isOff)
      return [change(before.words.title, [before.words.asks], [{ zh: '不再要求', en: 'no longer asked' }])];
    const binding = ({ modality }: typeof before): Words[] => (modality ? [modalityNames[modality]] : []);
    const changes: Change[] = [];
    if (before.modality !== after.modality) changes.push(change(after.words.title, binding(before), binding(after)));
    else if (oldClause !== newClause && !moved.has(rule.id)) changes.push(change(after.words.title, [], []));
    const [oldNote, newNote] = [before.note, after.note].map((note) => (note ? [note] : []));
    if (JSON.stringify(oldNote) !== JSON.stringify(newNote)) {
      const { zh, en } = after.words.title;
      changes.push(change({ zh: `${zh}（说明）`, en: `${en} (note)` }, oldNote ?? [], newNote ?? []));
    }
    return changes;
  });
}

/** Paragraphs that come, go, move or say something else. */
function paragraphChanges(older: Edition, newer: Edition): Change[] {
  const said = ({ summary }: Clause) => summary.zh;
  const exact = (paragraph: Clause) => JSON.stringify([paragraph.clause, said(paragraph)]);
  const [before, after] = [paragraphsOf(older), paragraphsOf(newer)];
  const kept = new Set(
    [before, after].map((all) => all.map(exact)).reduce((one, other) => one.filter((each) => other.includes(each))),
  );
  const gone = before.filter((each) => !kept.has(exact(each)));
  const come = after.filter((each) => !kept.has(exact(each)));
  const title: Words = { zh: '段落', en: 'Paragraph' };
  const changes = come.map((paragraph): Change => {
    const at = gone.findIndex(
      (each) =>
        said(each) === said(paragraph) ||
        (each.clause === paragraph.clause && JSON.stringify(each.rules) === JSON.stringify(paragraph.rules)),
    );
    const [other] = at < 0 ? [] : gone.splice(at, 1);
    const isSame = other !== undefined && said(other) === said(paragraph);
    return {
      title: isSame ? paragraph.summary : title,
      old: other && !isSame ? [other.summary] : [],
      new: isSame ? [] : [paragraph.summary],
      oldClause: other?.clause ?? null,
      newClause: paragraph.clause,
      rules: paragraph.rules ?? [],
    };
  });
  for (const { clause, summary, rules = [] } of gone)
    changes.push({ title, old: [summary], new: [], oldClause: clause, newClause: null, rules });
  return changes;
}
