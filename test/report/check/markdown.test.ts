import { expect, test } from 'vitest';
import { hostile, sample, written } from './sample.ts';

/** The tables of a report: cells by row, head rows and rules left out. */
const rows = (report: string): string[][] =>
  report
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:位置|---)/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));

/** What is left of a line once its code spans are taken out, as CommonMark reads them. */
function outsideCode(line: string): string {
  let rest = line;
  let outside = '';
  for (;;) {
    const opening = /`+/.exec(rest);
    if (!opening) return outside + rest;
    const [fence] = opening;
    const after = rest.slice(opening.index + fence.length);
    const closing = new RegExp(`(?<!\`)${fence}(?!\`)`).exec(after);
    if (!closing) return outside + rest;
    outside += rest.slice(0, opening.index);
    rest = after.slice(closing.index + fence.length);
  }
}

test('counts first, with what is open and what was not judged; then a table a file', async () => {
  const result = await sample();
  const report = await written('markdown', result);
  const [heading, ...blocks] = report.split('\n\n');
  const { pass, fail, pending, unknown, waived } = result.counts;
  expect(heading).toMatch(/^## /);
  expect(blocks[0]).toContain(`${result.severities.error} 个错误、${result.severities.warning} 个警告`);
  expect(blocks[0]).toContain(
    `${pass} 项通过，${fail} 项不通过，${pending} 项未到期，${unknown} 项无法判断，${waived} 项豁免`,
  );
  expect(blocks[0]).toContain('有 2 份没有判定，检查不算通过');
  expect([...report.matchAll(/^### `(.*)`$/gm)].map(([, file]) => file)).toEqual([
    'plans/HK-2024-01.yaml',
    'plans/broken.yaml',
    'plans/draft.yaml',
  ]);
  expect(rows(report)).toHaveLength(result.findings.length + result.waived.length);
  expect(rows(report)).toContainEqual([
    '11:57',
    '错误',
    '`training/hospital-online-duration`',
    '六（二）',
    '`HK-2024-01`',
    '院级线上培训只有 8 学时，少于 10 学时',
    '漏写的学时补写进来；确实不足的，安排补训，或在备注里写明原因',
  ]);
  expect(rows(report).at(-1)).toEqual([
    '`plans/HK-2024-01.yaml:12`',
    '警告',
    '`training/blended-format`',
    '五',
    '`HK-2024-01`',
    expect.any(String),
    '`HK-2024-01`（`HK-2024-01`，到 2024-12-31）',
  ]);
});

test('long tables are folded, short ones are not', async () => {
  const report = await written('markdown', await sample());
  const [long, short] = report.split('### `plans/broken.yaml`');
  expect(long).toMatch(/<details>\n<summary>\d+ 个问题<\/summary>\n\n\| /);
  expect(long?.match(/<details>/g)).toHaveLength(1);
  expect(long).toContain('\n\n</details>\n\n');
  expect(short).not.toContain('<details>');
});

test('quiet lists errors only', async () => {
  const result = await sample();
  const report = await written('markdown', result, { quiet: true });
  expect(rows(report)).toHaveLength(result.severities.error);
  expect(new Set(rows(report).map(([, severity]) => severity))).toEqual(new Set(['错误']));
});

test('nothing to list', async () => {
  expect(await written('markdown', await sample({ clean: true }), { lang: 'en' })).toContain('No findings to list.');
});

test.each(hostile.map((value) => ({ value })))('$value is no markup', async ({ value }) => {
  const result = await sample({ value: `一${value}二 ${value} x${value}` });
  const report = await written('markdown', result);
  const table = rows(report);
  expect(table).toHaveLength(result.findings.length + result.waived.length);
  for (const cells of table) expect(cells).toHaveLength(7);
  for (const line of report.split('\n')) {
    if (/^(?:<\/?details>|<summary>\d+ 个\S+<\/summary>|\| ---.*)$/.test(line)) continue;
    const said = outsideCode(line).replace(/^(?:#{2,3} |- )|&#124;| \| |^\| | \|$/g, '');
    expect(said).not.toMatch(/[`<>&[\]\\*_~@#$^{}|]|www|GH-|\bdeadbeef|:[a-z]/i);
  }
});

test.each(['zh', 'en'] as const)(
  'it fits into a comment: the worst is listed, and the rest counted where it is seen (%s)',
  async (lang) => {
    const result = await sample();
    const [first] = result.findings;
    if (!first) throw new Error('no finding');
    const many = (severity: 'error' | 'warning', file: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...first, file, severity, line: index + 1 }));
    const findings = [
      ...many('warning', 'a.yaml', 600),
      ...many('error', 'b.yaml', 300),
      ...many('warning', 'c.yaml', 600),
    ];
    const report = await written('markdown', { ...result, findings }, { lang });
    expect(report.length).toBeLessThanOrEqual(65_536);
    expect(report.length).toBeGreaterThan(60_000);
    const listed = rows(report.replaceAll(/^\| place.*$/gm, '')).length;
    const [, left] =
      (lang === 'zh' ? /另有 (\d+) 个没有列出/ : /, (\d+) more are not listed/).exec(report.split('\n### ')[0] ?? '') ??
      [];
    expect(Number(left)).toBe(findings.length + result.waived.length - listed);
    expect(report.match(lang === 'zh' ? /\| 错误 \|/g : /\| error \|/g)).toHaveLength(300);
    expect(report.match(/<details>/g)?.length).toBe(report.match(/<\/details>/g)?.length);
    const few = await written('markdown', result, { lang });
    expect(few).not.toMatch(/没有列出；|not listed/);
  },
);

test('what was not judged is counted where it is too much, and leaves room for findings', async () => {
  const result = await sample();
  const unjudged = Array.from({ length: 900 }, (_, index) => ({
    file: `plans/${index}.yaml`,
    line: 1,
    reason: { zh: '文字全成了乱码', en: 'garbled' },
  }));
  const report = await written('markdown', { ...result, unjudged });
  const named = report.match(/没有判定，不算通过/g)?.length ?? 0;
  expect(report).toContain(`另有 ${900 - named} 份没有判定的没有列出`);
  expect(named).toBeGreaterThan(100);
  expect(report).toContain('training/hospital-online-duration');
});
