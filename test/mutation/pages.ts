import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referencePages } from '../../src/reference/docs.ts';
import { rules } from '../../src/rules/index.ts';

/** What the pages of docs/rules say of a rule; `npm run check` compares them whole. */
const partOf = (id: string, text: string) => text.split(/^(?=##+ )/m).filter((part) => part.includes(id));

test.each(rules.map(({ id }) => ({ id })))('the pages on $id', ({ id }) => {
  for (const [name, text] of referencePages())
    expect(partOf(id, text)).toEqual(partOf(id, readFileSync(join('docs/rules', name), 'utf8')));
});
