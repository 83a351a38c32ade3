import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckResult, check } from '../../../src/check/check.ts';
import { formats } from '../../../src/report/check/formats.ts';
import { plain, type ReportOptions } from '../../../src/report/check/report.ts';

/** A text as YAML in double quotes, every character outside printable ASCII by its code. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What varies from one sample to another. */
export interface SampleOptions {
  /** Stands wherever the author may write freely: ids, names, reasons, keys, the file's name. */
  value?: string;
  /** A line put before everything, so that all else moves down. */
  firstLine?: string;
  /** Text of a config file. */
  config?: string;
  /** Whether every record is in order. */
  clean?: boolean;
}

const plan = (value: string, firstLine: string) => `${firstLine}kind: plan
year: 2024
base: {name: ${quoted(value)}, types: [residency]}
sessions:
  - id: ${quoted(value)}
    title: ${quoted(value)}
    level: hospital
    audience: faculty
    programs: [residency]
    offline: {start: 2024-05-08, end: 2024-05-08, hours: 9}
    online: {start: 2024-05-10, end: 2024-05-11, hours: 8}
  - id: ${quoted(value)}
    title: ${quoted(value)}
    level: hospital
    audience: faculty
    offline: {start: 2024-06-12, end: 2024-06-13, hours: 16}
    waivers:
      - {rule: training/blended-format, reason: ${quoted(value)}, approvedBy: ${quoted(value)}, expires: 2024-12-31}
`;

const draft = (value: string) => `kind: plan
year: ${quoted(value)}
base: {name: ${quoted(value)}, types: residency}
${quoted(`${value}?`)}: 1
`;

const orderly = `kind: pairing
helper: 海口市人民医院
helped: 儋州市人民医院
`;

/** Checks a small set with findings of every kind: of notices, of data, of formats, of YAML, pending, waived. */
export async function sample({
  value = 'HK-2024-01',
  firstLine = '',
  config,
  clean,
}: SampleOptions = {}): Promise<CheckResult> {
  const folder = mkdtempSync(join(tmpdir(), 'hn-gp-report-'));
  try {
    const file = join(folder, 'hn-gp.config.yaml');
    if (config !== undefined) writeFileSync(file, config);
    const texts = clean
      ? { 'pairing.yaml': orderly }
      : {
          [`plans/${value}.yaml`]: plan(value, firstLine),
          'plans/draft.yaml': draft(value),
          'plans/broken.yaml': `kind: [${value.replace(/\P{ASCII}|[^ -~]/gu, '')}\n`,
        };
    return await check({
      texts: Object.entries(texts).map(([name, text]) => ({ file: name, bytes: new TextEncoder().encode(text) })),
      cwd: folder,
      config: config === undefined ? false : file,
      asOf: '2024-05-20',
      verdicts: true,
      ...(clean ? { rules: ['pairing/listed'] } : {}),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The report of a result in a format. */
export async function written(
  format: string,
  result: CheckResult,
  options: Partial<ReportOptions> = {},
): Promise<string> {
  const reporter = await formats[format]?.load();
  if (!reporter) throw new Error(`There is no format ${format}`);
  const report = reporter(result, { lang: 'zh', paint: plain, quiet: false, ...options });
  if (report instanceof Uint8Array) throw new Error(`${format} is no text`);
  return String(report);
}

/** Every kind of text that could break out of a format, steer a terminal or hide other text. */
export const hostile = [
  '\x1b[31m',
  '\x9b2J',
  '\x07\x00\x7f',
  '\r\n::error::',
  '\n::set-output name=x::',
  '##[error]',
  ']]>',
  '<script>alert(1)</script>',
  '<!--',
  '&amp;&lt;',
  '|',
  '\\|',
  '`',
  '```',
  '` `',
  '[x](http://example.org)',
  '![x](//example.org/x.png)',
  '[x\\](//example.org)',
  'www.example.org',
  'https://example.org',
  'someone@example.org',
  '@everyone',
  '#1',
  'GH-1',
  'deadbeef',
  ':smile:',
  '$x$',
  '**粗**',
  '__粗__',
  '~~删~~',
  '{0}',
  '%0A%3A,',
  '"\'',
  '=1+1',
  '\u202e文\u2066字\u2028',
  '\ufeff\ufffe\uffff',
  '\u200e\u200f\u061c\u200b\u2060\u00ad\u{e0041}',
  '##vso[x]##teamcity[x]',
  '\ud800',
  '𠮷😀',
  '</details>',
  ' ',
] as const;
