import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ParsedTrees, parseYaml } from '../../src/tree/yaml/parse.ts';
import { parseQuickly } from '../../src/tree/yaml/quick.ts';
import { keptTexts } from '../kept-texts.ts';
import { drawing } from '../laws/judging.ts';
import { sets } from '../laws/records.ts';
import { type Draw, otherwise, plainly } from '../laws/writing.ts';
import { bothReadings, carefully, shownTrees } from './two-readers.ts';

/** Texts tried, of each sort; LAWS multiplies it. */
const RUNS = 500 * Number(process.env.LAWS ?? 1);

/** Signs that mean something in YAML, or are taken for it. */
const SIGNS = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\t',
    '- ',
    '-',
    '--',
    '---\n',
    '\n---\n',
    '\n...\n',
    ': ',
    ':',
    ': \n',
  ],
  ...['#', ' #', ',', ', ', '[', ']', '{', '}', '[]', '{}', '[a, b]', '{a: b}', '- a', 'a: b', '"a": b', "'a'", 'a:b'],
  ...['"', "'", '""', "''", '"a\n b"', '\\', '&a ', '*a', '!', '!!str ', '|', '>', '%', '@', '`', '?', '? ', '<<', '='],
  ...['~', 'null', '0x1', '1e3', '.5', 'a#b', '\u0085', '\u00a0', '\u2028', '\u3000', '\ufeff', '：', '，', '“'],
];

const onLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};

/** A text with one thing changed, as a slip or another habit would. */
function changed(text: string, draw: Draw): string {
  const at = draw(text.length + 1);
  switch (draw(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + draw(3));
    case 1:
      return onLines(text, (lines) => {
        const line = draw(lines.length);
        lines[line] = ' '.repeat(draw(6)) + lines[line]?.trimStart();
      });
    case 2:
      return onLines(text, (lines) => lines.splice(draw(lines.length), 1 + draw(2)));
    case 3:
      return onLines(text, (lines) => lines.splice(draw(lines.length), 0, lines[draw(lines.length)] ?? ''));
    default:
      return text.slice(0, at) + SIGNS[draw(SIGNS.length)] + text.slice(at);
  }
}

/** Some lines of a text, most often few, so that changes meet. */
function partOf(text: string, draw: Draw): string {
  const lines = text.split('\n');
  const start = draw(lines.length);
  const part = draw(4) === 0 ? lines : lines.slice(start, start + 3 + draw(12));
  const indent = Math.min(...part.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return part.map((line) => line.slice(indent)).join(draw(12) === 0 ? '\r\n' : '\n');
}

test('what is read quickly reads the same with care', () => {
  let taken = 0;
  for (const text of keptTexts) {
    const tree = parseQuickly(text);
    if (!tree) continue;
    taken += 1;
    expect(shownTrees(tree)).toBe(carefully(text));
  }
  // Most records are plain, or nothing would be won.
  expect(taken).toBeGreaterThan(keptTexts.length / 2);
});

test.each(['基地:\n', '基地: \n\n', '基地: # 待定\n\n', '培训班:\n  - 编号: A\n    名称:\n'])(
  'another document behind a value left empty begins at its line for both: %j',
  (left) => {
    const text = `文种: 年度计划\n${left}---\n文种: 年度计划\n`;
    expect(shownTrees(parseQuickly(text) as ParsedTrees)).toBe(carefully(text));
  },
);

test('a text with slips is read the same or not at all, and called at fault where it is', () => {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...keptTexts), drawing, fc.nat(3), (whole, draw, changes) => {
      let text = partOf(whole, draw);
      for (let change = 0; change < changes; change += 1) text = changed(text, draw);
      const tree = parseQuickly(text);
      if (tree) {
        taken += 1;
        expect(shownTrees(tree)).toBe(carefully(text));
      } else if (tree === null) {
        refused += 1;
        expect(parseYaml(text, 'failsafe').errors, text).toBeGreaterThan(0);
      }
    }),
    { numRuns: RUNS, seed: 16 },
  );
  expect(taken).toBeGreaterThan(RUNS / 5);
  expect(refused).toBeGreaterThan(RUNS / 20);
});

test('a record in whatever form gives the same data and places and findings', async () => {
  let taken = 0;
  const readBoth = async (text: string) => {
    const tree = parseQuickly(text);
    if (!tree) return;
    const { isClean, sound, quick, careful } = await bothReadings(text, tree);
    taken += 1;
    expect(quick).toBe(careful);
    expect(sound).toBe(isClean ? careful : undefined);
  };
  for (const [index, text] of keptTexts.entries()) if (index % 4 === 0) await readBoth(text);
  await readBoth(
    '文种: 年度计划\n年度: 2024\n基地: { 名称: 甲, 类别: 住培基地 }\n培训班:\n  - { 编号: A, 师资类别: [新进，骨干] }\n',
  );
  await fc.assert(
    fc.asyncProperty(sets, drawing, async (records, draw) => {
      for (const record of records) {
        await readBoth(plainly(record));
        await readBoth(otherwise(record, draw));
      }
    }),
    { numRuns: RUNS / 10, seed: 17 },
  );
  expect(taken).toBeGreaterThan(RUNS / 5);
});
