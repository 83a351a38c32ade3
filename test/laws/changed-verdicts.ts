import { deepEqual } from 'node:assert/strict';
import type { CheckResult } from '../../src/model/check-result.ts';
import type { Outcome } from '../../src/model/finding.ts';
import { AS_OF, inOrder, judge, type Law } from './judging.ts';
import { ARCHIVE, EARLY, LATE, type Tree, type Value } from './records.ts';
import type { Draw } from './writing.ts';

/** Verdicts by rule, subject and place; of several with these in common, each by its turn. */
function byPlace({ verdicts = [] }: CheckResult): Map<string, Outcome> {
  const places = new Map<string, Outcome>();
  for (const { rule, subject, path, verdict } of verdicts) {
    let key = `${rule} ${subject} ${path}`;
    while (places.has(key)) key += '+';
    places.set(key, verdict);
  }
  return places;
}

/** What became of each verdict of a set in another. */
const changes = (before: CheckResult, after: CheckResult): string[] => {
  const was = byPlace(before);
  return [...byPlace(after)].flatMap(([key, verdict]) => {
    const old = was.get(key);
    return old === undefined || old === verdict ? [] : `${old} -> ${verdict}: ${key}`;
  });
};

/** The lists of a session to which more may only be to the good, each with all that may be in it. */
const EVIDENCE: [path: string[], codes: string[]][] = [
  [['preparation', 'early'], EARLY],
  [['preparation', 'late'], LATE],
  [['summary', 'archive'], ARCHIVE],
  [['topics'], ['policy', 'two-standards']],
  [['stages'], ['backbone']],
];

/** The sessions of a set, wherever they stand. */
const sessionsOf = (records: readonly Tree[]): Tree[] =>
  records.flatMap((record) =>
    record.kind === 'session' ? [record] : Array.isArray(record.sessions) ? record.sessions.filter(isObject) : [],
  );

const isObject = (value: Value | undefined): value is Tree => typeof value === 'object' && !Array.isArray(value);

/** The places of the values in a record, lists and objects among them. */
const places = (value: Value, path: (string | number)[] = []): (string | number)[][] => [
  ...(path.length > 0 ? [path] : []),
  ...(typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) =>
        places(inner as Value, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

/** Values that name the record, or what is no mistake in any text. */
const KEPT = new Set([
  'kind',
  'year',
  'name',
  'base',
  'id',
  'title',
  'status',
  'host',
  'methods',
  'topics',
  'stages',
  'specialty',
  'types',
]);

/** The rules that the notice has for provincial sessions alone. */
const PROVINCIAL =
  /^training\/(?:annex-.*|provincial-.*|grassroots-separate|offline-first|offline-discipline|expert-review|notice|summary-deadline|certificate-deadline|publicity-channel|faculty-certificate-record)$/;

/** A set in which one value cannot be read, drawn from those that do not name a record; undefined where there is none. */
function spoiled(records: Tree[], draw: Draw): Tree[] | undefined {
  const all = records.flatMap((record, index) =>
    places(record)
      .filter((path) => !path.some((key) => KEPT.has(String(key))))
      .map((path) => [index, ...path]),
  );
  const place = all[draw(Math.max(1, all.length))];
  if (!place) return undefined;
  const spoilt = structuredClone(records) as Value;
  let owner = spoilt as Tree;
  for (const key of place.slice(0, -1)) owner = owner[key as string] as Tree;
  owner[place.at(-1) as string] = '约 7:3 左右';
  return spoilt as Tree[];
}

/** The changes of some kind from one outcome to another. */
const changesTo = (kind: RegExp, before: CheckResult, after: CheckResult): string[] =>
  changes(before, after).filter((change) => kind.test(change));

/** What a verdict never becomes by a change of the set or the day. */
export const changedVerdicts: Law[] = [
  {
    title: 'a failure never becomes pending on a later day',
    async holds(records, draw, first) {
      const asOf = new Date(Date.UTC(2024, 3, 1 + draw(150))).toISOString().slice(0, 10);
      const [own, other] = [await first(), await judge(inOrder(records), asOf)];
      const [before, after] = asOf < AS_OF ? [other, own] : [own, other];
      deepEqual(changesTo(/^fail -> pending/, before, after), []);
    },
  },
  {
    title: 'more evidence never turns a pass into a failure',
    async holds(records, draw, first) {
      const [path, codes] = EVIDENCE[draw(EVIDENCE.length)] as (typeof EVIDENCE)[number];
      const richer = structuredClone(records);
      for (const session of sessionsOf(richer)) {
        let owner = session;
        for (const key of path.slice(0, -1)) {
          if (!isObject(owner[key])) owner[key] = {};
          owner = owner[key] as Tree;
        }
        const key = path.at(-1) as string;
        owner[key] = [...new Set([...((owner[key] ?? []) as string[]), ...codes])];
      }
      deepEqual(changesTo(/^pass -> fail/, await first(), await judge(inOrder(richer))), []);
    },
  },
  {
    title: 'an unreadable value never turns a failure into a pass, nor a pass into a failure',
    async holds(records, draw, first) {
      const spoilt = spoiled(records, draw);
      if (!spoilt) return;
      const before = await first();
      const after = await judge(inOrder(spoilt));
      deepEqual(after.unjudged, before.unjudged);
      deepEqual(changesTo(/^(?:pass -> fail|fail -> pass)/, before, after), []);
    },
  },
  {
    title: 'an unreadable value has no rule for provincial sessions ask anything of a hospital-level one',
    async holds(records, draw) {
      const spoilt = spoiled(records, draw);
      if (!spoilt) return;
      const { verdicts = [] } = await judge(inOrder(spoilt));
      // Sessions of two records may have one id.
      const isOfHospital = (subject: string | null) => {
        const named = sessionsOf(spoilt).filter(({ id }) => id === subject);
        return named.length > 0 && named.every(({ level }) => level === 'hospital');
      };
      deepEqual(
        verdicts.filter(({ rule, subject }) => PROVINCIAL.test(rule) && isOfHospital(subject)),
        [],
      );
    },
  },
];
