// Puts what each command of a console block prints now under it, in the READMEs and the guide; a test holds them to it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** @param {string} command */
function outputOf(command) {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' };
  return spawnSync(process.execPath, ['bin/hn-gp.js', ...args.slice(1)], { cwd: root, encoding: 'utf8', env }).stdout;
}

const guide = readdirSync(`${root}docs/guide`).map((name) => `docs/guide/${name}`);
for (const page of ['README.md', 'README.zh-CN.md', ...guide]) {
  const file = root + page;
  const written = readFileSync(file, 'utf8').replace(/^```console\n[\s\S]*?^```$/gm, (block) => {
    const commands = [...block.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command ?? '');
    return `\`\`\`console\n${commands.map((command) => `$ ${command}\n${outputOf(command)}`).join('')}\`\`\``;
  });
  writeFileSync(file, written);
}
