import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { plan, type Running, running, workspace } from './run.ts';

const rule = ['--rule', 'training/hospital-online-duration', '--lang', 'en'];
const asOf = ['--as-of', '2024-01-15'];
const watched = ['watch', ...asOf, ...rule];
const bin = fileURLToPath(new URL('../../bin/hn-gp.js', import.meta.url));

/** The same plan with an online part that is long enough. */
const mended = plan.replace(/(线上: .*学时: )8/, '$112');
const other = plan.replace('海口市人民医院', '三亚中心医院').replace('HK-2024-01', 'SY-2024-01');
const mendedOther = other.replace(/(线上: .*学时: )8/, '$112');

/** The end of a report on some files with some errors. */
const report = (files: number, errors: number) =>
  new RegExp(`As of \\S+ ${files} files?, .*; ${errors} errors?, .*\\nVerdicts: .*\\n`);

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

function place(files: Record<string, string>) {
  const made = workspace(files);
  ending.push(made.remove);
  return {
    ...made,
    start(...[args, options]: Parameters<typeof made.start>): Running {
      const started = made.start(args, options);
      ending.push(() => started.stop('SIGKILL'));
      return started;
    },
  };
}

describe('a check after each change', () => {
  test('of a plan that is mended and spoilt again', async () => {
    const { start, write, run } = place({ 'plan.yaml': plan });
    const call = start(watched);
    const first = await call.shows(report(1, 1));
    expect(first).toBe(run(['check', ...watched.slice(1)]).out);
    write('plan.yaml', mended);
    expect(await call.shows(report(1, 0))).toMatch(/^-+\nAs of/);
    write('plan.yaml', plan);
    expect(await call.shows(report(1, 1))).toMatch(/^-+\nplan\.yaml/);
    expect(await call.stop()).toMatchObject({ code: 0, err: '' });
  });

  test('of files that are new, moved over others or removed', async () => {
    const { start, write, path } = place({ 'plan.yaml': mended });
    const call = start(watched);
    await call.shows(report(1, 0));
    write('further/below.yml', other);
    await call.shows(report(2, 1));
    write('plan.yaml.tmp', plan);
    renameSync(path('plan.yaml.tmp'), path('plan.yaml'));
    await call.shows(report(2, 2));
    unlinkSync(path('further/below.yml'));
    await call.shows(report(1, 1));
    renameSync(path('plan.yaml'), path('renamed.yaml'));
    expect(await call.shows(report(1, 1))).toContain('renamed.yaml');
  });

  test('of a file that is named, whatever becomes of it', async () => {
    const { start, write, path } = place({ 'plans/plan.txt': plan, 'plans/aside.yaml': other });
    const call = start([...watched, 'plans/plan.txt']);
    await call.shows(report(1, 1));
    unlinkSync(path('plans/plan.txt'));
    await call.shows(/hn-gp: No such file.*plan\.txt\n/);
    write('plans/plan.txt', mended);
    await call.shows(report(1, 0));
    write('plans/new.txt', plan);
    renameSync(path('plans/new.txt'), path('plans/plan.txt'));
    await call.shows(report(1, 1));
  });

  test('of what a glob matches', async () => {
    const { start, write } = place({ 'plans/2024/a.yaml': mended, 'plans/2023/b.yaml': plan });
    const call = start([...watched, 'plans/*4/*.yaml']);
    await call.shows(report(1, 0));
    write('plans/2023/b.yaml', mended);
    write('plans/2024/c.yaml', other);
    await call.shows(report(2, 1));
  });

  test('of a folder that is removed and comes back', async () => {
    const { start, write, path } = place({ 'plans/plan.yaml': mended });
    const call = start([...watched, 'plans']);
    await call.shows(report(1, 0));
    rmSync(path('plans'), { recursive: true });
    await call.shows(/hn-gp: No such file or folder: plans\n/);
    mkdirSync(path('plans'));
    write('plans/plan.yaml', plan);
    await call.shows(report(1, 1));
  });

  test.skipIf(process.platform === 'win32')('of what a link leads to, and of the link', async () => {
    const { start, write, path } = place({ 'real/plan.txt': plan, 'real/mended.txt': mended });
    mkdirSync(path('links'));
    symlinkSync('../real/plan.txt', path('links/plan.txt'));
    const call = start([...watched, 'links/plan.txt']);
    expect(await call.shows(report(1, 1))).toContain('links/plan.txt');
    write('real/plan.txt', mended);
    expect(await call.shows(report(1, 0))).toMatch(/^-+\nAs of/);
    unlinkSync(path('real/plan.txt'));
    await call.shows(/hn-gp: cannot read links\/plan\.txt.*\n/);
    write('real/plan.txt', plan);
    await call.shows(report(1, 1));
    symlinkSync('../real/mended.txt', path('links/new'));
    renameSync(path('links/new'), path('links/plan.txt'));
    await call.shows(report(1, 0));
    write('real/mended.txt', plan);
    await call.shows(report(1, 1));
  });

  test.skipIf(process.platform === 'win32')('of what lies in a folder that a link leads to', async () => {
    const { start, write, path } = place({ 'real/a/plan.yaml': plan });
    symlinkSync('real', path('link'));
    const call = start([...watched, 'link']);
    await call.shows(report(1, 1));
    write('real/a/plan.yaml', mended);
    expect(await call.shows(report(1, 0))).toMatch(/^-+\nAs of/);
    write('real/b/plan.yaml', other);
    expect(await call.shows(report(2, 1))).toContain('link/b/plan.yaml');
    const below = start([...watched, 'link/a/plan.yaml']);
    await below.shows(report(1, 0));
    write('real/a/plan.yaml', plan);
    await below.shows(report(1, 1));
  });

  test('of the config, also where it is broken for a while', async () => {
    const { start, write, path } = place({ 'plans/plan.yaml': plan, 'drafts/draft.yaml': mendedOther });
    const call = start(watched);
    await call.shows(report(2, 1));
    write('hn-gp.config.yaml', 'include: [drafts]\n');
    await call.shows(report(1, 0));
    write('hn-gp.config.yaml', 'include: [\n');
    await call.shows(/hn-gp: hn-gp\.config\.yaml:\d+ .*\n/);
    write('hn-gp.config.yaml', 'include: [plans]\nrules: {training/hospital-online-duration: warning}\n');
    expect(await call.shows(report(1, 0))).toContain('1 warning');
    write('plans/plan.yaml', mended);
    expect(await call.shows(report(1, 0))).toContain('0 warnings');
    unlinkSync(path('hn-gp.config.yaml'));
    await call.shows(report(2, 0));
  });

  test('of other files never, though the config is broken', async () => {
    const { start, write } = place({ 'plan.yaml': plan });
    const call = start(watched);
    await call.shows(report(1, 1));
    write('hn-gp.config.yaml', 'include: [\n');
    await call.shows(/hn-gp: hn-gp\.config\.yaml:\d+ .*\n/);
    for (const text of ['one', 'two']) {
      write('errors.log', text);
      // Long enough that it would have been told again.
      await new Promise((done) => setTimeout(done, 600));
    }
    write('hn-gp.config.yaml', 'include: [ # still\n');
    await call.shows(/hn-gp: hn-gp\.config\.yaml:\d+ .*\n/);
    write('hn-gp.config.yaml', 'lang: en\n');
    await call.shows(report(1, 1));
    const { err } = await call.stop();
    expect(err.match(/^hn-gp: /gm)).toHaveLength(2);
  });

  test('where only polling sees them', async () => {
    const { start, write } = place({ 'plan.yaml': plan });
    const call = start(watched, { env: { CHOKIDAR_USEPOLLING: '1' } });
    await call.shows(report(1, 1));
    write('plan.yaml', mended);
    await call.shows(report(1, 0));
  });

  test('on the day that begins in Hainan', async () => {
    const { start, write, path } = place({
      'plan.yaml': plan,
      'now.txt': '2024-01-15T15:59:00Z',
      'clock.cjs': `const { readFileSync } = require('node:fs');
        const { setInterval: real } = globalThis;
        globalThis.setInterval = (act, time, ...rest) => real(act, Math.min(time, 50), ...rest);
        globalThis.Date = class extends Date {
          constructor(...given) { super(...(given.length ? given : [readFileSync(__dirname + '/now.txt', 'utf8')])); }
        };`,
    });
    const call = start(['watch', ...rule], { env: { NODE_OPTIONS: `--require ${JSON.stringify(path('clock.cjs'))}` } });
    expect(await call.shows(report(1, 1))).toContain('As of 2024-01-15');
    write('now.new', '2024-01-15T16:00:00Z');
    renameSync(path('now.new'), path('now.txt'));
    expect(await call.shows(report(1, 1))).toContain('As of 2024-01-16');
  });
});

