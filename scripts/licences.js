// The licences of everything that is bundled, as their owners ask for it to be passed on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files in which packages keep their licence, notices and the licences of what they took over themselves. */
const KEPT = /^(licen[cs]e|notice|copying)/i;

/**
 * One text with the licence files of packages: of those that bundles took files from, and of those named, whose code or
 * data comes in by generated files.
 *
 * @param {string[]} inputs paths relative to `root`
 * @param {string[]} named
 * @param {string} root
 */
export function licencesOf(inputs, named, root) {
  const folders = new Set(named.map((name) => `node_modules/${name}`));
  for (const input of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.add(folder);
  }
  const packages = [...folders].map((folder) => {
    const { name, version, license, author, homepage, repository } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    if (!license) throw new Error(`${folder} does not say under which licence it may be passed on`);
    const texts = licenceFiles(join(root, folder)).map((file) =>
      readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim(),
    );
    // Some leave the text out; then what they say of themselves stands in for it.
    if (texts.length === 0) texts.push([license, author?.name ?? author].filter(Boolean).join('\n'));
    const source = homepage ?? repository?.url ?? repository;
    return { title: [`${name} ${version} (${license})`, source].filter(Boolean).join('\n'), texts };
  });
  const line = '='.repeat(80);
  const parts = packages
    .sort((one, other) => (one.title < other.title ? -1 : 1))
    .map(({ title, texts }) => `${line}\n${title}\n${line}\n\n${texts.join('\n\n')}\n`);
  return `hn-gp contains code of the packages below, under these licences.\n\n${[...new Set(parts)].join('\n')}`;
}

/** @param {string} folder */
function licenceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => KEPT.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory()
        ? readdirSync(path)
            .sort()
            .map((name) => join(path, name))
        : [path];
    });
}
