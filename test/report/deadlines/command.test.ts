import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { workspace } from '../../cli/run.ts';
import { pairing, plan } from './set.ts';

const place = workspace({
  'plan.yaml': plan,
  'pairing.yaml': pairing,
  'broken.yaml': `${plan}---\n${plan.replace('level: provincial', 'level: x').replace('2024', '2025')}`,
  'old.yaml': plan.replaceAll('2024', '2023'),
  'off.config.yaml': 'rules: {training/notice: off}\n',
  'formula.yaml': plan.replace('内科师资培训', '"=HYPERLINK(1)\\e[31m"'),
});
afterAll(place.remove);

const deadlines = (...args: string[]) => place.run(['deadlines', ...args]);
const on = ['--as-of', '2024-05-08'];

describe('hn-gp deadlines', () => {
  test('exits with 0, whatever is overdue, and says nothing on standard error', () => {
    const { code, out, err } = deadlines('plan.yaml', ...on);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('2024-05-24');
    expect(out).toContain('判定日 2024-05-08：已逾期 10 项，未到期 11 项，已完成 1 项。');
    expect(deadlines('plan.yaml', ...on, '--lang', 'en', '--within', '1').out).toContain(
      'As of 2024-05-08, due within 1 day or overdue: 10 overdue, 1 pending, 0 done.',
    );
  });

  test('json has every figure of a duty', () => {
    const { out } = deadlines('plan.yaml', ...on, '-f', 'json', '--within', '16', '--lang', 'en');
    const { deadlines: listed, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      schemaVersion: 1,
      tool: { name: 'hn-gp', version: expect.any(String) },
      asOf: '2024-05-08',
      within: 16,
      summary: { done: 0, pending: 6, overdue: 10 },
    });
    expect(listed.at(-1)).toEqual({
      due: '2024-05-24',
      daysLeft: 16,
      state: 'pending',
      late: false,
      owner: '海口市人民医院',
      subject: 'HK-01',
      title: '内科师资培训',
      duty: 'The summary is submitted within 7 days',
      note: null,
      rule: 'training/summary-deadline',
      policy: 'training',
      clause: '七（三）',
      file: 'plan.yaml',
      line: 5,
      column: 5,
      path: '/sessions/0/id',
    });
  });

  test('csv is for Excel: byte-order mark, no live formulas, no control characters', () => {
    const { out } = deadlines('formula.yaml', ...on, '-f', 'csv');
    expect(out.startsWith('\ufeff期限,剩余天数,状态,责任方,对象,事项,规则,条款,位置\r\n')).toBe(true);
    expect(out).not.toContain('\u001b');
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(22);
    expect(rows[0]).toMatchObject({ 期限: '2024-04-08', 状态: '已逾期', 位置: 'formula.yaml:5' });
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^=/);
  });

  test('says what it could not list', () => {
    expect(deadlines('broken.yaml', 'plan.yaml', ...on).err).toEqual(
      expect.stringMatching(
        /^hn-gp: broken\.yaml:\d+ 第 2 份记录没有判定，不算通过：.*\nhn-gp: plan\.yaml:1 没有判定，不算通过：和 broken\.yaml:3 是同一份，只判那一份\n$/,
      ),
    );
    expect(deadlines('old.yaml', ...on, '--lang', 'en').err).toBe(
      'hn-gp: old.yaml:1 not judged, which is no pass: no notice governs it\n',
    );
    const { out, err } = deadlines('plan.yaml', ...on, '--config', 'off.config.yaml');
    const row = /│ training\/notice +│/;
    expect(deadlines('plan.yaml', ...on).out).toMatch(row);
    expect(out).not.toMatch(row);
    for (const told of [out, err]) expect(told).toContain('training/notice 关闭');
  });

  test.each(['off', 'info'])('says it whatever the config makes of the rules that tell: %s', (severity) => {
    const names = ['schema/date', 'data/date-order', 'data/no-dates'];
    place.write('soft.config.yaml', `rules: {${names.map((rule) => `${rule}: ${severity}`).join(', ')}}\n`);
    const session = plan.slice(plan.indexOf('  - id'));
    const undated = session.slice(0, session.indexOf('    offline'));
    const wrong = [
      plan.replace('start: 2024-05-08', 'start: 2024-13-08'),
      session.replace('end: 2024-05-09', 'end: 2024-05-07'),
      undated,
    ];
    const { out } = place.run(['deadlines', '-', ...on, '--config', 'soft.config.yaml'], { input: wrong.join('') });
    expect(out).toContain('有 3 处写错或者没有写日期');
    const { findings } = JSON.parse(
      place.run(['check', '-', ...on, '--config', 'soft.config.yaml', '-f', 'json'], { input: wrong.join('') }).out,
    );
    const severities = findings.flatMap((each: { rule: string; severity: string }) =>
      names.includes(each.rule) ? each.severity : [],
    );
    expect(severities).toEqual(severity === 'off' ? [] : ['info', 'info', 'info']);
  });

  test('says beside a calendar alone that deadlines could not be told', () => {
    const { out, err } = place.run(['deadlines', '-', ...on, '--ics', 'undated.ics'], {
      input: plan.replace('start: 2024-05-08', 'start: 五月上旬某天'),
    });
    expect(out).toBe('');
    expect(err).toContain('有 1 处写错或者没有写日期');
  });

  test('reads standard input', () => {
    const { out } = place.run(['deadlines', '-', ...on, '-f', 'json', '--policy', 'pairing'], { input: pairing });
    expect(JSON.parse(out).deadlines.every(({ file }: { file: string }) => file === '<stdin>')).toBe(true);
  });

  test('--ics writes a calendar instead of the list, or beside it', () => {
    const alone = deadlines('plan.yaml', ...on, '--ics', 'alone.ics');
    expect(alone).toEqual({ code: 0, out: '', err: 'hn-gp: 日历已存到 alone.ics，共 21 项未完成\n' });
    expect(readFileSync(place.path('alone.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const both = deadlines('plan.yaml', ...on, '--ics', 'both.ics', '-f', 'csv', '-o', 'both.csv');
    expect(both.out).toBe('');
    expect(existsSync(place.path('both.csv'))).toBe(true);
    expect(readFileSync(place.path('both.ics'))).toEqual(readFileSync(place.path('alone.ics')));
    expect(deadlines('plan.yaml', ...on, '--ics', 'third.ics', '-f', 'json').out).toMatch(/^\{/);
  });

  test('tells how many events a calendar holds', () => {
    const session = plan.slice(plan.indexOf('  - id')).replace('    level:', '    host: 海口市人民医院\n    level:');
    place.write('province.yaml', `kind: province\nyear: 2024\nsessions:\n${session}`);
    const { err } = deadlines('plan.yaml', 'province.yaml', ...on, '--ics', 'joined.ics', '--lang', 'en');
    const events = readFileSync(place.path('joined.ics'), 'utf8').match(/BEGIN:VEVENT/g);
    expect(err).toContain(`joined.ics written, ${events?.length} not done`);
  });

  test.each([
    [['nowhere.yaml']],
    [['plan.yaml', '--within', '-1']],
    [['plan.yaml', '--within', '1.5']],
    [['plan.yaml', '--within', '99999']],
    [['plan.yaml', '--as-of', '2024-02-30']],
    [['plan.yaml', '--format', 'xml']],
    [['plan.yaml', '--policy', 'tcm']],
    [['plan.yaml', '--ics', 'plan.yaml']],
    [['plan.yaml', '--ics', 'a.txt', '-o', 'a.txt']],
    [['plan.yaml', '--ics', 'no/such/folder.ics']],
  ])('%j is refused with 2 and one line', (args) => {
    const { code, out, err } = deadlines(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^hn-gp: [^\n]+\n$/);
    expect(readFileSync(place.path('plan.yaml'), 'utf8')).toBe(plan);
  });

  test('the same bytes in every time zone', () => {
    const runs = ['UTC', 'Asia/Shanghai', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ) => {
      const { out } = place.run(['deadlines', 'plan.yaml', 'pairing.yaml', ...on, '-f', 'json', '--ics', 'zone.ics'], {
        env: { TZ },
      });
      return out + readFileSync(place.path('zone.ics'), 'utf8');
    });
    expect(runs[0]).toContain('BEGIN:VEVENT');
    expect(new Set(runs).size).toBe(1);
  });
});
