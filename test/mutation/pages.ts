import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referencePages } from '../../src/reference/docs.ts';

// `npm run check` compares them too, by a script.
test('what the pages on rules say', () => {
  for (const [name, text] of referencePages()) expect(text).toBe(readFileSync(join('docs/rules', name), 'utf8'));
});
