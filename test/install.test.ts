import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plan } from './cli/run.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-install-'));
afterAll(() => rmSync(folder, { recursive: true }));
const published = join(folder, 'published');
// Git's own settings, npm's and pre-commit's environments of whoever runs the tests stay out of it.
const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|GIT_|PRE_COMMIT)/i.test(name));
const env = {
  ...Object.fromEntries(inherited),
  PRE_COMMIT_HOME: join(folder, 'pre-commit'),
  npm_config_cache: join(folder, 'npm'),
  npm_config_offline: 'true',
};

/** Runs a command in a folder. */
function run(cwd: string, command: string, ...args: string[]) {
  return spawnSync(command, args, { cwd, encoding: 'utf8', env });
}

/** Runs a command that must succeed. */
function must(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(cwd, command, ...args);
  expect(status, `${command} ${args.join(' ')}: ${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** Makes a repository of a folder's files and returns the id of its commit. */
function repository(path: string): string {
  must(path, 'git', 'init', '--quiet');
  must(path, 'git', 'add', '.');
  must(path, 'git', '-c', 'user.name=x', '-c', 'user.email=x@localhost', 'commit', '--quiet', '--message', 'x');
  return must(path, 'git', 'rev-parse', 'HEAD').trim();
}

let commit: string;

// This project as a repository, with one small package that the build needs in the place of the real ones: all that npm
// does is real, and nothing has to be fetched.
beforeAll(() => {
  mkdirSync(published);
  for (const name of ['.npmrc', '.pre-commit-hooks.yaml', 'bin', 'schemas', 'scripts', 'README.md'])
    cpSync(join(root, name), join(published, name), { recursive: true });
  // What a check needs; git and npm take their time over each byte, several times for each install.
  mkdirSync(join(published, 'bundles'));
  for (const name of ['cli.cjs', 'load-worker.cjs']) cpSync(join(root, 'dist', name), join(published, 'bundles', name));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  manifest.devDependencies = { bundler: 'file:bundler' };
  manifest.scripts = { prepare: manifest.scripts.prepare, build: 'node build.cjs' };
  writeFileSync(join(published, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(published, 'build.cjs'), "require('bundler')('bundles', 'dist');");
  mkdirSync(join(published, 'bundler'));
  writeFileSync(join(published, 'bundler/package.json'), '{ "name": "bundler", "version": "1.0.0" }');
  writeFileSync(
    join(published, 'bundler/index.js'),
    "module.exports = (from, to) => require('node:fs').cpSync(from, to, { recursive: true });",
  );
  mkdirSync(join(published, 'test'));
  writeFileSync(join(published, 'test/package.json'), '{ "name": "hn-gp-tests", "version": "1.0.0" }');
  const { name, version, workspaces, devDependencies } = manifest;
  const lock = {
    name,
    version,
    lockfileVersion: 3,
    packages: {
      '': { name, version, workspaces, devDependencies },
      bundler: { version: '1.0.0', dev: true },
      'node_modules/bundler': { resolved: 'bundler', link: true },
      'node_modules/hn-gp-tests': { resolved: 'test', link: true },
      test: { name: 'hn-gp-tests', version: '1.0.0' },
    },
  };
  writeFileSync(join(published, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(join(published, '.gitignore'), 'node_modules/\ndist/\n');
  commit = repository(published);
});

describe('npm install --global from Git', () => {
  // What newer releases of pre-commit ask for.
  test.each([[[]], [['--install-links']]])('with %j installs a program that runs', (options) => {
    const prefix = join(folder, `global${options.length}`);
    must(folder, 'npm', 'install', '--global', '--prefix', prefix, ...options, `git+file://${published}`);
    const installed = join(prefix, 'lib/node_modules/hn-gp');
    expect(lstatSync(installed).isSymbolicLink()).toBe(false);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(must(folder, join(prefix, 'bin/hn-gp'), '--version').trim()).toBe(version);
  });
});

const hasPreCommit = run(folder, 'pre-commit', '--version').status === 0;

test.skipIf(!hasPreCommit)('pre-commit installs the hook, which judges the whole set', () => {
  const records = join(folder, 'records');
  mkdirSync(join(records, 'plans'), { recursive: true });
  writeFileSync(join(records, 'hn-gp.config.yaml'), "include: ['plans/*.yaml']\n");
  for (const name of ['one', 'two', 'three'])
    writeFileSync(
      join(records, `plans/${name}.yaml`),
      plan.replace('海口市人民医院', `${name}医院`).replace('HK-', `${name}-`),
    );
  writeFileSync(
    join(records, '.pre-commit-config.yaml'),
    `repos:\n  - repo: ${published}\n    rev: ${commit}\n    hooks: [{ id: hn-gp, args: ['--as-of=2024-01-15'] }]\n`,
  );
  repository(records);
  const check = () => run(records, process.execPath, join(root, 'bin/hn-gp.js'), 'check', '--as-of=2024-01-15').stdout;
  const inOneProcess = check();
  expect(inOneProcess).toContain('training/hospital-online-duration');

  const hook = (...args: string[]) => run(records, 'pre-commit', 'run', ...args);
  const { status, stdout, stderr } = hook('--files', 'plans/one.yaml');
  expect(stderr).toBe('');
  expect(stdout).toContain(inOneProcess.trim());
  expect(status).toBe(1);

  // A file that is deleted changes what the others amount to.
  must(records, 'git', 'rm', '--quiet', 'plans/two.yaml');
  const after = hook();
  expect(after.stdout).toContain(check().trim());
  expect(after.stdout).not.toContain('two.yaml');
  expect(after.status).toBe(1);
});
