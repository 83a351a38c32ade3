import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Run, workspace } from './run.ts';

const examples = join(import.meta.dirname, '../../examples');
const place = workspace({
  'set/broken.yaml': 'kind: plan\nyear: 2024\n  base: x\n',
  'set/latin.yaml': Buffer.from([0x6b, 0x3a, 0x20, 0xff, 0xfe, 0xff]),
  'set/notes.yaml': 'a: 1\n',
  'hn-gp.config.yaml': 'include: [set]\nrules: { training/hospital-online-duration: warning }\n',
});
for (const name of ['as-written', 'both-types', 'province', 'pairings', 'haikou', 'shared-repository/2024'])
  cpSync(join(examples, name), place.path(`set/${name}`), { recursive: true });
afterAll(place.remove);

const asOf = ['--as-of', '2024-10-01'];
const shards = ['part-1.json', 'part-2.json', 'part-3.json'];
const shard = (...args: string[]) => place.run(['check', 'set', '--shard', ...args]);
for (const [index, name] of shards.entries()) shard(`${index + 1}/3`, '-o', name);

/** A call that is refused: exit code 2, nothing on standard output, one line on standard error, which is returned. */
function refused({ code, out, err }: Run): string {
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^hn-gp: .+\n$/);
  return err;
}

describe('merge', () => {
  test.each([['json', '--verdicts'], ['text'], ['sarif', '--complete'], ['junit'], ['html', '--lang', 'en']])(
    'writes in %s %s what a single check writes, whatever the order of the shards',
    (...format) => {
      const args = [...asOf, '-f', ...format];
      expect(place.run(['merge', ...shards.toReversed(), ...args])).toEqual(place.run(['check', 'set', ...args]));
    },
  );

  test('a file that was changed, or is in no shard, is read again, and told', () => {
    const path = place.path('set/notes.yaml');
    writeFileSync(path, 'a: 2\n');
    const one = place.run(['merge', ...shards, ...asOf, '-f', 'json']);
    expect(one.out).toBe(place.run(['check', 'set', ...asOf, '-f', 'json']).out);
    expect(one.err).toContain('有 1 个文件各片里没有、或者之后改过，在这里重新读了：set/notes.yaml');
    writeFileSync(path, 'a: 1\n');
    const two = place.run(['merge', 'part-1.json', ...asOf, '-f', 'json']);
    expect(two.out).toBe(place.run(['check', 'set', ...asOf, '-f', 'json']).out);
    expect(two.err).toMatch(/有 \d+ 个文件各片里没有/);
  });

  test('what was read by an edition of other class hours is read again', () => {
    const edition = readFileSync(join(import.meta.dirname, '../editions/training-2025.yaml'), 'utf8');
    place.write('edition.yaml', edition.replace('hoursPerDay: { value: 8', 'hoursPerDay: { value: 6'));
    const args = [...asOf, '--edition', 'edition.yaml', '-f', 'json'];
    const { out, err } = place.run(['merge', ...shards, ...args]);
    expect(out).toBe(place.run(['check', 'set', ...args]).out);
    expect(err).toContain('重新读了');
  });

  test('refuses what is no shard, is cut short, is of another version, or of another set', () => {
    const text = readFileSync(place.path('part-1.json'), 'utf8');
    place.write('cut.json', text.slice(0, -100));
    place.write('other.json', text.replace(/"hn-gp":"[^"]+"/, '"hn-gp":"0.0.9"'));
    place.write('none.json', '[]');
    place.run(['check', 'set/province', '--shard', '1/2', '-o', 'apart.json']);
    expect(refused(place.run(['merge', 'cut.json']))).toContain('cut.json 不完整或改动过');
    expect(refused(place.run(['merge', 'other.json']))).toContain('是 hn-gp 0.0.9 写的');
    expect(refused(place.run(['merge', 'none.json']))).toContain('不是 hn-gp check --shard 写的分片');
    expect(refused(place.run(['merge', 'part-1.json', 'apart.json']))).toContain('不是同一批文件的分片');
    expect(refused(place.run(['merge', 'nowhere.json']))).toContain('读不了 nowhere.json');
    expect(refused(place.run(['merge', 'set']))).toContain('不是普通文件');
  });
});

describe('check --shard', () => {
  test('says that nothing was judged', () => {
    const { code, out, err } = shard('1/2', '-o', 'half.json');
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^hn-gp: 读了 \d+ 个文件中的 \d+ 个，还没有判定；/);
  });

  test.each([['0/2'], ['3/2'], ['2'], ['1/0'], ['a/b'], ['-1/2']])('refuses %s', (given) => {
    expect(refused(shard(given, '-o', 'x.json'))).toContain('--shard 要写第几片/共几片');
  });

  test.each([
    [['1/2']],
    [['1/2', '-o', '-']],
    [['1/2', '-o', 'x.json', '-f', 'json']],
    [['1/2', '-o', 'x.json', ...asOf]],
    [['1/2', '-o', 'x.json', '--fail-on', 'never']],
  ])('refuses %j: it judges nothing', (args) => {
    expect(refused(shard(...args))).toContain('hn-gp merge');
  });

  test('does not write over a record', () => {
    expect(refused(shard('1/2', '-o', 'set/notes.yaml'))).toContain('set/notes.yaml');
  });
});
