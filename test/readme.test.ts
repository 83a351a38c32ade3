import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formats } from '../src/report/check/formats.ts';
import { hnGp } from './cli/run.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], cwd = root) => hnGp(args, { cwd });

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

/** What a block has in common with its twin: the commands, or the text, or the length where keys and remarks are translated. */
function blockShape({ language, text }: Block): unknown {
  if (language === 'console') return sessionsOf(text).map(({ command }) => command.replace(' --lang en', ''));
  return language === 'yaml' || language === 'js' ? text.split('\n').length : text;
}

/** What a page has in common with its twin, in order: headings, steps, rows of tables with their cells, blocks. */
function shapeOf(markdown: string): unknown[] {
  const blocks = blocksOf(markdown).map((block) => [block.language, blockShape(block)]);
  return [...markdown.matchAll(/^```(\S*)\n[\s\S]*?^```$|^(#+|\d+\.) |^\|.*$/gm)].map(([line, language, mark]) => {
    if (language !== undefined) return blocks.shift();
    return mark ?? line.split(/(?<!\\)\|/).length - 2;
  });
}

const linksOf = (markdown: string): string[] =>
  [...markdown.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\(([^)]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !target.includes('://'));

const chineseName = (page: string) => page.replace(/\.md$/, '.zh-CN.md');
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

const guide = readdirSync(join(root, 'docs/guide')).map((name) => `docs/guide/${name}`);
const englishPages = ['README.md', ...guide.filter((page) => !page.endsWith('.zh-CN.md'))];
const chinesePages = englishPages.map(chineseName);

test('every page of the guide is there in both languages', () => {
  expect(guide.toSorted()).toEqual([...englishPages, ...chinesePages].filter((page) => page.includes('/')).toSorted());
});

test.each(englishPages)('%s has the same shape and links as its Chinese twin', (page) => {
  const english = textOf(page);
  const chinese = textOf(chineseName(page));
  expect(shapeOf(chinese)).toEqual(shapeOf(english));
  const twinned = linksOf(english).map((link) =>
    existsSync(join(root, dirname(page), chineseName(link))) ? chineseName(link) : link,
  );
  // The first link of each leads to the other.
  expect(linksOf(chinese).slice(1)).toEqual(twinned.slice(1));
  expect(join(dirname(page), linksOf(english)[0] ?? '')).toBe(chineseName(page));
  expect(join(dirname(page), linksOf(chinese)[0] ?? '')).toBe(page);
});

test.each([...englishPages, ...chinesePages])('what %s links to is there', (page) => {
  for (const link of linksOf(textOf(page))) expect(existsSync(join(root, dirname(page), link)), link).toBe(true);
});

const typed = englishPages.flatMap((page) =>
  blocksOf(textOf(page))
    .filter(({ language, text }) => language === 'powershell' && text.includes('hn-gp.cmd '))
    .map(({ text }) => ({ page, lines: text.trim().split('\n') })),
);

test.each(typed)('what $page tells to type is carried out: $lines', ({ lines }) => {
  const plans = mkdtempSync(join(folder, 'plans-'));
  const commands = lines.map((line) => argumentsOf(line).slice(1)).filter(([command]) => command !== 'watch');
  if (!lines[0]?.includes(' init ')) commands.unshift(['init', 'plan']);
  const edition = ['edition', 'new', 'training', '--year', '2025'];
  if (lines.some((line) => line.includes('training-2025.yaml')) && !lines[0]?.includes(' new '))
    commands.unshift(edition);
  for (const command of commands) {
    const { code, err } = run(command, plans);
    // A starter is not complete yet, so a check may find something; it is never a call that cannot be carried out.
    expect(code, `${command.join(' ')}: ${err}`).toBeLessThanOrEqual(command.slice(0, 2).includes('check') ? 1 : 0);
  }
});

describe.each([
  { name: 'README.md', pages: englishPages },
  { name: 'README.zh-CN.md', pages: chinesePages },
])('$name and the guide that it leads to', ({ name, pages }) => {
  const readme = textOf(name);
  const text = pages.map(textOf).join('\n');
  const blocks = blocksOf(text);
  const shown = blocks.filter(({ language }) => language === 'console').flatMap(({ text }) => sessionsOf(text));

  test('the README is short and leads to every page', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(160);
    expect(linksOf(readme)).toEqual(expect.arrayContaining(pages.slice(1)));
  });

  test.each(shown)('shows what is printed: $command', ({ command, output }) => {
    const [name, ...args] = argumentsOf(command);
    expect(name).toBe('hn-gp');
    if (args[0] === 'check') expect(args, 'an output holds for one day').toContain('--as-of');
    const { out, err } = run(args);
    expect(err).toBe('');
    expect(out).toBe(output);
  });

  test('its first check finds nothing wrong', () => {
    const command = /npx hn-gp (check .*)$/m.exec(blocks.find(({ language }) => language === 'sh')?.text ?? '')?.[1];
    expect(run(argumentsOf(command ?? '')).code).toBe(0);
  });

  test('the plan that it explains has no mistake', () => {
    const plan = blocks.find(({ language, text }) => language === 'yaml' && /^(kind|文种):/.test(text));
    const file = join(folder, 'plan.yaml');
    writeFileSync(file, plan?.text ?? '');
    const { findings } = JSON.parse(
      run(['check', file, '--as-of', '2024-03-12', '--format', 'json', '--no-config']).out,
    );
    // One session shows every line; the count of sessions is what is left to do.
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['training/base-session-count']);
  });

  test('the config that it shows is valid and has every key', () => {
    const config = blocks.find(({ language, text }) => language === 'yaml' && text.startsWith('include:'))?.text ?? '';
    const file = join(folder, 'hn-gp.config.yaml');
    writeFileSync(file, config);
    const { err } = run(['check', 'examples/both-types', '--as-of', '2024-03-20', '--config', file]);
    expect(err).toBe('');
    const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'));
    const keys = [...config.matchAll(/^(\w+):/gm)].map(([, key]) => key);
    expect(keys.sort()).toEqual(Object.keys(schema.properties).sort());
  });

  test('names every option of check, every format and every command, and no others', () => {
    const options = (help: string) =>
      [...help.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option ?? '').filter((o) => o !== '--help');
    for (const option of options(run(['check', '--help', '--lang', 'en']).out)) expect(text).toContain(option);
    const listed = [...text.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name ?? '');
    expect(listed.filter((name) => name in formats).sort()).toEqual(Object.keys(formats).sort());
    const help = run(['--help', '--lang', 'en']).out;
    const commands = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) \S/gm)].map(([, name]) => name);
    const named = [...text.matchAll(/(?:`hn-gp|^\$ hn-gp|npx hn-gp|hn-gp\.cmd) ([a-z]+)/gm)].map(([, name]) => name);
    expect([...new Set(named), 'help'].sort()).toEqual([...new Set(commands)].sort());
  });
});
