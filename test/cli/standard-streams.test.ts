import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plan, workspace } from './run.ts';

/** Whether there is the program that runs another in a terminal which it opens, and which has no size. */
const opensTerminals = spawnSync('script', ['-qc', 'true', '/dev/null']).status === 0;

test.skipIf(process.platform === 'win32')('a late reader of a pipe that does not wait gets all', () => {
  const place = workspace({ 'plan.yaml': `文种: 年度计划\n${'未知: 1\n'.repeat(3000)}` });
  const { out } = place.run(['check', 'plan.yaml', '-f', 'json']);
  expect(out.length).toBeGreaterThan(400_000);
  // A socket of Node's on the pipe's end makes it one that does not wait, for whoever writes to it.
  const noWait = `${process.execPath} -e 'new (require("node:net").Socket)({ fd: 3, readable: false, writable: true })' 3>&1 >/dev/null`;
  const late = place.shell(`{ ${noWait}; $HN check plan.yaml -f json; } | { sleep 1; cat; }`);
  expect(late.err).toBe('');
  expect(late.out === out).toBe(true);
  place.remove();
});

test.skipIf(!opensTerminals)(
  'a terminal that does not know how many columns it has is not taken for a narrow one',
  () => {
    const place = workspace({ 'plan.yaml': plan });
    const args = 'check plan.yaml --as-of 2024-01-15';
    const { out } = place.shell(`script -qc "$HN ${args} --no-color" /dev/null </dev/null`);
    expect(out.replaceAll('\r', '')).toBe(place.run(args.split(' ')).out);
    place.remove();
  },
);

test.skipIf(!opensTerminals)('colours on a terminal, but on none that can show nothing but text', () => {
  const place = workspace({ 'plan.yaml': plan });
  const coloured = (term: string) =>
    place
      .shell(`unset NO_COLOR FORCE_COLOR; TERM=${term} script -qc "$HN check plan.yaml" /dev/null </dev/null`)
      .out.includes('\x1b[');
  expect([coloured('xterm'), coloured('dumb')]).toEqual([true, false]);
  place.remove();
});

test.skipIf(!existsSync('/dev/full'))('a disk that is full is told, whatever was to be written', () => {
  const place = workspace({ 'plan.yaml': '文种: 年度计划' });
  for (const call of ['', '--help', '--version', 'help check', 'check --help', 'edition', 'check', 'rules', 'watch'])
    expect(place.shell(`$HN ${call} > /dev/full`), call).toEqual({
      code: 2,
      out: '',
      err: 'hn-gp: 写不了标准输出：磁盘已满\n',
    });
  place.remove();
});
