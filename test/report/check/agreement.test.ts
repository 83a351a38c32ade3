import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../src/check/check.ts';
import { formats } from '../../../src/report/check/formats.ts';
import { anyText } from '../../any-text.ts';
import { workspace } from '../../cli/run.ts';
import { tries } from '../../sample.ts';
import { hostile, sample, written } from './sample.ts';

/** How many findings of each weight a report lists, and how many of them are waived. */
interface Listed {
  error: number;
  warning: number;
  info: number;
  waived: number;
}

/** What a report lists, and how many records it names that were not judged. */
interface Counts extends Listed {
  notJudged: number;
}

const count = (levels: readonly (string | undefined)[], names: Record<keyof Listed, string>): Listed => {
  const of = (name: string) => levels.filter((level) => level === name).length;
  return { error: of(names.error), warning: of(names.warning), info: of(names.info), waived: of(names.waived) };
};

/** Lines for people about records that were not judged. */
const namedIn = (report: string): number => [...report.matchAll(/^.+没有判定，不算通过：.+$/gm)].length;

interface SarifResult {
  level: string;
  suppressions: unknown[];
}

const chinese = { error: '错误', warning: '警告', info: '提示', waived: '已豁免' };

/** Reads the counts back from a report, with a parser of the format where there is one. */
const counted: Record<string, (report: string) => Counts> = {
  json: (report) => {
    const { findings, waived, notJudged } = JSON.parse(report) as Record<string, { severity: string }[]>;
    const levels = findings?.map(({ severity }) => severity) ?? [];
    return {
      ...count(levels, { error: 'error', warning: 'warning', info: 'info', waived: '' }),
      waived: waived?.length ?? 0,
      notJudged: notJudged?.length ?? 0,
    };
  },
  csv: (report) => {
    const levels = (parse(report, { bom: true }) as string[][]).map(([, , , , level]) => level);
    return { ...count(levels, chinese), notJudged: levels.filter((level) => level === '没有判定').length };
  },
  text: (report) => {
    const levels = [...report.matchAll(/^ {2}\d+:\d+ {2}(\S+) /gm)].map(([, level]) => level);
    return { ...count(levels, chinese), notJudged: namedIn(report) };
  },
  table: (report) => {
    const levels = [...report.matchAll(/:\d+:\d+ +│ (\S+) +│/g)].map(([, level]) => level);
    return { ...count(levels, chinese), notJudged: namedIn(report) };
  },
  markdown: (report) => {
    const [open = '', waived = ''] = report.split('\n### 已豁免\n');
    const levels = (part: string) => [...part.matchAll(/^\| [^|]+ \| (\S+) \| `/gm)].map(([, level]) => level);
    return { ...count(levels(open), chinese), waived: levels(waived).length, notJudged: namedIn(report) };
  },
  sarif: (report) => {
    const [{ results, invocations }] = JSON.parse(report).runs;
    const levels = results.map(({ level, suppressions }: SarifResult) => (suppressions.length > 0 ? 'waived' : level));
    return {
      ...count(levels, { error: 'error', warning: 'warning', info: 'note', waived: 'waived' }),
      notJudged: invocations[0].toolExecutionNotifications.length,
    };
  },
  github: (report) => {
    const commands = [...report.matchAll(/^::(\S+) (?:.*,)?title=(file\/)?/gm)];
    const levels = commands.flatMap(([, level, about]) => (about === undefined ? level : []));
    return {
      ...count(levels, { error: 'error', warning: 'warning', info: 'notice', waived: '' }),
      notJudged: commands.length - levels.length,
    };
  },
  gitlab: (report) => {
    const issues: { severity: string; check_name: string }[] = JSON.parse(report);
    const about = (name: string) => issues.filter(({ check_name }) => check_name.startsWith(name));
    const levels = issues.flatMap((each) => (/^(?:file|config)\//.test(each.check_name) ? [] : each.severity));
    return {
      ...count(levels, { error: 'major', warning: 'minor', info: 'info', waived: '' }),
      notJudged: about('file/').length,
    };
  },
};

const config =
  'rules: {training/methods: info, training/topics: error, training/archive: warning, training/publicity: off}\n';
/** Formats that have no place for what is waived. */
const withoutWaived = ['github', 'gitlab'];
/** Formats in which what is waived is left out with --quiet. */
const withoutWaivedWhenQuiet = [...withoutWaived, 'csv', 'text', 'table', 'markdown'];

const verdictsOf = (report: string) => {
  const document = XmlDocument.fromString(report);
  const cases = (path: string) => (document.find(`//testcase[${path}]`) as XmlElement[]).length;
  return {
    failing: cases('failure'),
    skipped: cases('skipped'),
    passing: cases('not(*)'),
    notJudged: cases('error'),
  };
};

const configured = await sample({ config });
const json = JSON.parse(await written('json', configured));

describe.each(Object.keys(counted).map((format) => ({ format })))('$format', ({ format }) => {
  test.each([{ quiet: false }, { quiet: true }])('lists what json counts, quiet: $quiet', async ({ quiet }) => {
    const { summary } = json;
    expect(configured.unjudged).toHaveLength(2);
    expect([summary.errors, summary.warnings, summary.infos, summary.waived].every((each) => each > 0)).toBe(true);
    expect(counted[format]?.(await written(format, configured, { quiet }))).toEqual({
      error: summary.errors,
      warning: quiet ? 0 : summary.warnings,
      info: quiet ? 0 : summary.infos,
      waived: (quiet ? withoutWaivedWhenQuiet : withoutWaived).includes(format) ? 0 : summary.waived,
      notJudged: configured.unjudged.length,
    });
  });
});

test('junit has the verdicts that json counts', async () => {
  const { summary, findings } = json;
  const { pass, fail, pending, unknown, waived } = summary.verdicts;
  const own = findings.filter(({ policy }: { policy: string | null }) => policy === null).length;
  expect(verdictsOf(await written('junit', configured))).toEqual({
    failing: fail + own,
    skipped: pending + unknown + waived,
    passing: pass,
    notJudged: configured.unjudged.length,
  });
});

test('every format but junit, html and xlsx is counted here', () => {
  const elsewhere = ['junit', 'html', 'xlsx'];
  expect(Object.keys(formats).filter((format) => !(format in counted) && !elsewhere.includes(format))).toEqual([]);
});

// Whatever steers a terminal, turns or hides other text; csv, markdown and the rest part lines by CR and LF.
const UNSAFE = /(?![\r\n])[\p{Cc}\u2028-\u202e\u2066-\u2069\u200b-\u200f\u061c\u2060\u00ad\u{e0041}]/u;

test('no value breaks out of any format', async () => {
  const names = [...Object.keys(counted), 'junit'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...hostile), anyText({ maxLength: 4 })), { maxLength: 6 }),
      async (parts) => {
        const value = `x${parts.join('')}`;
        const result = await sample({ value });
        const reports = await Promise.all(names.map((format) => written(format, result)));
        for (const [index, format] of names.entries()) {
          const report = reports[index] as string;
          expect(report.replace(/^\ufeff/, ''), format).not.toMatch(UNSAFE);
          if (format in counted) expectCounts(format, report, result);
        }
        const waived = result.counts.pending + result.counts.unknown + result.counts.waived;
        expect(verdictsOf(reports[names.indexOf('junit')] as string).skipped).toBe(waived);
      },
    ),
    { numRuns: tries(6), examples: [[[...hostile]]] },
  );
});

