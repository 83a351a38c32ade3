import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { loadConfig } from '../../src/check/config.ts';
import type { Language } from '../../src/model/finding.ts';
import type { Kind } from '../../src/model/kinds.ts';
import type { EditionRecord } from '../../src/model/record-types.ts';
import { Bases } from '../../src/notices/bases.ts';
import { bundledEditions, type Edition, Editions, editionFrom, noticeOf } from '../../src/notices/edition.ts';
import { catalogue } from '../../src/reference/catalogue.ts';
import { coverage } from '../../src/reference/coverage.ts';
import { referencePages } from '../../src/reference/docs.ts';
import { explain } from '../../src/reference/explanation.ts';
import { listingFormats } from '../../src/reference/listing.ts';
import { plain } from '../../src/report/check/report.ts';
import { sarif } from '../../src/report/check/sarif.ts';
import { calendar } from '../../src/report/deadlines/calendar.ts';
import { agenda } from '../../src/report/deadlines/deadlines.ts';
import { agendaFormats } from '../../src/report/deadlines/formats.ts';
import { inline } from '../../src/report/markdown.ts';
import { recordFormats } from '../../src/report/record/formats.ts';
import { complianceRecord } from '../../src/report/record/record.ts';
import { rules } from '../../src/rules/index.ts';
import { kinds } from '../../src/schema/vocabulary/shape.ts';
import type { StarterRequest } from '../../src/starter/request.ts';
import { starter } from '../../src/starter/starter.ts';
import { starterWorkbook } from '../../src/starter/workbook/starter-workbook.ts';
import { otherEdition } from './other.ts';
import { staleIn, telltales } from './stale.ts';

const nexts = bundledEditions.map(otherEdition);
const of = bundledEditions.map((edition, index) => telltales(edition, nexts[index] as Edition));
const stale = (text: string, own = ''): string[] => staleIn(text, own, of.flat());

const config = await loadConfig({ config: false, cwd: process.cwd() });
const languages: Language[] = ['zh', 'en'];

