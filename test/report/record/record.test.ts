import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { recordFormats } from '../../../src/report/record/formats.ts';
import { complianceRecord } from '../../../src/report/record/record.ts';
import { workspace } from '../../cli/run.ts';
import { checked, others, plan } from './sample.ts';

const files = { 'base.yaml': plan('海口市人民医院'), ...others };
const result = await checked(files);
const record = complianceRecord(result);
const written = async (format: string, lang: 'zh' | 'en' = 'zh') => {
  const write = await recordFormats[format]?.();
  return String(write?.(record, lang));
};
const folder = workspace({ ...files, 'hn-gp.config.yaml': 'rules:\n  training/topics: off\n' });
afterAll(folder.remove);

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

test('every verdict stands in the record of its owner, and the totals agree with the check', () => {
  const owners = record.owners.map(({ kind, owner }) => `${kind} ${owner}`);
  expect(owners).toEqual(['base 海口市人民医院', 'pairing 海南省人民医院 → 万宁市人民医院', 'city 海口']);
  for (const outcome of ['pass', 'fail', 'pending', 'unknown', 'waived'] as const) {
    const of = (counts: Record<typeof outcome, number>) => counts[outcome];
    expect(record.owners.reduce((total, { counts }) => total + of(counts), 0)).toBe(result.counts[outcome]);
    expect(record.byNotice.reduce((total, { counts }) => total + of(counts), 0)).toBe(result.counts[outcome]);
  }
  expect(result.counts.fail).toBeGreaterThan(3);
  expect(result.counts.waived).toBe(1);
  for (const { counts, entries } of record.owners) expect(entries).toHaveLength(sum(counts));
});

test('an entry tells what was required, what was found and by which clause', () => {
  const [base] = record.owners;
  const failure = base?.entries.find(({ rule }) => rule.id === 'training/hospital-online-duration');
  expect(failure?.verdict).toMatchObject({ verdict: 'fail', clause: '六（二）', subject: 'S-1' });
  expect(failure?.verdict.expected?.zh).toBe('≥ 10');
  expect(failure?.verdict.actual?.zh).toBe('8');
  const waived = base?.entries.find(({ verdict }) => verdict.verdict === 'waived');
  expect(waived?.verdict.waiver).toEqual({
    rule: 'training/blended-format',
    reason: '教学查房',
    approvedBy: '教学查房',
    expires: '2024-12-31',
  });
});

test('entries follow the clauses of the notice', () => {
  const clauses = record.owners[0]?.entries.map(({ rule }) => rule.clause[0]) ?? [];
  const order = '函一二三四五六七八九十附';
  const places = clauses.map((clause) => order.indexOf(clause ?? ''));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(new Set(places).size).toBeGreaterThan(4);
});

test('each file read has the SHA-256 of its bytes, the unreadable record is named, and editions are those that govern', () => {
  const expected = Object.entries(files)
    .map(([file, text]) => ({ file, role: 'record', sha256: createHash('sha256').update(text).digest('hex') }))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  expect(record.sources).toEqual(expected);
  expect(record.unjudged).toMatchObject([{ file: 'unread.yaml', line: expect.any(Number) }]);
  expect(record.ownerless.map(({ rule, file }) => [rule, file])).toEqual([['schema/type', 'unread.yaml']]);
  expect(record.editions.map(({ notice, edition }) => [notice, edition])).toEqual([
    ['training', '2024'],
    ['pairing', '2020'],
    ['haikou', '2019'],
  ]);
});

test('a notice that is left out leaves no edition, and to what it governs no verdict', async () => {
  const alone = complianceRecord(await checked(files, { policies: ['pairing'] }));
  expect(alone.editions.map(({ notice }) => notice)).toEqual(['pairing']);
  expect(alone.byNotice.map(({ notice }) => notice)).toEqual(['pairing']);
  expect(alone.owners.filter(({ entries }) => entries.length > 0).map(({ kind }) => kind)).toEqual(['pairing']);
  expect(alone.unasked.map(({ file }) => file)).toEqual(['base.yaml', 'city.yaml']);
});

