// Where each byte of what is built comes from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the project's own inputs are put together under. Generated files hold what other packages gave: see the licences. */
const OWN = /^(?:src\/(?:generated|schema\/compiled)|src|scripts|schemas|notices)(?=\/)|^package\.json$/;

/**
 * A table of all outputs, a row for each package or folder that gave bytes to one; what none gave is the bundler's own frame.
 * Throws where an input belongs to no package and is none of the project's.
 *
 * @param {Record<string, import('esbuild').Metafile['outputs'][string]>} outputs by the name of the file
 * @param {string} root
 */
export function provenanceOf(outputs, root) {
  const rows = Object.entries(outputs).flatMap(([file, { bytes, inputs }]) => {
    /** @type {Map<string, number>} */
    const given = new Map();
    let frame = bytes;
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput === 0) continue;
      const from = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? OWN.exec(input)?.[0];
      if (!from) throw new Error(`nothing is known of where ${input} comes from`);
      given.set(from, (given.get(from) ?? 0) + bytesInOutput);
      frame -= bytesInOutput;
    }
    return [...given]
      .map(([from, bytes]) => {
        const { name, version, license } = JSON.parse(
          readFileSync(join(root, from.includes('node_modules') ? from : '', 'package.json'), 'utf8'),
        );
        return [file, name, version, license, from, bytes].join(',');
      })
      .sort()
      .concat([file, 'esbuild', '', 'MIT', 'frame', frame].join(','));
  });
  return `file,package,version,licence,from,bytes\n${rows.join('\n')}\n`;
}
