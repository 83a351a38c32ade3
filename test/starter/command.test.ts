import { chmodSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workspace } from '../cli/run.ts';

let place: ReturnType<typeof workspace>;
beforeEach(() => {
  place = workspace();
});
afterEach(() => place.remove());

const read = (name: string) => place.read(name);

/** The first line of standard error. */
const complaint = (...args: string[]) => {
  const { code, err, out } = place.run(['init', ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err.split('\n')[0];
};

describe('init', () => {
  test('writes a file that check reads, and tells the next step', () => {
    const { code, out, err } = place.run(['init', 'plan', '--base', '海口市人民医院', '--start', '2024-05-11']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('已写好 plan.yaml');
    expect(err).toContain('hn-gp check plan.yaml');
    expect(err).toContain('琼医学术管函〔2024〕21号');
    const { findings } = JSON.parse(
      place.run(['check', 'plan.yaml', '--as-of', '2024-03-20', '--format', 'json']).out,
    ) as { findings: { rule: string }[] };
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ rule }) => /^(yaml|schema|data)\//.test(rule))).toEqual([]);
  });

  test('knows the kinds by both names, and a year that a notice governs', () => {
    for (const [kind, file] of [
      ['年度计划', 'plan.yaml'],
      ['结对帮扶', 'pairing.yaml'],
      ['city-program', 'city-program.yaml'],
    ] as const) {
      expect(place.run(['init', kind]).code).toBe(0);
      expect(place.run(['check', file, '--rule', 'data/no-edition', '--rule', 'schema/*']).code).toBe(0);
    }
  });

  test('writes to standard output alone with -o -, the same each time', () => {
    const once = place.run(['init', 'session', '--year', '2024', '-o', '-', '--keys', 'en', '--lang', 'en']);
    expect(once.out).toMatch(/^# session .*\n(?:.*\n)*kind: session #/);
    expect(place.run(['init', 'session', '--year', '2024', '-o', '-', '--keys', 'en', '--lang', 'en'])).toEqual(once);
    expect(readdirSync(place.folder)).toEqual([]);
  });

  test('overwrites nothing without --force', () => {
    writeFileSync(place.path('plan.yaml'), 'mine');
    expect(complaint('plan')).toContain('plan.yaml 已经有了，没有覆盖；要覆盖请加 --force，或用 -o 换个文件名');
    expect(read('plan.yaml')).toBe('mine');
    writeFileSync(place.path('plan.xlsx'), 'mine');
    expect(complaint('plan', '--xlsx', 'plan.xlsx')).toContain('或用 --xlsx 换个文件名');
    expect(read('plan.xlsx')).toBe('mine');
    expect(place.run(['init', 'plan', '--force']).code).toBe(0);
    expect(read('plan.yaml')).toContain('文种: 年度计划');
    expect(readdirSync(place.folder)).toEqual(['plan.xlsx', 'plan.yaml']);
  });

  test('names the file that it wrote in the next step', () => {
    const { err } = place.run(['init', 'plan', '-o', '我的 计划.yaml']);
    expect(err).toContain('hn-gp check "我的 计划.yaml"');
    expect(read('我的 计划.yaml')).toContain('hn-gp check "我的 计划.yaml"');
  });

  test.each([
    [['年度计画'], '年度计划'],
    [['plan', '--keys', 'ch'], '--keys'],
    [['plan', '--base', '海口市人名医院'], '海口市人民医院'],
    [['plan', '--base', ' '], '全称'],
    [['plan', '--year', '24'], '四位数年份'],
    [['plan', '--start', '2024-02-30'], '日历上有的日期'],
    [['plan', '--start', '2024-05-11', '--year', '2023'], '不在 2023 年度里'],
    [['plan', '--start', '2023-05-11'], '没有适用于 2023 年度的通知'],
    [['province', '--base', '海口市人民医院'], '全省计划用不到 --base'],
    [['city-program', '--start', '2024-05-11'], '激励方案用不到 --start'],
    [['pairing', '--year', '2024'], '结对帮扶用不到 --year'],
    [['plan', '-o', 'no/such/plan.yaml'], '文件夹不存在'],
  ])('%j is a call that cannot be carried out', (args, said) => {
    expect(complaint(...args)).toContain(said);
    expect(readdirSync(place.folder)).toEqual([]);
  });

  test('takes names, aliases and types from the config', () => {
    place.write(
      'hn-gp.config.yaml',
      'bases:\n  - { name: 东方市人民医院, aliases: [东方医院], types: assistant-gp }\n  - { name: 三亚中医院, types: [tcm] }\n',
    );
    const config = read('hn-gp.config.yaml').replace('types: assistant-gp', 'types: [assistant-gp]');
    place.write('hn-gp.config.yaml', config);
    place.run(['init', 'plan', '--base', '东方医院']);
    const plan = read('plan.yaml');
    expect(plan).toContain('名称: 东方市人民医院 #');
    expect(plan).toContain('类别: [助理全科基地] #');
    expect(plan.match(/- 编号: 2024-\d+/g)).toHaveLength(2);
    place.run(['init', 'plan', '--base', '三亚中医院', '--force']);
    expect(read('plan.yaml')).not.toContain('- 编号:');
  });

  test('takes numbers from an edition of the config', () => {
    const edition = readFileSync(new URL('../../notices/training-2024.yaml', import.meta.url), 'utf8')
      .replace('{ from: 2024, to: 2024 }', '{ from: 2025, to: 2025 }')
      .replace('issued: 2024-03-11', 'issued: 2025-03-11')
      .replaceAll('{ value: 2024-', '{ value: 2025-')
      .replace('hospitalOnlineHours: { value: 10,', 'hospitalOnlineHours: { value: 12,');
    place.write('2025.yaml', edition);
    place.write('hn-gp.config.yaml', 'editions: [2025.yaml]\n');
    place.run(['init', 'session', '--start', '2025-05-10']);
    expect(read('session.yaml')).toContain('学时: 12 # 院级线上不少于 12 学时');
  });
});

describe('a file is written whole or not at all', () => {
  test('through a link into its target, keeping its mode', () => {
    place.write('real.md', 'old');
    chmodSync(place.path('real.md'), 0o640);
    symlinkSync('real.md', place.path('link.md'));
    expect(place.run(['rules', '--format', 'markdown', '-o', 'link.md']).code).toBe(0);
    expect(readlinkSync(place.path('link.md'))).toBe('real.md');
    expect(statSync(place.path('real.md')).mode & 0o777).toBe(0o640);
    expect(read('real.md')).toContain('training/');
    expect(readdirSync(place.folder).sort()).toEqual(['link.md', 'real.md']);
  });

  test('to a link that leads nowhere yet, and to a device', () => {
    symlinkSync('later.json', place.path('link.json'));
    expect(place.run(['rules', '--format', 'json', '-o', 'link.json']).code).toBe(0);
    expect(JSON.parse(read('later.json'))).not.toEqual([]);
    expect(JSON.parse(place.shell('$HN rules --format json -o /dev/stdout | cat').out)).not.toEqual([]);
  });

  test('a folder is no file', () => {
    place.write('folder/kept', '');
    const { code, err } = place.run(['rules', '-o', 'folder']);
    expect(code).toBe(2);
    expect(err).toContain('这是文件夹');
  });
});