test('an alias and its name are one owner', async () => {
  const session =
    'kind: session\nyear: 2024\nbase: 海口市医院\nid: S-9\ntitle: 内科\nlevel: hospital\naudience: faculty\noffline: {start: 2024-07-01, end: 2024-07-01, hours: 8}\n';
  const config = 'bases:\n  - {name: 海口市人民医院, aliases: [海口市医院]}\n';
  const both = complianceRecord(
    await checked({ 'base.yaml': plan('海口市人民医院'), 's.yaml': session, 'hn-gp.config.yaml': config }),
  );
  expect(both.owners.map(({ owner }) => owner)).toEqual(['海口市人民医院']);
  expect(both.owners[0]?.activities.map(({ id }) => id)).toContain('S-9');
  expect(both.sources.find(({ role }) => role === 'config')?.sha256).toBe(
    createHash('sha256').update(config).digest('hex'),
  );
});

test('a base that was renamed is one owner, also of its deadlines; by one name alone it goes by that', async () => {
  const [before, since] = ['海南医学院第一附属医院', '海南医科大学 第一附属医院'];
  const owners = async (...names: string[]) => {
    const named = names.map((name, index) => [`${index}.yaml`, plan(name).replaceAll('2024', `${2024 + index}`)]);
    const { deadlines = [], ...gathered } = await checked(Object.fromEntries(named));
    const shown = complianceRecord({ ...gathered, deadlines }).owners.map(({ owner }) => owner);
    expect([...new Set(deadlines.map(({ owner }) => owner))]).toEqual(shown);
    return shown;
  };
  expect(await owners(before, since)).toEqual([before]);
  expect(await owners(since, before)).toEqual([before]);
  expect(await owners(since)).toEqual([since]);
});

