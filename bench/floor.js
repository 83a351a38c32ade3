// The bare floor: yaml's own parseDocument, LineCounter and toJS over the files of a folder, in one thread.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';

const [folder = '.'] = process.argv.slice(2);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const lineCounter = new LineCounter();
  parseDocument(readFileSync(join(entry.parentPath, entry.name), 'utf8'), { lineCounter }).toJS();
}
