import { afterAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/report/check/formats.ts';
import { workspace } from './run.ts';

/** How the runners of GitHub, Azure Pipelines and TeamCity find commands in what a step prints. */
const COMMAND = /^\s*::.*$|.*##(?:vso|teamcity)?\[.*/gm;

const named = (id: string) => `kind: plan
year: 2024
base: {name: 海口市人民医院, types: [residency]}
sessions:
  - id: "${id}"
    title: "${id}"
    level: hospital
    audience: faculty
    offline: {start: 2024-06-12, end: 2024-06-13, hours: 16}
    waivers: [{rule: training/blended-format, reason: "${id}", approvedBy: "${id}"}]
  - id: b
"${id}": 1
`;
const space = workspace({
  '::add-mask::a.yaml': named('::stop-commands::x'),
  'b ##[group].yaml': named('##[set-output name=x]y'),
  'c.yaml': named('##vso[task.setvariable variable=x]y'),
  'd.yaml': named("##teamcity[message text='x']"),
  'e ##[error].yaml': 'kind: [\n',
  'bad.config': '"##[set-output name=x]y": 1\n',
});
afterAll(space.remove);

const commands = (text: string): string[] => text.match(COMMAND) ?? [];

describe.each(['zh', 'en'])('nothing of an author is a command to the log of a CI service, in %s', (lang) => {
  const run = (...args: string[]) => space.run([...args, '--lang', lang]);

  test.each(Object.keys(formats).filter((name) => name !== 'xlsx'))('%s', (format) => {
    const { out, err } = run('check', '.', '--as-of', '2024-05-20', '-f', format);
    expect(out).toMatch(/teamcity/);
    expect(commands(err)).toEqual([]);
    const own = format === 'github' ? /^::(?:error|warning|notice) (?:file|title)=[^\n]*$/ : undefined;
    expect(commands(out).filter((line) => !own?.test(line))).toEqual([]);
  });

  test.each([
    ['check', '::x.yaml'],
    ['check', '.', '--config', 'bad.config'],
    ['check', 'c.yaml', '--rule', '##[group]x'],
    ['check', 'c.yaml', '--##[group]x'],
    ['##[group]x'],
    ['report', '.'],
    ['report', '.', '-f', 'markdown'],
    ['deadlines', '.'],
    ['deadlines', '.', '-f', 'csv'],
    ['fix', '.'],
    ['init', 'plan', '--base', '##[group]x', '-o', 'x ##[group].yaml', '--force'],
  ])('%s %s %s', (...args) => {
    const { out, err } = run(...args.filter((each) => each !== undefined));
    expect(commands(out + err)).toEqual([]);
  });
});

test('a diff is inert in the log of a CI service, and as it must be elsewhere', () => {
  const diff = (env: Record<string, string>) => space.run(['fix', 'f.yaml', '--dry-run'], { env }).out;
  space.write('f.yaml', 'kind: plan\nyear：2024\n# ##vso[x]\n');
  expect(diff({ GITHUB_ACTIONS: '', TF_BUILD: '', TEAMCITY_VERSION: '' })).toContain('##vso[x]');
  expect(commands(diff({ TF_BUILD: 'True' }))).toEqual([]);
});
