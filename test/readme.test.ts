import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formats } from '../src/report/check/formats.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[]) =>
  spawnSync(process.execPath, ['bin/hn-gp.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '1' },
  });

interface Block {
  language: string;
  text: string;
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** Each command of a console block with the output that stands below it. */
function sessionsOf(text: string): { command: string; output: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), output: part.slice(end + 1) };
    });
}

const argumentsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const prose = (markdown: string) => markdown.replaceAll(/^```[\s\S]*?^```$/gm, '');

const headingLevels = (markdown: string) => [...prose(markdown).matchAll(/^(#+) /gm)].map(([, marks]) => marks?.length);

/** Every command that a README tells to type, without the option that sets the language. */
const commandsOf = (markdown: string): string[] =>
  blocksOf(markdown)
    .flatMap(({ language, text }) => {
      if (language === 'console') return sessionsOf(text).map(({ command }) => command);
      return language === 'sh' || language === 'powershell' ? text.trim().split('\n') : [];
    })
    .map((command) => command.replace(' --lang en', ''));

const english = readFileSync(join(root, 'README.md'), 'utf8');
const chinese = readFileSync(join(root, 'README.zh-CN.md'), 'utf8');

describe.each([
  { name: 'README.md', text: english },
  { name: 'README.zh-CN.md', text: chinese },
])('$name', ({ text }) => {
  const blocks = blocksOf(text);
  const shown = blocks.filter(({ language }) => language === 'console').flatMap(({ text }) => sessionsOf(text));

  test.each(shown)('shows what is printed: $command', ({ command, output }) => {
    const [npx, name, ...args] = argumentsOf(command);
    expect([npx, name]).toEqual(['npx', 'hn-gp']);
    if (args[0] === 'check') expect(args, 'an output holds for one day').toContain('--as-of');
    const { stdout, stderr } = run(args);
    expect(stderr).toBe('');
    expect(stdout).toBe(output);
  });

  test('its first check finds nothing wrong', () => {
    const command = /npx hn-gp (check .*)$/m.exec(blocks.find(({ language }) => language === 'sh')?.text ?? '')?.[1];
    expect(run(argumentsOf(command ?? '')).status).toBe(0);
  });

  test('the plan that it explains has no mistake', () => {
    const plan = blocks.find(({ language, text }) => language === 'yaml' && /^(kind|文种):/.test(text));
    const file = join(folder, 'plan.yaml');
    writeFileSync(file, plan?.text ?? '');
    const { findings } = JSON.parse(
      run(['check', file, '--as-of', '2024-03-12', '--format', 'json', '--no-config']).stdout,
    );
    // One session shows every line; the count of sessions is what is left to do.
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['training/base-session-count']);
  });

  test('the config that it shows is valid and has every key', () => {
    const config = blocks.find(({ language, text }) => language === 'yaml' && text.startsWith('include:'))?.text ?? '';
    const file = join(folder, 'hn-gp.config.yaml');
    writeFileSync(file, config);
    const { stderr } = run(['check', 'examples/both-types', '--as-of', '2024-03-20', '--config', file]);
    expect(stderr).toBe('');
    const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'));
    const keys = [...config.matchAll(/^(\w+):/gm)].map(([, key]) => key);
    expect(keys.sort()).toEqual(Object.keys(schema.properties).sort());
  });

  test('names every option of check, every format and every command, and no others', () => {
    const options = (help: string) =>
      [...help.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option ?? '').filter((o) => o !== '--help');
    for (const option of options(run(['check', '--help', '--lang', 'en']).stdout)) expect(text).toContain(option);
    const listed = [...text.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name ?? '');
    expect(listed.filter((name) => name in formats).sort()).toEqual(Object.keys(formats).sort());
    const help = run(['--help', '--lang', 'en']).stdout;
    const commands = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) \S/gm)].map(([, name]) => name);
    const named = [...text.matchAll(/(?:`hn-gp|npx hn-gp|hn-gp\.cmd) ([a-z]+)/g)].map(([, name]) => name);
    expect([...new Set(named), 'help'].sort()).toEqual([...new Set(commands)].sort());
  });
});

test('the two READMEs have the same sections and commands', () => {
  expect(headingLevels(chinese)).toEqual(headingLevels(english));
  expect(commandsOf(chinese)).toEqual(commandsOf(english));
});
