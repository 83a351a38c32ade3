// Runs tools that check YAML on the same plans, hn-gp beside them, and prints a table: `npm run bench:peers`. What is needed of
// them is fetched into a temporary folder; yamllint needs Python.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

const COUNT = 1000;
const ROUNDS = 3;

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-peers-'));
const plans = join(folder, 'plans');
const cli = path('../bin/hn-gp.js');
const isWindows = process.platform === 'win32';

/**
 * Runs a program and returns the seconds it took and what it wrote; undefined where it cannot be started.
 *
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const started = performance.now();
  const { error, status, stdout } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    shell: isWindows && program === 'npm',
  });
  if (error) return undefined;
  return { seconds: (performance.now() - started) / 1000, status, stdout };
}

/** @param {string} name */
const versionOf = (name) =>
  run(process.execPath, ['-p', `require('./node_modules/${name}/package.json').version`])?.stdout.trim() ?? '?';

/** @param {string} bin the file of a package's program */
const node = (bin) => [process.execPath, join(folder, 'node_modules', bin)];

try {
  generate(plans, COUNT);
  // In quotes, so that dates are texts to all of them: ajv-cli takes others for timestamps, which no schema of texts allows, and
  // looks no further than the first in each file.
  for (const name of readdirSync(plans, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.yaml')))
    writeFileSync(
      join(plans, name),
      readFileSync(join(plans, name), 'utf8').replace(/(?<=: )\d{4}-\d\d-\d\d/g, '"$&"'),
    );
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(folder, 'plan.schema.json'), run(process.execPath, [cli, 'schema', 'plan'])?.stdout ?? '');
  writeFileSync(
    join(folder, 'eslint.config.mjs'),
    "import yml from 'eslint-plugin-yml';\nexport default [...yml.configs['flat/standard']];\n",
  );
  writeFileSync(
    join(folder, '.spectral.yaml'),
    `rules:
  plan:
    given: $
    severity: error
    then:
      function: schema
      functionOptions:
        schema: { $ref: ./plan.schema.json }
`,
  );
  const packages = ['ajv-cli', 'eslint', 'eslint-plugin-yml', '@stoplight/spectral-cli'];
  const fetched = run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages]);
  if (fetched?.status !== 0) throw new Error('the packages cannot be fetched');
  const python = join(folder, 'python', isWindows ? 'Scripts' : 'bin', 'python');
  run(isWindows ? 'python' : 'python3', ['-m', 'venv', join(folder, 'python')]);
  run(python, ['-m', 'pip', 'install', '--quiet', 'yamllint']);
  const yamllint = run(python, ['-m', 'yamllint', '--version']);
  const everyPlan = 'plans/**/*.yaml';
  /** @type {[name: string, does: string, command: string[]][]} */
  const tools = [
    [
      'hn-gp',
      'schema and every rule',
      [process.execPath, cli, 'check', plans, '--no-config', '--as-of', '2025-01-10', '--format', 'json'],
    ],
    [
      `ajv-cli ${versionOf('ajv-cli')}`,
      'schema',
      [
        ...node('ajv-cli/dist/index.js'),
        ...['validate', '--spec=draft7', '--strict=false', '--validate-formats=false', '--errors=no'],
        ...['-s', 'plan.schema.json', '-d', everyPlan],
      ],
    ],
    [
      `eslint-plugin-yml ${versionOf('eslint-plugin-yml')}`,
      'style',
      [...node('eslint/bin/eslint.js'), '--format', 'json', 'plans'],
    ],
    [
      `Spectral ${versionOf('@stoplight/spectral-cli')}`,
      'schema',
      [...node('@stoplight/spectral-cli/dist/index.js'), 'lint', '--format', 'json', everyPlan],
    ],
    [
      `yamllint ${yamllint?.stdout.trim().replace('yamllint ', '') || '?'}`,
      'style',
      // Without it, Python ends as if it had found something.
      yamllint?.status === 0 ? [python, '-m', 'yamllint', '--format', 'parsable', 'plans'] : [],
    ],
  ];
  console.log(`| ${COUNT} plans of four sessions | checks | seconds |\n|---|---|---|`);
  for (const [name, does, [program = '', ...args]] of tools) {
    const runs = Array.from({ length: program ? ROUNDS : 0 }, () => run(program, args));
    const [first] = runs;
    // Each ends with 0 or with a code that says that something was found.
    if (!first || first.status === null || first.status > 2) {
      console.log(`| ${name} | ${does} | did not run |`);
      continue;
    }
    const seconds = runs.map((each) => each?.seconds ?? Number.NaN).sort((a, b) => a - b);
    console.log(`| ${name} | ${does} | ${seconds[Math.floor(ROUNDS / 2)]?.toFixed(1)} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