/** What a page shows: no tags, styles, scripts or excerpts of files. */
const shown = (html: string): string =>
  html
    .replace(/<(style|script|pre)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll(/&#?\w+;/g, ' ');

/** A report without places, digests and how many findings there are, which are no words. */
const withoutPlaces = (text: string): string =>
  text.replaceAll(/\.yaml:[\d:]+|(?<![\d.-])\d+ \| |,\d+\r\n|\b[\da-f]{64}\b|问题 \d+ 个|\b\d+ findings\b/g, ' ');

/** A report without figures that stand alone or say how many verdicts there are. */
const withoutCounts = (text: string): string =>
  withoutPlaces(text).replaceAll(
    /^\s*\d+\s*$|(?:通过|未到期|无法判断|已豁免|pass|fail|pending|unknown|waived) \d+/gm,
    ' ',
  );

/** The end of a year, which is due without a notice, and the months. */
const CALENDAR = `2024-12-31 ${[...Array(12).keys()].map((month) => `${month + 1}月`).join('、')}`;

/** Figures of the records that are too short to be told from a report's own. */
const FOUND = '100 15';

/** Numbers of starters' examples, which no notice sets. */
const EXAMPLES = '100';

/** Numbers of the product's own: kinds of verdict, rules that can be waived, what a score may be, what is accounted for. */
const OWN = '五种 5 条可以豁免 0–100 100% 有交代';

/** Every text of some data, the longest first. */
const textsIn = (data: unknown): string[] =>
  [...new Set(JSON.stringify(data).match(/"(?:[^"\\]|\\.)*"/g))]
    .map((text): string => JSON.parse(text))
    .filter((text) => text.length > 3)
    .sort((one, other) => other.length - one.length);

describe('reports', async () => {
  const inputs = ['residency/plan.yaml', 'province/plan.yaml', 'pairings/halfway.yaml', 'haikou/2025.yaml'].map(
    (name) => ({
      file: name.replaceAll(/\d+/g, 'city'),
      text: readFileSync(join(import.meta.dirname, '../../examples', name), 'utf8'),
    }),
  );
  const asOf = '2024-08-19';
  const own = [...inputs.map(({ text }) => text), asOf, CALENDAR].join('\n');
  const result = await check({
    texts: inputs.map(({ file, text }) => ({ file, bytes: new TextEncoder().encode(text) })),
    cwd: process.cwd(),
    config: { ...config, editions: new Editions(nexts) },
    asOf,
    evidence: true,
    deadlines: true,
  });
  const record = complianceRecord(result);

  test.each(Object.keys(recordFormats).flatMap((format) => languages.map((lang) => [format, lang] as const)))(
    'as %s in %s are of the edition that judged',
    async (format, lang) => {
      const text = String((await recordFormats[format]?.())?.(record, lang));
      expect(text.length).toBeGreaterThan(1000);
      expect(stale(withoutPlaces(shown(text)), own)).toEqual([]);
      // What stands in the record alone would excuse the same number in the report's own words.
      const told = textsIn(record).flatMap((said) => [said, inline(said)]);
      const words = told.reduce((left, said) => left.replaceAll(said, ' '), withoutCounts(shown(text)));
      expect(stale(words, `${CALENDAR} ${FOUND}`)).toEqual([]);
    },
  );

  test.each(languages)('of deadlines in %s are of the edition that judged', (lang) => {
    const due = agenda(result, asOf);
    expect(due.duties.length).toBeGreaterThan(10);
    // The days left are counted from the as-of date.
    const duties = due.duties.map((duty) => ({ ...duty, daysLeft: 0 }));
    const list = agendaFormats.csv({ ...due, duties }, lang);
    expect(stale(withoutPlaces(list), own)).toEqual([]);
    const events = calendar(due, lang)
      .replaceAll('\r\n ', '')
      .replaceAll(/^UID:.*$/gm, '');
    expect(stale(withoutPlaces(events), own)).toEqual([]);
  });

  test.each(languages)('for code scanning describe the rules of the edition in %s', (lang) => {
    const text = sarif({ ...result, findings: [], waived: [] }, { lang, paint: plain, quiet: false, editions: nexts });
    expect(stale(JSON.stringify(JSON.parse(text).runs[0].tool.driver.rules), OWN)).toEqual([]);
  });
});

describe.each(languages)('in %s', (lang) => {
  test.each(rules.map(({ id }) => id))('the explanation of %s is of the edition', (id) => {
    const { title, sections } = explain(id, nexts, lang);
    // Examples are tested files.
    const said = sections.filter(({ code }) => code === undefined);
    expect(stale(JSON.stringify([title, said]))).toEqual([]);
  });

  test('the list of rules is of the edition', () => {
    expect(stale(listingFormats.markdown(catalogue(nexts, undefined, lang)), OWN)).toEqual([]);
  });

  test('the paragraphs are those of the edition', () => {
    const { rows } = coverage(nexts, undefined, lang);
    expect(rows.length).toBeGreaterThan(rules.length / 2);
    expect(stale(JSON.stringify(rows))).toEqual([]);
  });

  test('the generated pages are of the edition', () => {
    for (const [name, text] of referencePages(nexts))
      expect(stale(text.replaceAll(/```yaml.*?```|判定日 [\d-]+|as of [\d-]+/gs, ''), OWN), name).toEqual([]);
  });
});

test('an edition that does not list its paragraphs shows none of another', () => {
  const [first] = bundledEditions as [Edition];
  const further = { ...first, issued: '2099-01-01' } as unknown as EditionRecord;
  expect(coverage([editionFrom(further)], undefined, 'zh').rows).toEqual([]);
});

/** The same with no more sessions than a person would write down, and time for each. */
const modest = nexts.map((edition) => {
  const asked: Record<string, unknown> =
    edition.notice === 'training'
      ? { residencySessions: 5, assistantGpSessions: 5, provincialWindowDays: 23, provincialDeadline: '2024-12-29' }
      : {};
  const values = Object.entries(edition.values).map(([name, each]) => [
    name,
    name in asked ? { ...each, value: asked[name] } : each,
  ]);
  return { ...edition, values: Object.fromEntries(values) };
});

describe.each(kinds.map(({ code }) => code as Kind))('a starter for a %s', (kind) => {
  const index = bundledEditions.findIndex(({ notice }) => notice === noticeOf(kind));
  const stale = (text: string, own: string) =>
    staleIn(text, `${own} ${CALENDAR}`, telltales(bundledEditions[index] as Edition, modest[index] as Edition));

  const request = (editions: readonly Edition[], lang: Language, start: string | undefined): StarterRequest => {
    const find = (notice: Edition['notice']) => editions.find((edition) => edition.notice === notice);
    const [named] = noticeOf(kind) === 'pairing' ? pairedIn(nexts) : hostsIn(nexts);
    return {
      kind,
      year: 2024,
      start,
      base: kind === 'province' || kind === 'city-program' || editions.length === 0 ? undefined : named,
      editions: { training: find('training'), pairing: find('pairing'), haikou: find('haikou') },
      config: { bases: new Bases(new Editions(nexts)) },
      keys: lang,
      lang,
      file: `${kind}.yaml`,
    };
  };

  test.each(languages)('in %s has the numbers of the edition', (lang) => {
    for (const start of [undefined, '2024-02-05']) {
      for (const editions of [[], modest]) {
        const { text, notes } = starter(request(editions, lang, start));
        expect(stale(JSON.stringify([text, notes]), EXAMPLES)).toEqual([]);
      }
    }
  });

  test.each(languages)('as a workbook in %s has the numbers of the edition', async (lang) => {
    const { bytes } = await starterWorkbook(request(modest, lang, undefined));
    expect(stale(await cellsOf(bytes), EXAMPLES)).toEqual([]);
  });
});

const hostsIn = (editions: readonly Edition[]): string[] =>
  editions.flatMap(({ values }) => ((values.annex?.value ?? []) as { host: string }[]).map(({ host }) => host));

const pairedIn = (editions: readonly Edition[]): string[] =>
  editions.flatMap(({ values }) => ((values.pairs?.value ?? []) as { helper: string }[]).map(({ helper }) => helper));

/** Every text of a workbook: cells, notes, what a drop-down says. */
async function cellsOf(bytes: Uint8Array): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const said: unknown[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        said.push(cell.value, (cell.note as ExcelJS.Comment | undefined)?.texts, cell.dataValidation?.prompt);
      }),
    );
  }
  return JSON.stringify(said);
}
