import { ruleIn } from '../engine/in-edition.ts';
import { type Policy, same, type Words } from '../model/finding.ts';
import { modalityNames } from '../model/names.ts';
import type { Clause } from '../model/record-types.ts';
import { type Edition, governedInWords } from '../notices/edition.ts';
import type { AnyKind, Column, NameOf } from '../notices/value-kinds.ts';
import { paragraphsOf, titleOf } from '../reference/paragraphs.ts';
import { columnsOf, isRead, kindsOf, namesIn, orderOfClauses, readersOf, rulesOf } from './values.ts';

/** A line of what an edition says. */
interface Line extends Words {
  /** Whether it is an item that says itself that it has gone or come. */
  isItem?: true;
}

/** What two editions say otherwise of one thing. */
export interface Change {
  title: Words;
  /** What it was and what it is, a line each; of lists and tables only what differs. Empty where it is not there. */
  old: Line[];
  new: Line[];
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
    const kind = kinds[name];
    if (!kind) return [];
    const [before, after] = [older, newer].map((edition) =>
      kind.isDefinition || isRead(edition, name) ? edition.values[name] : undefined,
    );
    const { gone, come } = itemChanges(
      kind,
      { value: before?.value, nameOf: namesIn(older) },
      { value: after?.value, nameOf: namesIn(newer) },
    );
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
  gone: Line[];
  come: Line[];
}

/** A value, and what its edition calls categories. */
interface Side {
  value: unknown;
  nameOf: NameOf;
}

const gone = (said: Words): Line => ({ zh: `删去：${said.zh}`, en: `out: ${said.en}`, isItem: true });
const come = (said: Words): Line => ({ zh: `增加：${said.zh}`, en: `added: ${said.en}`, isItem: true });

/** What of a value is not there any more and what has come; of a list its items, of a table its rows by their first column. */
function itemChanges(kind: AnyKind, before: Side, after: Side): ItemChanges {
  if (JSON.stringify(before.value) === JSON.stringify(after.value)) return { gone: nothing, come: nothing };
  const columns = columnsOf(kind);
  if (columns) return rowChanges(kind, columns, before, after);
  const lines = ({ value, nameOf }: Side): Words[] => (value === undefined ? [] : kind.lines(value, nameOf));
  if (!Array.isArray(before.value) || !Array.isArray(after.value)) return { gone: lines(before), come: lines(after) };
  const lacking = (from: unknown[], other: unknown[], nameOf: NameOf): Words[] => {
    const others = new Set(other.map((item) => JSON.stringify(item)));
    return from.filter((item) => !others.has(JSON.stringify(item))).flatMap((item) => kind.lines([item], nameOf));
  };
  const [out, added] = [
    lacking(before.value, after.value, before.nameOf),
    lacking(after.value, before.value, after.nameOf),
  ];
  // The same in another order.
  if (out.length === 0 && added.length === 0) return { gone: lines(before), come: lines(after) };
  return { gone: out.map(gone), come: added.map(come) };
}

type Row = Record<string, unknown>;

const rowsOf = ({ value }: Side): Row[] => (Array.isArray(value) ? value : []);

function rowChanges(kind: AnyKind, columns: Record<string, Column>, before: Side, after: Side): ItemChanges {
  const [first = ''] = Object.keys(columns);
  // Rows of one key are told apart by their place among them.
  const keyed = (side: Side): Map<string, Row> => {
    const rows = new Map<string, Row>();
    for (const row of rowsOf(side)) {
      let place = 0;
      while (rows.has(`${JSON.stringify(row[first])} ${place}`)) place += 1;
      rows.set(`${JSON.stringify(row[first])} ${place}`, row);
    }
    return rows;
  };
  const [olds, news] = [keyed(before), keyed(after)];
  const whole = (row: Row, { nameOf }: Side): Words[] => kind.lines([row], nameOf);
  const changes: ItemChanges = { gone: [], come: [] };
  for (const [key, row] of olds) if (!news.has(key)) changes.gone.push(...whole(row, before).map(gone));
  for (const [key, row] of news) {
    const old = olds.get(key);
    if (!old) {
      changes.come.push(...whole(row, after).map(come));
      continue;
    }
    const differing = Object.keys(columns).filter((name) => JSON.stringify(row[name]) !== JSON.stringify(old[name]));
    if (differing.length === 0) continue;
    const said = (of: Row, { nameOf }: Side): Words => {
      const name = cellsSaid(columns, of, [first], nameOf, false);
      const cells = cellsSaid(columns, of, differing, nameOf, true);
      return { zh: `${name.zh}：${cells.zh}`, en: `${name.en}: ${cells.en}` };
    };
    changes.gone.push(said(old, before));
    changes.come.push(said(row, after));
  }
  return changes;
}

function cellsSaid(
  columns: Record<string, Column>,
  row: Row,
  names: readonly string[],
  nameOf: NameOf,
  isNamed: boolean,
): Words {
  const cells = names.flatMap((name): Words[] => {
    const column = columns[name];
    if (!column) return [];
    const cell = row[name];
    const [said] = cell === undefined ? [{ zh: '（没有）', en: '(none)' }] : column.kind.lines(cell, nameOf);
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
