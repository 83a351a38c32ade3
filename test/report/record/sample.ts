import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckOptions, type CheckResult, check } from '../../../src/check/check.ts';

/** A text as YAML in double quotes. */
const quoted = (text: string): string => JSON.stringify(text);

/** A plan with a session that fails, one that a waiver lets stand, and one still to be prepared. */
export const plan = (name: string, free = '教学查房') => `kind: plan
year: 2024
base: {name: ${quoted(name)}, types: [residency]}
sessions:
  - id: S-1
    title: ${quoted(free)}
    level: hospital
    audience: faculty
    topics: [${quoted(free)}]
    offline: {start: 2024-05-08, end: 2024-05-08, hours: 8, venue: ${quoted(free)}}
    online: {start: 2024-05-10, end: 2024-05-11, hours: 8}
  - id: ${quoted(`${free} 2`)}
    title: ${quoted(free)}
    level: hospital
    audience: faculty
    offline: {start: 2024-10-12, end: 2024-10-13, hours: 16}
    waivers: [{rule: training/blended-format, reason: ${quoted(free)}, approvedBy: ${quoted(free)}, expires: 2024-12-31}]
`;

/** A pairing of which little is written, a city with too few GPs, and a record that cannot be read. */
export const others = {
  'pair.yaml':
    'kind: pairing\nhelper: 海南省人民医院\nhelped: 万宁市人民医院\nagreement: {start: 2020-05-20, end: 2023-05-19}\n',
  'city.yaml': 'kind: city-program\ncity: 海口\nyear: 2024\nresidents: 3000000\nqualifiedGps: 800\n',
  'unread.yaml': 'kind: plan\nyear: soon\nbase: {name: 琼海市人民医院, types: [residency]}\n',
};

/** What comes of checking some files with the evidence of a record, in a folder of their own. */
export async function checked(
  files: Record<string, string>,
  options: Partial<CheckOptions> = {},
): Promise<CheckResult> {
  const cwd = mkdtempSync(join(tmpdir(), 'hn-gp-record-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    return await check({ cwd, asOf: '2024-06-20', evidence: true, ...options });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
