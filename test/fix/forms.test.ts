import { expect, test } from 'vitest';
import { fix } from '../../src/fix/fix.ts';

const session = (archive: string) =>
  `kind: session\nyear: 2024\nbase: 海口市人民医院\ntitle: t\nlevel: hospital\naudience: managers\nsummary:\n  archive: ${archive}\n`;

test.each([
  ['attendees、exam', '[attendees, exam]'],
  // YAML has it be text.
  ['!!str attendees、exam', '!!str attendees、exam'],
])('codes in a row, %s, are written as %s', async (written, first) => {
  const { after, remaining } = await fix('a.yaml', new TextEncoder().encode(session(written)), { style: true });
  expect(after).toBe(session(first));
  expect(remaining).toEqual([]);
});

test('what another form brings to light is mended in the same run', async () => {
  const text = (specialty: string) =>
    `kind: session\nyear: 2024\nbase: 海口市人民医院\ntitle: t\nlevel: hospital\naudience: faculty\nspecialty: ${specialty}\n`;
  const { after } = await fix('a.yaml', new TextEncoder().encode(text('“surgery、internal-medicine')), { style: true });
  expect(after).toBe(text('[surgery, internal-medicine]'));
});

test('a number or yes of YAML is in the first of its forms, however it is written', async () => {
  const text = session('[attendees, exam]').replace('summary', 'offline: { hours: 8.0, signIn: True }\nsummary');
  const { after } = await fix('a.yaml', new TextEncoder().encode(text), { style: true });
  expect(after).toBe(text);
});