function expectCounts(format: string, report: string, { severities, waived, unjudged }: CheckResult): void {
  // A table and a text may hold anything within a line; their counts are held above.
  if (format === 'table' || format === 'text') return;
  expect(counted[format]?.(report), format).toEqual({
    ...severities,
    waived: withoutWaived.includes(format) ? 0 : waived.length,
    notJudged: unjudged.length,
  });
}

describe('the command', () => {
  const files = {
    'hn-gp.config.yaml': config,
    'plan.yaml': 'kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: [residency]}\n',
  };
  const place = workspace(files);
  afterAll(() => place.remove());

  describe('is the same from run to run and in every time zone and locale', () => {
    const names = Object.keys(formats);
    /** Has every format written to a file of its own, in one process, and the text printed. */
    const check = (folder: string, env: Record<string, string>) => {
      place.write(`${folder}/.keep`, '');
      const reports = names.flatMap((format) => ['-f', `${format}=${folder}/${format}`]);
      return place.run(['check', 'plan.yaml', '--as-of', '2024-05-20', '-f', 'text', ...reports], { env });
    };
    const here = check('here', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: '' });
    const there = check('there', { TZ: 'America/Anchorage', LANG: 'C', LC_ALL: 'tr_TR.UTF-8' });

    test('what is printed', () => {
      expect(here).toMatchObject({ code: 1, err: '' });
      expect(here.out).not.toBe('');
      expect(there.out).toBe(here.out);
    });

    test.each(names)('%s', (format) => {
      const report = readFileSync(place.path(`here/${format}`));
      expect(report.length).toBeGreaterThan(0);
      expect(readFileSync(place.path(`there/${format}`)).equals(report)).toBe(true);
    });
  });

  test('what junit needs does not change the json report beside it', () => {
    const args = ['check', 'plan.yaml', '--as-of', '2024-05-20', '-f', 'json'];
    expect(place.run([...args, '-f', 'junit=report.xml']).out).toBe(place.run(args).out);
    expect(place.run([...args, '--verdicts', '-f', 'junit=report.xml']).out).toContain('"verdicts": [');
  });
});