test('csv: one row a verdict with a byte-order mark, formulas disarmed', async () => {
  const text = await written('csv');
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  const verdicts = rows.filter((row) => row.规则 !== '');
  expect(verdicts).toHaveLength(sum(result.counts));
  expect(verdicts.filter((row) => row.判定 === '不通过')).toHaveLength(result.counts.fail);
  expect(rows.find((row) => row.规则 === 'training/hospital-online-duration')).toMatchObject({
    名称: '海口市人民医院',
    对象: 'S-1',
    要求: '≥ 10',
    实际: '8',
    条款: '六（二）',
  });
  expect(rows.filter((row) => row.类型 === 'SHA-256')).toHaveLength(4);
  const hostile = complianceRecord(await checked({ 'a.yaml': plan('=1+1', '=cmd()') }));
  const csv = String((await recordFormats.csv?.())?.(hostile, 'zh'));
  const cells: string[][] = parse(csv, { bom: true });
  expect(cells.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  expect(cells.flat()).toContain("'=1+1");
});

test('text and markdown say all of it in both languages', async () => {
  const sha256 = record.sources[0]?.sha256 ?? 'none';
  for (const format of ['text', 'markdown']) {
    const zh = await written(format);
    const en = await written(format, 'en');
    for (const said of ['2024-06-20', sha256, '海口市人民医院', '≥ 10', '2024-12-31', 'unread.yaml']) {
      expect(zh).toContain(said);
      expect(en).toContain(said);
    }
    expect(zh).toContain(`不通过 ${result.counts.fail}`);
    expect(en).toContain(`fail ${result.counts.fail}`);
    expect(en).toContain('judged');
  }
});

test('hn-gp report writes several formats, exits with 1 where a record was not judged, and takes the options of check', () => {
  const { code, out } = folder.run([
    'report',
    '-f',
    'csv',
    '-f',
    'html=页面.html',
    '--as-of',
    '2024-06-20',
    '--policy',
    'training',
  ]);
  expect(code).toBe(1);
  expect(out).toContain('海口市人民医院');
  const rows: Record<string, string>[] = parse(out, { bom: true, columns: true });
  expect(new Set(rows.flatMap(({ 规则, 通知 }) => (规则 === '' ? [] : 通知)))).toEqual(new Set(['年度培训']));
  expect(rows.filter(({ 要求 }) => 要求?.startsWith('pair.yaml'))).toMatchObject([
    { 类型: '说明', 要求: expect.stringContaining('没有判定') },
  ]);
  expect(out).toContain('training/topics 关闭');
  expect(folder.run(['report', '页面.html', '-o', '页面.html']).code).toBe(2);
  expect(folder.run(['report', '--help']).out).toContain('退出码');
});

test('hn-gp report reads standard input, exits with 0 whatever it says, and refuses what it cannot do', () => {
  const { code, out } = folder.run(
    ['report', '-', '--stdin-filename', '计划.yaml', '--no-config', '--as-of', '2024-06-20'],
    {
      input: plan('海口市人民医院'),
    },
  );
  expect(code).toBe(0);
  expect(out).toMatch(/不通过 \d/);
  expect(out).toContain(`${createHash('sha256').update(plan('海口市人民医院')).digest('hex')}  计划.yaml`);
  expect(folder.run(['report', 'absent.yaml']).code).toBe(2);
  expect(folder.run(['report', '--format', 'pdf']).err).toContain('pdf');
});

test('rows that repeat a title name their item, and passes tell what was asked and found', async () => {
  const city = complianceRecord(await checked({ 'c.yaml': 'kind: city-program\ncity: 海口市\nyear: 2019\n' }));
  const departments = city.owners[0]?.entries.filter(({ rule }) => rule.id === 'haikou/gp-department');
  expect(departments?.map(({ verdict }) => verdict.label?.zh)).toEqual(['市人民医院', '市中医医院']);
  const write = await recordFormats.text?.();
  expect(write?.(city, 'zh')).toContain('独立设置全科医学科  市中医医院');
  const pass = record.owners[0]?.entries.find(
    ({ rule, verdict }) => rule.id === 'training/completion-window' && verdict.verdict === 'pass',
  );
  expect([pass?.verdict.expected?.zh, pass?.verdict.actual?.zh]).toEqual(['≤ 10 天', '4 天']);
  expect(await written('text')).toContain('要求 ≤ 10 天；实际 4 天');
  // A sentence that is asked does not end before what was found.
  expect(await written('text')).not.toContain('。；');
});

test('how strictly a rule binds is said of each edition that judged, where they differ', async () => {
  const ofTwo = complianceRecord(
    await checked({
      'a.yaml': plan('海口市人民医院'),
      'b.yaml': plan('海口市人民医院').replaceAll('2024', '2025'),
      'hn-gp.config.yaml': 'editions: [next.yaml]\n',
      'next.yaml': readFileSync(new URL('../../editions/training-2025.yaml', import.meta.url), 'utf8'),
    }),
  );
  const modalities = Object.fromEntries(ofTwo.rules.map(({ id, modality }) => [id, modality.zh]));
  expect(modalities['training/hospital-online-duration']).toBe('2024 年版：必须；2025 年版：原则上');
  expect(modalities['training/completion-window']).toBe('必须');
  for (const format of ['csv', 'html']) {
    const write = await recordFormats[format]?.();
    expect(String(write?.(ofTwo, 'en')), format).toContain('2024: must; 2025: in principle');
  }
});

test('errors in the data are a state of their own in every format', async () => {
  const flawed = complianceRecord(
    await checked({
      'base.yaml': plan('海口市人民医院').replace('online: {start: 2024-05-10', 'online: {start: 2024-05-12'),
    }),
  );
  expect(flawed.owners[0]?.dataErrors.map(({ rule }) => rule)).toEqual(['data/date-order']);
  for (const format of ['text', 'csv', 'markdown', 'html']) {
    const write = await recordFormats[format]?.();
    const [sound, unsound] = [record, flawed].map((each) => String(write?.(each, 'zh')));
    expect(unsound, format).toContain('资料有误');
    if (format !== 'html') expect(unsound, format).toContain('data/date-order');
    else expect([sound, unsound].map((page) => page?.includes('<td class="flawed">'))).toEqual([false, true]);
  }
});
