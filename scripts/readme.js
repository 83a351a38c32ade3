// Puts what each command of a README's console blocks prints now under the command; a test holds the READMEs to it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

function outputOf(command) {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' };
  return spawnSync(process.execPath, ['bin/hn-gp.js', ...args.slice(2)], { cwd: root, encoding: 'utf8', env }).stdout;
}

for (const name of ['README.md', 'README.zh-CN.md']) {
  const file = `${root}/${name}`;
  const written = readFileSync(file, 'utf8').replace(/^```console\n[\s\S]*?^```$/gm, (block) => {
    const commands = [...block.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command);
    return `\`\`\`console\n${commands.map((command) => `$ ${command}\n${outputOf(command)}`).join('')}\`\`\``;
  });
  writeFileSync(file, written);
}
