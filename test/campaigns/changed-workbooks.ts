import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Draw } from '../laws/writing.ts';

const from = <Item>(items: readonly Item[], draw: Draw): Item => items[draw(items.length)] as Item;

/** What may stand in the place of any stretch of a part. */
const STRETCHES = [
  ...['', '<', '>', '"', '&', '&#0;', '&#x10FFFF;', '&#x110000;', '&lol;', '<![CDATA[', '<!--', '<?xml?>'],
  '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>',
  ...['<c r="A0"/>', '<c r="XFE1048577" t="s"><v>1</v></c>', '<mergeCell ref="Z9:A1"/>', '<v>NaN</v>'],
  ...['../../../../etc/passwd', 'http://127.0.0.1/', '-1', '1e999', '9999999999', '__proto__', 'constructor'],
  ...['\u0000', '\ud800', '\u{e0041}', '\u202e', '＊', '\u{1f600}', 'x'.repeat(5000), '<a>'.repeat(3000)],
];

/** What a cell may hold instead, by its type. */
const CONTENTS = [
  ...['t="s"><v>99999999</v>', 't="s"><v>-1</v>', 't="s"><v>a</v>', 't="d"><v>2024-13-45</v>', 't="n"><v>1e400</v>'],
  ...['t="e"><v>#REF!</v>', 't="e"><v>#N/A</v>', 't="b"><v>1</v>', 't="str"><f>A1</f><v></v>', '><f>A1</f>', '><v/>'],
  ...['><v>45420</v>', '><v>45420.75</v>', '><v>-3</v>', '><v>0.1</v>', '><v>99999999999999999999</v>', '><v>1e-9</v>'],
  ...[
    '2024-05-08',
    '2024.5.8',
    '5月',
    '待定',
    '40人',
    '1.5万',
    '是',
    '×',
    '√',
    '合计',
    '#',
    '、',
    '\u200b',
    '院级',
  ].map((text) => `t="inlineStr"><is><t>${text}</t></is>`),
  't="inlineStr"><is><r><t>20</t></r><r><rPr/><t>24</t></r><phoneticPr/></is>',
  't="inlineStr"><is><t>_x0000__xD800_&#10;&#9;</t></is>',
];

/** Names that sheets may have instead: those of other sheets, of reports, and none that Excel would allow. */
const NAMES = [
  '年度计划',
  '培训班',
  '培训班 (2)',
  '学员',
  'sessions',
  '检查结果',
  '汇总',
  'Sheet1',
  "it''s",
  '[x]:*?/',
  '',
];

/** Ranges, as in merged cells. */
const RANGES = ['A1:A3', 'B2:B9', 'A1:XFD1048576', 'A2:D2', 'B3:B2', 'A1:A1'];

const CELL = /<(?:\w+:)?c (?:[^>"]|"[^"]*")*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g;
const ROW = /<(?:\w+:)?row (?:[^>"]|"[^"]*")*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?row>)/g;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** A text with one of the places that a pattern finds written anew. */
function replaced(text: string, pattern: RegExp, draw: Draw, anew: (place: string) => string): string {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const { 0: place, index } = from(places, draw);
  return text.slice(0, index) + anew(place) + text.slice(index + place.length);
}

const addressOf = (cell: string): string => / r="([^"]*)"/.exec(cell)?.[1] ?? 'B2';

/** Changes to a sheet, as a hand or a program makes them. */
const OF_SHEETS: readonly ((sheet: string, draw: Draw) => string)[] = [
  ...[1, 2, 3].map(
    () => (sheet: string, draw: Draw) =>
      replaced(sheet, CELL, draw, (cell) => `<c r="${addressOf(cell)}" ${from(CONTENTS, draw)}</c>`),
  ),
  (sheet, draw) => replaced(sheet, CELL, draw, () => ''),
  (sheet, draw) => replaced(sheet, CELL, draw, (cell) => cell.repeat(2)),
  (sheet, draw) =>
    replaced(sheet, CELL, draw, (cell) =>
      cell.replace(/ r="[^"]*"/, from(['', ' r="A1"', ' r="ZZ9"', ' r="a1"'], draw)),
    ),
  (sheet, draw) =>
    replaced(sheet, CELL, draw, (cell) => cell.replace(/ s="\d+"/, '').replace(' r=', ` s="${draw(40)}" r=`)),
  (sheet, draw) => replaced(sheet, ROW, draw, (row) => row.repeat(1 + draw(3))),
  (sheet, draw) => replaced(sheet, ROW, draw, () => ''),
  (sheet, draw) =>
    replaced(sheet, ROW, draw, (row) => row.replace(/ r="\d+"/, from(['', ' r="1"', ' r="1048576"', ' r="x"'], draw))),
  (sheet, draw) =>
    sheet.replace(
      /(?=<\/(?:\w+:)?worksheet>)/,
      `<mergeCells><mergeCell ref="${from(RANGES, draw)}"/><mergeCell ref="${from(RANGES, draw)}"/></mergeCells>`,
    ),
];

/** Changes to any part. */
const OF_PARTS: readonly ((part: string, draw: Draw) => string)[] = [
  (part, draw) => spliced(part, draw, () => from(STRETCHES, draw)),
  (part, draw) => spliced(part, draw, (stretch) => stretch.repeat(200)),
  (part, draw) => spliced(part, draw, () => ''),
  (part, draw) => part.slice(0, draw(part.length + 1)),
  (part, draw) => replaced(part, / name="[^"]*"/g, draw, () => ` name="${from(NAMES, draw)}"`),
  (part, draw) => replaced(part, /"[^"]*"/g, draw, () => `"${from(['', '0', '-1', '99', 'rId1', 'x'], draw)}"`),
];

function spliced(text: string, draw: Draw, anew: (stretch: string) => string): string {
  const start = draw(text.length + 1);
  const stretch = text.slice(start, start + draw(60));
  return text.slice(0, start) + anew(stretch) + text.slice(start + stretch.length);
}

/** A workbook with some changes to its sheets, its other parts or the archive itself. */
export function changedWorkbook(bytes: Uint8Array, draw: Draw): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts);
  for (let changes = 1 + draw(4); changes > 0; changes -= 1) {
    const isOfSheet = draw(3) > 0;
    const name = from(isOfSheet ? names.filter((each) => SHEET.test(each)) : names, draw);
    const part = parts[name];
    if (part === undefined) continue;
    const how = draw(20);
    if (how === 0) delete parts[name];
    else if (how === 1) parts[name] = parts[from(names, draw)] ?? part;
    else parts[name] = strToU8(from(isOfSheet && draw(6) > 0 ? OF_SHEETS : OF_PARTS, draw)(strFromU8(part), draw));
  }
  const archive = zipSync(parts, { level: 1 });
  if (draw(8) > 0) return archive;
  for (let flips = 1 + draw(8); flips > 0; flips -= 1) archive[draw(archive.length)] = draw(256);
  return draw(4) === 0 ? archive.slice(0, draw(archive.length)) : archive;
}
