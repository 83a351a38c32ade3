import type { Words } from '../../model/finding.ts';
import { guideName } from '../../workbook/layout.ts';
import type { Making } from './making.ts';
import type { CellStyle, NewSheet } from './new-sheet.ts';

const steps: Words[] = [
  {
    zh: '表头带 * 的必填，其余有就填；空着的格和行不导入。',
    en: 'Headers with * must be filled in, the others where there is something; empty cells and rows are left out.',
  },
  {
    zh: '通知要求的数字写在表头上面一行（或“说明”一列）；鼠标停在表头上，可以看到这一项的意思。',
    en: 'What the notice asks for stands above the headers, or under “meaning”; rest the pointer on a header to see what it means.',
  },
  {
    zh: '日期写 2024-05-08；数字只写数字，不带单位；是否类填“是”或“否”。填了别的，Excel 会问一句，确实要这样填就点“确定”。',
    en: 'Write dates as 2024-05-08, numbers without a unit, and TRUE or FALSE where it is one or the other. Excel asks about anything else; OK keeps it.',
  },
  {
    zh: '内容、方式、准备、存档这样可选几项的，一项一列，有就打√；别的格要填几项的，用顿号隔开，自己写的文字一项一行（按 Alt+Enter 换行）。',
    en: 'Lists such as topics, methods and preparation have a column for each value: tick those that apply (√). Where another cell takes several values, put semicolons between them, or your own texts on lines of their own.',
  },
  {
    zh: '宣传、经费、学员等一行一条，第一列写明属于哪一期或哪一批。',
    en: 'Lists that belong to a row of another sheet name that row in their first column.',
  },
  {
    zh: '“示例”是一份填好的，供对照，不参加检查。',
    en: 'The sheet “example” shows a record filled in; it is not read.',
  },
  {
    zh: '列可以移动、隐藏、删除，也可以自己加表；表名和表头的文字请保持原样。',
    en: 'Columns may be moved, hidden or taken out, sheets added; keep the names of sheets and the headers.',
  },
  {
    zh: '填好保存，拖进 hn-gp 的网页检查，或者运行 hn-gp check；哪一格有问题会直接指出来。',
    en: 'When done, save it and drop it on the page of hn-gp, or run hn-gp check: either names the cells to mend.',
  },
];

/** The sheet that says how to fill the workbook in, and what its other sheets are for. */
export function guideSheet(making: Making): NewSheet {
  const { asked, layout, footer } = making;
  const rows: [string, string, CellStyle][] = [
    [making.said({ zh: '怎么填', en: 'How to fill it in' }), '', 'heading'],
    ...steps.map((step, index): [string, string, CellStyle] => [`${index + 1}`, making.said(step), 'plain']),
    ...asked.notes.map((note): [string, string, CellStyle] => ['', making.said(note), 'plain']),
    [making.said({ zh: '各张表', en: 'The sheets' }), '', 'heading'],
    ...layout.map((sheet): [string, string, CellStyle] => [
      making.named(sheet.name),
      [making.said(sheet.description), making.asks(sheet)].filter((text) => text !== '').join(making.between),
      'plain',
    ]),
  ];
  return {
    name: making.named(guideName),
    columns: [
      { width: 18, style: 'plain' },
      { width: 90, style: 'plain' },
    ],
    cells: rows.flatMap(([name, text, style], index) => [
      { row: index + 1, column: 1, value: name, style },
      { row: index + 1, column: 2, value: text, style },
    ]),
    prompts: [],
    frozen: { rows: 0, columns: 0 },
    pagesAcross: 1,
    footer,
  };
}
