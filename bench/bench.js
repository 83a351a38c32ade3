// Measures the command line against its floors, in one run and as ratios: `npm run bench`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-bench-'));
const cli = path('../bin/hn-gp.js');
const peakFile = join(folder, 'peak');

/**
 * Runs node with arguments and returns the milliseconds it took.
 *
 * @param {string[]} args
 * @param {(number | null)[]} [codes] exit codes that are no failure
 * @param {NodeJS.ProcessEnv} [env] variables that are set or, where undefined, taken away
 */
function run(args, codes = [0], env = {}) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, PEAK_FILE: peakFile, ...env },
  });
  if (!codes.includes(status)) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - started;
}

/**
 * Runs the floor and ours in turn, round by round so that both meet the same weather, and returns each one's median.
 *
 * @param {() => number} floor
 * @param {() => number} ours
 * @param {number} rounds an odd number
 * @returns {{ floor: number, ours: number }}
 */
function medians(floor, ours, rounds) {
  /** @type {{ floor: number[], ours: number[] }} */
  const times = { floor: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.floor.push(floor());
    times.ours.push(ours());
  }
  /** @param {number[]} each */
  const median = (each) => each.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  return { floor: median(times.floor), ours: median(times.ours) };
}

/** @param {string} target */
const check = (target) => [
  cli,
  'check',
  target,
  '--no-config',
  '--as-of',
  '2025-01-10',
  '--format',
  `json=${join(folder, 'report.json')}`,
];
/**
 * A check of so many plans: milliseconds for each, and the most memory that it takes, in MB.
 *
 * @param {number} plans
 */
function checked(plans) {
  const set = join(folder, String(plans));
  generate(set, plans);
  const each = run(['--import', path('peak.js'), ...check(set)], [0, 1]) / plans;
  rmSync(set, { recursive: true });
  return { each, peak: Number(readFileSync(peakFile, 'utf8')) / 1024 };
}
/**
 * @param {string} name
 * @param {number} ours
 * @param {number} floor
 * @param {string} unit
 * @param {string} target
 */
const line = (name, ours, floor, unit, target) =>
  console.log(
    `${name}: ${Number(ours.toPrecision(3))} ${unit}, floor ${Number(floor.toPrecision(3))} ${unit}, ratio ${(ours / floor).toFixed(2)} (target ≤ ${target})`,
  );

try {
  const one = join(folder, 'one');
  const thousand = join(folder, 'thousand');
  generate(one, 1);
  generate(thousand, 1000);
  const onePlan = join(one, '0', 'plan-1.yaml');

  // The first check makes the code cache, which holds what it compiled: an earlier one of something else is no measure.
  rmSync(path('../cache'), { recursive: true, force: true });
  /** @param {NodeJS.ProcessEnv} [env] */
  const checkOne = (env) => run([cli, 'check', onePlan, '--as-of', '2025-01-10'], [0], env);
  checkOne();
  /**
   * @param {string} name
   * @param {NodeJS.ProcessEnv} [env]
   */
  const start = (name, env) => {
    const { floor, ours } = medians(
      () => run(['-e', '0'], [0], env),
      () => checkOne(env),
      31,
    );
    line(name, ours, floor, 'ms', '1.5');
  };
  start('cold start, one plan, against node -e 0');
  // Node reads these certificates at every start, be it of nothing, which hides what a program adds to it.
  if (process.env.NODE_EXTRA_CA_CERTS)
    start('the same without NODE_EXTRA_CA_CERTS', { NODE_EXTRA_CA_CERTS: undefined });

  const set = medians(
    () => run([path('floor.js'), thousand]),
    () => run(check(thousand), [1]),
    5,
  );
  line('1,000 plans of four sessions, against yaml in one thread', set.ours, set.floor, 'ms', '0.5');

  const { stdout } = spawnSync(process.execPath, [path('changed.js'), thousand], { encoding: 'utf8' });
  console.log(
    `one plan of 1,000 changed, checked again: ${Number(stdout).toFixed(0)} ms of processor time (target ≤ 100)`,
  );

  const few = checked(1000);
  for (const plans of [10_000, 50_000]) {
    const many = checked(plans);
    const name = plans.toLocaleString('en');
    line(`time for each of ${name} plans, against 1,000`, many.each, few.each, 'ms', '1.2');
    line(`peak memory for ${name} plans, against 1,000`, many.peak, few.peak, 'MB', '1.5');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