test('many changes at once give whole reports, one after the other, the last of them true', async () => {
  const { start, write } = place({ 'plan.yaml': mended, 'other.yaml': other });
  const call = start(watched);
  await call.shows(report(2, 1));
  for (let round = 0; round < 50; round++) {
    write('plan.yaml', round % 2 ? plan : mended);
    if (round % 7 === 0) await new Promise((done) => setTimeout(done, 20));
  }
  write('plan.yaml', mended);
  write('other.yaml', mendedOther);
  await call.shows(report(2, 0));
  const { out } = await call.stop();
  const reports = out.split(/^-+\n/m);
  expect(reports.length).toBeLessThan(10);
  for (const each of reports)
    expect(each).toMatch(/^(\S+\.yaml[\s\S]*)?As of .*\n(.* not judged: .*\n)?Verdicts: .*\n$/);
});

test.skipIf(process.platform === 'win32').each([[[]], [['plans']]])(
  'ends where the working folder is moved away: %j',
  async (paths) => {
    const { start, path } = place({ 'here/plans/plan.yaml': plan });
    const call = start([...watched, ...paths], { cwd: 'here' });
    await call.shows(report(1, 1));
    renameSync(path('here'), path('there'));
    const { code, err } = await call.ended;
    expect(code).toBe(2);
    expect(err).toMatch(/^hn-gp: the working folder is gone: .*here; .+\n$/);
  },
);

