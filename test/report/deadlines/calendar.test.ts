import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../../src/report/deadlines/calendar.ts';
import { city, dutiesOf, pairing, plan } from './set.ts';

const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    summary: String(event.getFirstPropertyValue('summary')),
    description: String(event.getFirstPropertyValue('description')),
    start: String(event.getFirstPropertyValue('dtstart')),
    end: String(event.getFirstPropertyValue('dtend')),
    names: event.getAllProperties().map(({ name }) => name),
    alarms: event.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
  }));

const written = async (text: string, asOf = '2024-05-08') => calendar(await dutiesOf(text, asOf), 'zh');
const all = `${plan}---\n${pairing}---\n${city}`;

/** The rules of RFC 5545 for lines, checked without the library that wrote them. */
function expectSoundLines(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  }
  return text.replaceAll('\r\n ', '').slice(0, -2).split('\r\n');
}

describe('the calendar', () => {
  test('holds what is not done, as all-day events with two reminders', async () => {
    const { duties } = await dutiesOf(all, '2024-05-08');
    const open = duties.filter(({ state }) => state !== 'done');
    const found = events(await written(all));
    expect(found.map(({ start }) => start)).toEqual(open.map(({ due }) => due));
    const summary = found.find(({ summary: text }) => text.startsWith('7 天内报送总结'));
    expect(summary).toMatchObject({
      summary: '7 天内报送总结 · 内科师资培训',
      description:
        '责任方：海口市人民医院\n对象：HK-01 内科师资培训\n条款：七（三）\n规则：training/summary-deadline\n位置：set.yaml:5',
      start: '2024-05-24',
      end: '2024-05-25',
      alarms: ['-P7D', '-P1D'],
    });
    for (const { names } of found)
      expect(names).toEqual(['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'description', 'transp']);
  });

  test('has what is not known to the day on the day that days left are counted to, and names the range', async () => {
    const text = plan.replace('start: 2024-05-08, end: 2024-05-09', 'dates: 5月').replace(/ +online: .*\n/, '');
    const preparation = async (asOf: string) =>
      events(await written(text, asOf)).find(({ summary }) => summary.startsWith('准备时间'));
    const description = expect.stringContaining('\n期限：2024-04-01～2024-04-30\n');
    expect(await preparation('2024-03-20')).toMatchObject({ start: '2024-04-01', end: '2024-04-02', description });
    expect(await preparation('2024-04-02')).toMatchObject({ start: '2024-04-30', end: '2024-05-01', description });
  });

  test('is RFC 5545 to the byte: CRLF, lines of 75 octets that split no character, dates without a time', async () => {
    const lines = expectSoundLines(await written(all));
    expect(lines.slice(0, 8)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      expect.stringMatching(/^PRODID:-\/\/hn-gp\/\//),
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:住培与全科培训合规期限',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'BEGIN:VEVENT',
    ]);
    expect(lines).toContain('DTSTART;VALUE=DATE:20240524');
    expect(lines.filter((line) => line.startsWith('DTSTAMP'))).toEqual(
      Array(events(await written(all)).length).fill('DTSTAMP:20240508T000000Z'),
    );
    expect(lines.filter((line) => line.startsWith('TRIGGER')).every((line) => /^TRIGGER:-P[71]D$/.test(line))).toBe(
      true,
    );
    expect((await written(all)).includes('\ufffd')).toBe(false);
  });

  test.each([1, 2, 3, 4])('folds a long title that is out of step by %s octets', async (offset) => {
    const title = `${'a'.repeat(offset)}${'全科医生培训，𠮷'.repeat(40)}`;
    const text = await written(plan.replace('内科师资培训', title));
    expectSoundLines(text);
    expect(events(text).some(({ summary }) => summary.endsWith(title))).toBe(true);
  });

  test('what the files say never becomes a property or an event of its own', async () => {
    const title = 'x\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT\\nATTACH:http://example.com\\u2028;a,b\\\\n\\u0007\\rURL:x';
    const text = await written(plan.replace('title: 内科师资培训', `title: "${title}"`));
    const lines = expectSoundLines(text);
    expect(lines.some((line) => /^(ATTACH|URL)/.test(line))).toBe(false);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(events(await written(plan)).length);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\x00-\x1f\x7f\u2028]/);
    expect(events(text)[0]?.summary).toContain(
      'x⏎END:VEVENT⏎BEGIN:VEVENT⏎ATTACH:http://example.com\\u2028;a,b\\n\\u0007\\u000dURL:x',
    );
  });

  test('keeps the UID of a duty from day to day and when it moves, and tells all apart', async () => {
    const uids = async (text: string, asOf: string) =>
      new Map(events(await written(text, asOf)).map(({ uid, summary, start }) => [uid, `${summary} ${start}`]));
    const before = await uids(plan, '2024-03-01');
    expect(before.size).toBe(21);
    for (const uid of before.keys()) expect(uid).toMatch(/^[0-9a-f]{32}@hn-gp$/);
    expect([...(await uids(plan, '2024-03-02')).keys()]).toEqual([...before.keys()]);
    const moved = await uids(`# a line more\n${plan.replaceAll('2024-05-1', '2024-05-2')}`, '2024-03-01');
    expect(new Set(moved.keys())).toEqual(new Set(before.keys()));
    expect([...moved.values()]).not.toEqual([...before.values()]);
  });

  test('keeps the UID of a sitting once the one before it was held', async () => {
    const sittings = '[{date: 2024-05-20, covers: offline}, {date: 2024-05-27, covers: online}]';
    const text = plan.replace('[{covers: [offline, online], form: online}]', sittings);
    const uidOf = async (asOf: string) =>
      events(await written(text, asOf)).find(({ start }) => start === '2024-05-27')?.uid;
    const before = await uidOf('2024-05-18');
    expect(before).toBeDefined();
    expect(await uidOf('2024-05-21')).toBe(before);
  });

  test('a session written in two files is one event; two sessions with one id are two', async () => {
    const twice = `${plan}---\nkind: province\nyear: 2024\nsessions:\n${plan.slice(plan.indexOf('  - id')).replace('    level:', '    host: 海口市人民医院\n    level:')}`;
    const one = (text: string) => events(text).filter(({ summary }) => summary.startsWith('7 天内报送总结'));
    expect(one(await written(twice))).toHaveLength(1);
    const other = plan.slice(plan.indexOf('  - id')).replaceAll('2024-05-1', '2024-05-2');
    const found = one(await written(`${plan}${other}`));
    expect(found.map(({ start }) => start)).toEqual(['2024-05-24', '2024-06-03']);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(2);
  });

  test('sessions of one record that nothing but their specialty tells apart are events of their own, in one file or two', async () => {
    const session = (specialty: string) => plan.slice(plan.indexOf('  - id')).replace('internal-medicine', specialty);
    const unnamed = (text: string) => text.replaceAll('  - id: HK-01\n    title', '  - title');
    const two = unnamed(plan + session('surgery'));
    const { duties } = await dutiesOf(two, '2024-05-08');
    const open = duties.filter(({ state }) => state !== 'done');
    const found = events(await written(two));
    expect(found).toHaveLength(open.length);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(open.length);
    const hosted = (specialty: string) =>
      session(specialty).replace('    level:', '    host: 海口市人民医院\n    level:');
    const again = unnamed(`kind: province\nyear: 2024\nsessions:\n${hosted('internal-medicine')}${hosted('surgery')}`);
    const summaries = (text: string) => events(text).filter(({ summary }) => summary.startsWith('7 天内报送总结'));
    expect(summaries(await written(`${two}---\n${again}`))).toHaveLength(2);
  });

  test('without anything open it holds no event', async () => {
    const text = await written('kind: plan\nyear: 2023\nbase: {name: 海口市人民医院, types: residency}\n');
    expectSoundLines(text);
    expect(events(text)).toEqual([]);
  });
});
