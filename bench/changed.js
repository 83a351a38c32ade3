// Checks a folder, then again and again after one of its files changed, as the language server and watch do in one process;
// prints the median milliseconds of processor time that a check after a change takes.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const CHANGES = 41;

const [, , folder = '.'] = process.argv;
const place = mkdtempSync(join(tmpdir(), 'hn-gp-changed-'));
try {
  const outfile = join(place, 'check.mjs');
  await build({
    stdin: {
      contents: `export { checkFiles } from './check/check-files.ts';
export { disk } from './disk/disk.ts';
export { JudgedBefore } from './engine/judged-before.ts';
export { LoadCache } from './load/cache.ts';`,
      resolveDir: fileURLToPath(new URL('../src', import.meta.url)),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const { checkFiles, disk, JudgedBefore, LoadCache } = await import(pathToFileURL(outfile).href);
  const known = { cache: new LoadCache(), before: new JudgedBefore() };
  const [first = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  const text = readFileSync(join(folder, first), 'utf8');
  const times = [];
  for (let change = 0; change < CHANGES; change += 1) {
    writeFileSync(join(folder, first), `${text}# ${change}\n`);
    const before = process.cpuUsage();
    await checkFiles(disk, { cwd: folder, asOf: '2025-01-10', config: false, ...known });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  writeFileSync(join(folder, first), text);
  console.log(times.sort((a, b) => a - b)[Math.floor(CHANGES / 2)]);
} finally {
  rmSync(place, { recursive: true });
}