test('other files change nothing', async () => {
  const { start, write } = place({ 'plan.yaml': plan, 'node_modules/x/a.yaml': plan, '.hidden/b.yaml': plan });
  const call = start(watched);
  await call.shows(report(1, 1));
  for (const name of ['notes.txt', 'node_modules/x/a.yaml', '.hidden/b.yaml', 'plan.yaml~']) write(name, other);
  // Long enough that a check of those would have come first.
  await new Promise((done) => setTimeout(done, 600));
  write('plan.yaml', mended);
  expect(await call.shows(report(1, 0))).toMatch(/^-+\nAs of/);
});

describe('calls that are refused', () => {
  test.each([
    [['-']],
    [['nowhere.yaml']],
    [['--rule', 'nothing/such']],
    [['--as-of', 'tomorrow']],
    [['--config', 'nowhere.yaml']],
    [['--stdin-filename', 'a.yaml']],
  ])('%j', (args) => {
    const { run } = place({ 'plan.yaml': plan });
    const { code, out, err } = run(['watch', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^hn-gp: .+\n$/);
  });
});

const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

test.skipIf(!hasScript)(
  `on a terminal each report stands on a cleared screen, and Ctrl-C ends it${hasScript ? '' : ' (skipped: no script of util-linux)'}`,
  async () => {
    const { folder, write } = place({ 'plan.yaml': plan });
    // A shell that stayed in between would take Ctrl-C too, and its exit code would be the one that is seen.
    const line = `exec ${[process.execPath, bin, ...watched].map((part) => `'${part}'`).join(' ')}`;
    const child = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
      cwd: folder,
      env: { ...process.env, SHELL: '/bin/sh', NO_COLOR: undefined, FORCE_COLOR: undefined },
    });
    const call = running(child);
    ending.push(() => call.stop('SIGKILL'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what clears a screen is one
    const clear = /\x1b\[H\x1b\[2J\x1b\[3J/;
    await call.shows(clear);
    const first = await call.shows(/Ctrl-C ends/);
    expect(first).toContain('1 error,');
    expect(first).toContain('\x1b[31m');
    write('plan.yaml', mended);
    await call.shows(clear);
    expect(await call.shows(/Checked at \d\d:\d\d:\d\d.*Ctrl-C ends/)).toContain('0 errors,');
    child.stdin.write('\x03\x03');
    const { code, out } = await call.ended;
    expect(code).toBe(0);
    expect(out).not.toMatch(/\n\s+at /);
  },
);
