import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hnGp, plan } from '../cli/run.ts';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'examples/shared-repository');
const folder = mkdtempSync(join(tmpdir(), 'hn-gp ci '));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string) => parse(readFileSync(path, 'utf8'));

describe('integrations/gitlab-ci.yml', () => {
  const job = read(join(root, 'integrations/gitlab-ci.yml'))['hn-gp'];
  const repository = join(folder, 'repository');
  mkdirSync(join(repository, '计划 2024'), { recursive: true });
  writeFileSync(join(repository, '计划 2024/海口.yaml'), plan);

  // npm would fetch the package; here it puts this build in its place.
  const commands = join(folder, 'commands');
  mkdirSync(commands);
  writeFileSync(
    join(commands, 'npm'),
    `#!/bin/sh
while [ "$1" != --prefix ]; do shift; done
mkdir -p "$2/node_modules/.bin"
printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' '${process.execPath}' '${join(root, 'bin/hn-gp.js')}' > "$2/node_modules/.bin/hn-gp"
chmod +x "$2/node_modules/.bin/hn-gp"
`,
  );
  chmodSync(join(commands, 'npm'), 0o755);

  /** Runs the job's script as the runner does, in one shell. */
  const run = (variables: Record<string, string>) =>
    spawnSync('sh', ['-e', '-c', job.script.join('\n')], {
      cwd: repository,
      encoding: 'utf8',
      env: { PATH: `${commands}:${process.env.PATH}`, TMPDIR: folder, ...job.variables, ...variables },
    });

  test('gives GitLab its reports, and fails where there are findings', () => {
    const { status, stdout, stderr } = run({ HN_GP_PATHS: '\n计划 2024\n', HN_GP_AS_OF: '2024-01-15' });
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toContain('院级线上培训只有 8 学时');
    const { codequality, junit } = job.artifacts.reports;
    const issues = JSON.parse(readFileSync(join(repository, codequality), 'utf8'));
    expect(issues.map(({ check_name }: { check_name: string }) => check_name)).toContain(
      'training/hospital-online-duration',
    );
    expect(issues[0].location.path).toBe('计划 2024/海口.yaml');
    expect(readFileSync(join(repository, junit), 'utf8')).toContain('training/hospital-online-duration');
    expect(job.artifacts.when).toBe('always');
  });

  test('its variables reach the check', () => {
    const asOf = { HN_GP_PATHS: '计划 2024', HN_GP_AS_OF: '2024-01-15' };
    expect(run({ ...asOf, HN_GP_FAIL_ON: 'never', HN_GP_LANG: 'en' })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('As of 2024-01-15'),
    });
    expect(run({ ...asOf, HN_GP_COMPLETE: 'true' }).stdout).toContain('省级培训班');
    expect(run({ ...asOf, HN_GP_COMPLETE: 'yes' })).toMatchObject({
      status: 2,
      stderr: 'HN_GP_COMPLETE 写 true 或 false / HN_GP_COMPLETE is true or false\n',
    });
    expect(run({ ...asOf, HN_GP_COMPLETE: '' }).stdout).not.toContain('省级培训班');
    expect(run({ ...asOf, HN_GP_CONFIG: 'nowhere.yaml' }).status).toBe(2);
    expect(run({ ...asOf, HN_GP_PATHS: '$(touch pwned)' }).stderr).toContain('$(touch pwned)');
  });
});

test('.pre-commit-hooks.yaml: one hook, for the whole set', () => {
  const hooks = read(join(root, '.pre-commit-hooks.yaml'));
  expect(hooks).toEqual([
    {
      id: 'hn-gp',
      name: 'hn-gp',
      description: expect.any(String),
      entry: 'hn-gp check',
      language: 'node',
      // Records join across files: the changed ones alone would be judged wrongly, and a deleted one matters.
      always_run: true,
      pass_filenames: false,
      require_serial: true,
    },
  ]);
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(bin)).toContain(hooks[0].entry.split(' ')[0]);
});

describe('examples/shared-repository', () => {
  const check = (asOf: string) => hnGp(['check', '--as-of', asOf, '--format', 'json'], { cwd: example });

  test.each(['2025-01-10', '2035-01-01'])('its config finds its records, and they are in order as of %s', (asOf) => {
    const { code, out, err } = check(asOf);
    expect(err).toBe('');
    const { findings, summary } = JSON.parse(out);
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ files: 5, records: 5, verdicts: { pending: 0, unknown: 0 } });
    expect(summary.verdicts.pass).toBeGreaterThan(200);
    expect(code).toBe(0);
  });

  test('what it uses is there, in the version that is released', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const workflow = read(join(example, '.github/workflows/check.yml'));
    const step = workflow.jobs.check.steps.find(({ uses }: { uses: string }) => uses.includes('/hn-gp@'));
    expect(step.uses).toBe(`OWNER/hn-gp@v${version}`);
    const action = read(join(root, 'action.yml'));
    const outputs = [...JSON.stringify(workflow).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)];
    expect(outputs.length).toBeGreaterThan(0);
    for (const [, id, name] of outputs) {
      expect(id).toBe(step.id);
      expect(Object.keys(action.outputs)).toContain(name);
    }
    for (const input of Object.keys(step.with ?? {})) expect(Object.keys(action.inputs)).toContain(input);

    const gitlab = read(join(example, '.gitlab-ci.yml'));
    expect(gitlab.include).toEqual([
      { project: 'GROUP/hn-gp', ref: `v${version}`, file: 'integrations/gitlab-ci.yml' },
    ]);
    const { variables } = read(join(root, 'integrations/gitlab-ci.yml'))['hn-gp'];
    for (const name of Object.keys(gitlab['hn-gp'].variables)) expect(Object.keys(variables)).toContain(name);
    expect(gitlab['hn-gp'].variables.HN_GP_PACKAGE).toMatch(new RegExp(`#v${version}$`));

    const { repos } = read(join(example, '.pre-commit-config.yaml'));
    expect(repos).toEqual([{ repo: expect.stringMatching(/\/hn-gp$/), rev: `v${version}`, hooks: [{ id: 'hn-gp' }] }]);
  });
});
