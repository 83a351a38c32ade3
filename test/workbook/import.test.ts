import { afterAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { workspace } from '../cli/run.ts';
import { head, parts, text as textCell, zip } from './parts.ts';

type Value = string | number | boolean | null | XLSX.CellObject;

/** A workbook of sheets, row by row. */
function workbook(sheets: Record<string, Value[][]>, change: (book: XLSX.WorkBook) => void = () => {}): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  change(book);
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

const base: Value[][] = [
  ['项目', '填写内容', '说明'],
  ['年度*', 2024],
  ['基地·名称*', '海口市人民医院'],
  ['基地·类别*', '住培基地'],
];
const headers = ['编号*', '名称*', '层级*', '对象*'];
const row = ['HK-01', '内科师资班', '院级', '师资'];
const sheetOf = (book: XLSX.WorkBook, name: string) => book.Sheets[name] as XLSX.WorkSheet;

const folder = workspace();
afterAll(() => folder.remove());

/** Imports a workbook in a folder of its own; what was written, if anything was. */
function importing(bytes: Uint8Array | string, ...args: string[]) {
  folder.write('2024 计划.xlsx', bytes);
  const run = folder.run(['import', '2024 计划.xlsx', '-o', 'out.yaml', '--force', ...args]);
  const { out } = run.code === 0 ? folder.shell('cat out.yaml; rm out.yaml') : folder.shell('cat out.yaml 2>/dev/null');
  return { ...run, text: out };
}

/** The lines that were written for the only row of 培训班, without the first four. */
const linesOf = (text: string) => text.split('\n').slice(12, -1);

describe('what is written', () => {
  test('every line names its cell, and the file its workbook', () => {
    const { text, err, code } = importing(
      workbook({
        年度计划: base,
        培训班: [
          [...headers, '人数', '内容', '线下·开始', '线下·签到'],
          [...row, 40, '政策文件解读、慢病管理', { t: 'n', v: 45_420, z: 'yyyy-mm-dd' }, '是'],
        ],
        宣传: [
          ['培训班编号', '标题'],
          ['HK-01', '我院开班'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(text).toBe(`# 由 hn-gp import 从 2024 计划.xlsx 导入，行末是各项在工作簿里的单元格。
# 要改请改工作簿再导入（--force）；直接改这里，再导入时会被覆盖。
文种: 年度计划  # 年度计划!A1
年度: 2024  # 年度计划!B2
基地:  # 年度计划!B3
  名称: 海口市人民医院  # 年度计划!B3
  类别: [住培基地]  # 年度计划!B4
培训班:  # 培训班!A2
  - 编号: HK-01  # 培训班!A2
    名称: 内科师资班  # 培训班!B2
    层级: 院级  # 培训班!C2
    对象: [师资]  # 培训班!D2
    人数: 40  # 培训班!E2
    内容: [政策文件解读, 慢病管理]  # 培训班!F2
    线下:  # 培训班!G2
      开始: 2024-05-08  # 培训班!G2
      签到: true  # 培训班!H2
    宣传:  # 宣传!B2
      - 标题: 我院开班  # 宣传!B2
`);
    expect(err).toBe('hn-gp: 已写好 out.yaml（培训班 1 条、宣传 1 条）。下一步：hn-gp check out.yaml\n');
  });

  test('keys and codes in English where asked', () => {
    const { text } = importing(
      workbook({
        plan: [
          ['field', 'value'],
          ['year', 2024],
        ],
        sessions: [
          ['id', 'level', 'topics'],
          ['HK-01', '院级', '教学方法,policy'],
        ],
      }),
      '--keys',
      'en',
      '--lang',
      'en',
    );
    expect(text.split('\n').slice(2)).toEqual([
      'kind: plan  # plan!A1',
      'year: 2024  # plan!B2',
      'sessions:  # sessions!A2',
      '  - id: HK-01  # sessions!A2',
      '    level: hospital  # sessions!B2',
      '    topics: [teaching-methods, policy]  # sessions!C2',
      '',
    ]);
  });

  test('what does not fit is carried over as typed, and a check names its cell', () => {
    const { text } = importing(
      workbook({
        年度计划: base,
        培训班: [
          [...headers, '人数', '线下·学位', '线下·学时', '线下·开始', '心得'],
          [...row.slice(0, 3), '老师', '约40人', 3, 8, '2024/5/39', '好'],
        ],
      }),
    );
    folder.write('out.yaml', text);
    const { findings } = JSON.parse(folder.run(['check', 'out.yaml', '--format', 'json', '--as-of', '2024-01-15']).out);
    const cells = findings.map(({ rule, cell }: { rule: string; cell: string }) => `${rule} ${cell}`).sort();
    for (const expected of [
      'schema/enum 培训班!D2',
      'schema/type 培训班!E2',
      'schema/unknown-key 培训班!F2',
      'schema/date 培训班!H2',
      'schema/unknown-key 培训班!I2',
    ])
      expect(cells).toContain(expected);
    expect(findings.every(({ cell }: { cell?: string }) => cell !== undefined)).toBe(true);
    const { out } = folder.run(['check', 'out.yaml', '--as-of', '2024-01-15', '--verbose']);
    expect(out).toContain(' 培训班!E2  错误');
    const formats = ['table', 'html', 'github', 'csv', 'sarif', 'junit', 'gitlab'];
    for (const format of formats)
      expect(folder.run(['check', 'out.yaml', '--format', format, '--as-of', '2024-01-15']).out).toContain('培训班!E2');
    const rows = folder.run(['check', 'out.yaml', '--format', 'csv', '--as-of', '2024-01-15']).out.split('\r\n');
    expect(rows[0]).toMatch(/,豁免到期,单元格$/);
    expect(rows.filter((line) => line.endsWith(',培训班!E2'))).toHaveLength(1);
  });

  /** What a check says of a workbook that was imported: the remedies by cell. */
  function remedies(bytes: Uint8Array, ...args: string[]): string[] {
    folder.write('out.yaml', importing(bytes, ...args).text);
    const { out } = folder.run(['check', 'out.yaml', '--format', 'json', '--as-of', '2024-01-15']);
    return JSON.parse(out).findings.map(({ cell, remedy }: { cell: string; remedy: string }) => `${cell} ${remedy}`);
  }

  test('remedies speak of headers and cells, each of the piece that is at fault', () => {
    const found = remedies(
      workbook({
        年度计划: [
          ['项目', '填写内容'],
          ['年度', 2024],
          ['基地·名称', '海口市人民医院# 暂定'],
          ['基地·类别', '住培基地'],
        ],
        培训班: [
          [...headers, '线下·开始', '线下·签到', '内容', '附：其他情况', '人数'],
          [...row, '2024/5/8。', '大概', '1.政策文件解读\n2.教学方法', '甲', { t: 'n', v: 40, z: 'yyyy-mm-dd' }],
          ['注：已报院办'],
        ],
      }),
    );
    expect(found).toEqual([
      '年度计划!B3 在“省外培训”里补足批次',
      '年度计划!B3 这一格只写“海口市人民医院”，说明写进“备注”',
      '培训班!A2 补足院级培训班；培训班写在别的文件里的，把那些文件一起检查',
      '培训班!I2 写整数，例如 40',
      '培训班!G2 在工作簿里把 培训班!G2 的“1.政策文件解读”改成 政策文件解读',
      '培训班!G2 在工作簿里把 培训班!G2 的“2.教学方法”改成 教学方法',
      '培训班!E2 在工作簿里删去 培训班!E2 的“。”',
      '培训班!F2 从下拉框里选“是”或“否”',
      '培训班!H2 核对表头有没有写错；自己加的，表头前面加 x-',
      '培训班!A3 补上“线下”和“线上”，各写日期和学时',
      '培训班!A3 填上“名称”“层级”“对象”；合计、说明之类的行请删去',
      '培训班!A3 在“内容”里写上至少一项重点内容，例如 政策文件解读',
    ]);
    expect(
      remedies(
        workbook({
          年度计划: [
            ['项目', '填写内容'],
            ['年度', 2024],
          ],
        }),
      ),
    ).toEqual(['年度计划!A1 填上“基地·名称”“基地·类别”']);
  });

  test('rules speak of yes and no as the workbook has them, and of the other place by its cell', () => {
    const ofCity = (yes: string, ...args: string[]) =>
      remedies(
        workbook({
          激励方案: [
            ['项目', '填写内容'],
            ['城市', '海口市'],
            ['年度', 2024],
          ],
          全科医生: [
            ['编号', '注册全科', '享受政策'],
            ['1', '否', yes],
          ],
        }),
        ...args,
      ).find((each) => each.includes('注册全科'));
    expect(ofCity('是')).toBe('全科医生!B2 办理增加注册，办好后把“注册全科”写成“是”');
    expect(ofCity('是', '--keys', 'en')).toContain('写成“TRUE”');
    const same = ['true-1', ...row.slice(1)];
    folder.write('own.yaml', importing(workbook({ 年度计划: base, 培训班: [headers, same, same] })).text);
    expect(folder.run(['check', 'own.yaml', '--as-of', '2024-01-15', '--verbose']).out).toContain('实际 true-1\n');
    folder.write('out.yaml', importing(workbook({ 年度计划: base, 培训班: [headers, row, row] })).text);
    expect(folder.run(['check', 'out.yaml', '--as-of', '2024-01-15']).out).toContain('第一次在 out.yaml:9 培训班!A2');
  });

  test('mending is for the workbook: a check does not offer it, and fix says so', () => {
    const { text } = importing(
      workbook({
        年度计划: base,
        培训班: [
          [...headers, '线下·开始'],
          [...row, '2024/5/8。'],
        ],
      }),
    );
    folder.write('out.yaml', text);
    const { out } = folder.run(['check', 'out.yaml', '--as-of', '2024-01-15', '--verbose']);
    expect(out).toContain('2024/5/8。');
    expect(out).toContain('14:19 培训班!E2');
    expect(out).not.toContain('hn-gp fix');
    expect(out).not.toContain('这一行写成');
    const warning = 'hn-gp: out.yaml 是从 Excel 工作簿导入的，再导入就会盖掉这些改动；请把工作簿也改好\n';
    expect(folder.run(['fix', 'out.yaml', '--dry-run']).err).toContain(warning);
    expect(folder.run(['fix', 'out.yaml']).err).toBe(warning);
    expect(folder.shell('cat out.yaml').out).toContain('开始: 2024-05-08  # 培训班!E2\n');
    expect(folder.run(['fix', 'out.yaml']).err).toBe('');
    // Where there is no cell, both are offered.
    folder.write('own.yaml', text.replaceAll(/ {2}# .*/g, ''));
    const own = folder.run(['check', 'own.yaml', '--as-of', '2024-01-15', '--verbose']).out;
    expect(own).toContain('自动改好 1 处写法');
    expect(own).toContain('14:19  这里多了“。” → 开始: 2024/5/8\n');
    expect(folder.run(['fix', 'own.yaml']).err).toBe('');
  });

  test('a file that was not imported has no cells', () => {
    folder.write(
      'own.yaml',
      '文种: 年度计划 # 见表!A1\n年度: 二〇二四  #表!B2\n基地: {名称: "a  # 表!A1", 类别: [住培]}\n',
    );
    const { out } = folder.run(['check', 'own.yaml', '--format', 'json']);
    expect(JSON.parse(out).findings.length).toBeGreaterThan(0);
    expect(out).not.toContain('"cell"');
  });
});

describe('how it is read', () => {
  test('columns and rows may be moved, added and left empty, with a title above and sheets of one’s own', () => {
    const { text, err } = importing(
      workbook(
        {
          汇总: [['随便']],
          年度计划: [
            ['海口市人民医院 2024 年'],
            [],
            [null, '说明', '填写内容', '项目'],
            [null, '', 2024, '年度'],
            [],
            [null, '', '海口市人民医院', '基地 · 名称'],
          ],
          培训班: [
            ['2024 年培训班'],
            [],
            ['序号', '对象', null, '名称', ' 编号 '],
            [],
            [1, '师资', '私下记的', '内科师资班', 'HK-01'],
            [null, null, '  '],
          ],
        },
        (book) => {
          book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
        },
      ),
    );
    expect(text.split('\n').slice(2, -1)).toEqual([
      '文种: 年度计划  # 年度计划!B3',
      '年度: 2024  # 年度计划!C4',
      '基地:  # 年度计划!C6',
      '  名称: 海口市人民医院  # 年度计划!C6',
      '培训班:  # 培训班!E5',
      '  - 编号: HK-01  # 培训班!E5',
      '    名称: 内科师资班  # 培训班!D5',
      '    对象: [师资]  # 培训班!B5',
      '    序号: 1  # 培训班!A5',
    ]);
    expect(err).toContain('没有读 “汇总”表\n');
    expect(err).toContain('没有读 培训班!C5（没有表头）\n');
    expect(err).toContain('培训班!A3 表头“序号”不认识，检查时会报错；自己加的列，表头前面加 x-\n');
  });

  test('headers of one’s own are carried over, told once, and need no telling where they begin with x- or hold nothing', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: [...base, ['填表人', null], ['x-科室', '教学办']],
        培训班: [
          [...headers, '联系电话', 'x-教室', '小计'],
          [...row, '1', '甲'],
          ['HK-02', ...row.slice(1), '2', '乙'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(err.split('\n').slice(0, -2)).toEqual([
      'hn-gp: 培训班!E1 表头“联系电话”不认识，检查时会报错；自己加的列，表头前面加 x-',
    ]);
    expect(text).toContain('    联系电话: "1"  # 培训班!E2\n    x-教室: 甲  # 培训班!F2\n');
  });

  test('rows of totals and headers once more are told and left out, and so is what stands beside the record', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: [...base, ['备注', '甲', '说明文字', '乙']],
        培训班: [
          [...headers, '人数'],
          [...row, 40],
          [...headers, '人数'],
          ['HK-02', ...row.slice(1), 30],
          ['合 计', '', '', '', 70],
        ],
        培训班经费: [
          ['培训班编号', '来源', '金额'],
          ['HK-01', '自筹', 1],
          ['合计', null, 1],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(err.split('\n').slice(0, -2)).toEqual([
      'hn-gp: 没有读 年度计划!D5（只读“填写内容”一列）',
      'hn-gp: 没有读 培训班!A3（又一行表头）',
      'hn-gp: 没有读 培训班!A5（合计行）',
      'hn-gp: 没有读 培训班经费!A3（合计行）',
    ]);
    expect(text.match(/- 编号/g)).toHaveLength(2);
    expect(text.match(/- 来源/g)).toHaveLength(1);
  });

  test('a row that names its session and nothing else is told', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: base,
        培训班: [headers, row],
        宣传: [['培训班编号', '标题'], ['HK-01'], ['HK-01', '甲']],
      }),
    );
    expect(code).toBe(0);
    expect(err).toContain('hn-gp: 没有读 宣传!A2（这一行只填了“培训班编号”）\n');
    expect(text.match(/标题/g)).toHaveLength(1);
  });

  test('characters that nobody sees make no difference', () => {
    const { code, text } = importing(
      workbook({
        年度计划: base,
        培训班: [headers, ['\u200bHK-\u200d01\ufeff', ...row.slice(1)]],
        宣传: [
          ['培训班\u200b编号', '标题'],
          ['HK-01', '甲\u200c '],
          ['HK-01', '\u200b'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(text).toContain('编号: HK-01  #');
    expect(text).toContain('标题: 甲  #');
    expect(text.match(/标题/g)).toHaveLength(1);
  });

  const values = (header: string, cell: Value, change?: (book: XLSX.WorkBook) => void): string =>
    linesOf(
      importing(
        workbook(
          {
            年度计划: base,
            培训班: [
              [...headers, header],
              [...row, cell],
            ],
          },
          change,
        ),
      ).text,
    )
      .join('\n')
      .replace(/^ {4}\S+: /, '')
      .replace(/ {2}# 培训班!E2$/, '');

  test.each<[string, string, Value, string]>([
    ['text that is a number stays text', '专业', '007', '["007"]'],
    ['a number where text is asked', '备注', 3, '"3"'],
    ['a number stored as text', '人数', '40', '40'],
    ['full-width figures as written', '人数', '４０', '４０'],
    ['zeros that the format alone puts before a number', '专业', { t: 'n', v: 7, z: '"HK-"000;@' }, '[HK-007]'],
    ['and not before a number that is asked for', '人数', { t: 'n', v: 7, z: '000' }, '7'],
    ['a number as Excel shows it', '人数', { t: 'n', v: 0.1 + 0.2 }, '0.3'],
    ['blanks around a text', '备注', '  甲 　', '甲'],
    ['text that YAML would read otherwise', '备注', '=1+1 # x', '"=1+1 # x"'],
    ['lines of a text', '备注', '甲\r\n乙', '"甲\\n乙"'],
    ['a formula stands for its result', '人数', { t: 'n', v: 40, f: '20+20' }, '40'],
    ['a formula whose result is text', '备注', { t: 's', v: '甲&乙', f: '"甲"&"&乙"' }, '甲&乙'],
    ['yes by a tick box', '线下·签到', true, ''],
    ['codes with any marks between', '培训类型', '住培，助理全科', '[住培, 助理全科]'],
    ['own words keep their commas', '内容', '管理，与服务；其他', '[管理，与服务, 其他]'],
    ['codes with commas in an open list', '内容', '教学方法，教学管理', '[教学方法, 教学管理]'],
    ['one value a line', '内容', '教学方法\n教学管理', '[教学方法, 教学管理]'],
    ['a date in a text', '备注', { t: 'n', v: 45_352, z: 'yyyy"年"m"月"' }, '2024-03-01'],
  ])('%s', (_, header, cell, expected) => {
    const shown = values(header, cell);
    if (header.includes('·')) expect(shown).toContain('签到: true');
    else expect(shown).toBe(expected);
  });

  test.each<[number, string, boolean, string]>([
    [45_420, 'yyyy-mm-dd', false, '2024-05-08'],
    [45_420.999_999, 'yyyy/m/d h:mm', false, '2024-05-08'],
    [45_420.000_001, 'm"月"d"日"', false, '2024-05-08'],
    [45_419.999_999_999_9, '[$-804]yyyy"年"m"月"d"日";@', false, '2024-05-08'],
    [43_958, 'yyyy-mm-dd', true, '2024-05-08'],
    [59, 'yyyy-mm-dd', false, '1900-02-28'],
    [61, 'yyyy-mm-dd', false, '1900-03-01'],
    [0, 'yyyy-mm-dd', true, '"0"'],
    [45_420, 'General', false, '"45420"'],
    [45_420, '0.00E+00', false, '"45420"'],
    [45_420, '[h]:mm', false, '"45420"'],
  ])('%d shown as %s is a day', (serial, format, date1904, expected) => {
    const set = (book: XLSX.WorkBook) => {
      book.Workbook = { WBProps: { date1904 } };
    };
    expect(values('备注', { t: 'n', v: serial, z: format }, set)).toBe(
      date1904 && serial === 0 ? '1904-01-01' : expected,
    );
  });

  test('parts of a text in styles of their own, links, escapes, Chinese formats without a code, formulas without text', () => {
    const line = (row: number, field: string, cell: string) =>
      `<row r="${row}">${textCell(`A${row}`, field)}${cell}</row>`;
    const { text } = importing(
      zip(
        parts(
          `<sheetData>${head}${line(2, '年度', '<c r="B2"><v>2.024E3</v></c>')}
          ${line(3, '基地·名称', '<c r="B3" t="s"><v>0</v></c>')}${line(4, '备注', '<c r="B4" t="str"><f>IF(1,"")</f><v></v></c>')}
          ${line(5, 'x-日期', '<c r="B5" s="1"><v>45420</v></c>')}${line(6, 'x-时间', '<c r="B6" s="2"><v>45420.5</v></c>')}
          ${line(7, 'x-文字', '<c r="B7" t="inlineStr"><is><t>a&lt;b&amp;amp;&#x4e2d;_x000D_</t></is></c>')}</sheetData>
          <hyperlinks><hyperlink ref="B3" r:id="r9"/></hyperlinks>`,
          {
            '/xl/_rels/workbook.xml.rels': `<Relationships>
              <Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/first.xml"/>
              <Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>
              <Relationship Id="r3" Type="x/styles" Target="styles.xml"/>
              <Relationship Id="r4" Type="x/externalLink" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
            '/xl/sharedStrings.xml':
              '<sst><si><r><rPr><b/></rPr><t>海口市</t></r><r><t xml:space="preserve">人民医院 </t></r><rPh><t>hk</t></rPh></si></sst>',
            '/xl/styles.xml':
              '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="20"/></cellXfs></styleSheet>',
          },
        ),
      ),
    );
    expect(text.split('\n').slice(2, -1)).toEqual([
      '文种: 年度计划  # 年度计划!A1',
      '年度: 2024  # 年度计划!B2',
      '基地:  # 年度计划!B3',
      '  名称: 海口市人民医院  # 年度计划!B3',
      'x-日期: 2024-05-08  # 年度计划!B5',
      'x-时间: 45420.5  # 年度计划!B6',
      'x-文字: a<b&amp;中  # 年度计划!B7',
    ]);
  });

  test('rows below a merged cell repeat it', () => {
    const { text } = importing(
      workbook(
        {
          年度计划: base,
          培训班: [headers, row],
          经费: [['x']],
          培训班经费: [['培训班编号', '来源', '金额（元）'], ['HK-01', '自筹', 1], [null, '住培经费', 2], []],
        },
        (book) => {
          sheetOf(book, '培训班经费')['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 3, c: 0 } }];
        },
      ),
    );
    expect(linesOf(text).filter((line) => line.includes('金额'))).toEqual([
      '        金额: 1  # 培训班经费!C2',
      '        金额: 2  # 培训班经费!C3',
    ]);
  });
});

describe('what is refused, with every cell, and nothing written', () => {
  test('rows of no session, of two, of none named; errors; formulas never calculated; headers that cannot be read', () => {
    const { code, err, text } = importing(
      workbook(
        {
          年度计划: base,
          培训班: [
            [...headers, '人数', '人数（人）', '线下', '宣传', '备注'],
            ['HK-01', { t: 'e', v: 0x2a }, '院级', '师资', 1, 2, 3, 4, 460_100_199_001_011_000],
            ['HK-02', { t: 's', v: '', f: 'A2' } as XLSX.CellObject, '院级', '师资'],
            ['HK-02', '乙', '院级', '师资'],
          ],
          宣传: [
            ['培训班编号', '标题'],
            ['HK-03', '甲'],
            ['HK-02', '乙'],
            [null, '丙'],
            ['HK-01', '丁'],
          ],
        },
        (book) => {
          // A formula without a result, as programs write it that do not calculate.
          (sheetOf(book, '培训班').B3 as XLSX.CellObject) = { t: 'n', f: 'A2' };
        },
      ),
    );
    expect(code).toBe(2);
    expect(text).toBe('');
    expect(err.split('\n')).toEqual([
      'hn-gp: 培训班!F1 “人数（人）”和 培训班!E1 重复，只留一个',
      'hn-gp: 培训班!G1 “线下”要分成几列填，例如“线下·日期”',
      'hn-gp: 培训班!H1 “宣传”请填在“宣传”表里',
      'hn-gp: 培训班!B2 是错误值 #N/A，请改正',
      'hn-gp: 培训班!I2 的数字超过 15 位，Excel 已把后面的改成 0；请先设成文本格式，再重新输入',
      'hn-gp: 培训班!B3 的公式没有结果，请用 Excel 打开，保存一次',
      'hn-gp: 宣传!A2 “HK-03”在“培训班”表里没有，那里的“编号”有：HK-01、HK-02',
      'hn-gp: 宣传!A3 “HK-02”在“培训班”表里有 2 行，分不清属于哪一行',
      'hn-gp: 宣传!B4 这一行没有填“培训班编号”',
      'hn-gp: 以上 9 处改好、保存后再导入；现在什么都没有写',
      '',
    ]);
  });

  /** What is said of a workbook that is refused. */
  const complaints = (sheets: Record<string, Value[][]>, change?: (book: XLSX.WorkBook) => void) => {
    const { code, err, text } = importing(workbook(sheets, change));
    expect([code, text]).toEqual([2, '']);
    return err.split('\n').slice(0, -1);
  };
  const summary = (count: number) => `hn-gp: 以上 ${count} 处改好、保存后再导入；现在什么都没有写`;

  test('a record’s sheet that was renamed, whatever lists have its lists’ names', () => {
    const lists = {
      培训班: [headers, row],
      宣传: [
        ['培训班编号', '标题'],
        ['HK-01', '甲'],
      ],
    };
    expect(complaints({ '2024 计划': base, ...lists, 省外培训: [['名称'], ['进修']] })).toEqual([
      'hn-gp: 2024 计划.xlsx 里没有“年度计划”表，只有“培训班”“宣传”“省外培训”“2024 计划”；表名请保持原样',
    ]);
    expect(complaints({ 计划: base, ...lists })).toEqual([
      'hn-gp: 2024 计划.xlsx 里没有“年度计划”“全省计划”中的任何一张表，只有“计划”“培训班”“宣传”；表名请保持原样',
    ]);
    expect(
      complaints({
        培训班: [
          ['项', '内容'],
          ['编号', 'HK-01'],
          ['名称', '甲'],
        ],
      }),
    ).toEqual(['hn-gp: 培训班 找不到表头“项目”和“填写内容”', summary(1)]);
  });

  test('a list’s sheet that was renamed, once; one of the author’s own is told', () => {
    expect(
      complaints({
        年度计划: base,
        '培训班 (2)': [headers, row],
        宣传: [
          ['培训班编号', '标题'],
          ['HK-01', '甲'],
          ['HK-01', '乙'],
        ],
      }),
    ).toEqual(['hn-gp: 培训班 (2) 表名不认识，是不是“培训班”？自己加的表，表名前面加 x-', summary(1)]);
    const others = { 'x-培训班': [headers, row], 培训班说明: [['随便写的']] };
    expect(importing(workbook({ 年度计划: base, ...others })).err).toMatch(
      /没有读 “x-培训班”表\nhn-gp: 没有读 “培训班说明”表\nhn-gp: 已写好/,
    );
    expect(
      complaints({
        年度计划: base,
        ...others,
        宣传: [
          ['培训班编号', '标题'],
          ['HK-01', '甲'],
        ],
      }).slice(2),
    ).toEqual(['hn-gp: 宣传 要用到“培训班”表，现在没有；表名请保持原样', summary(1)]);
  });

  test('a misspelt header, once, where the right one is missing', () => {
    const rows = [1, 2, 3].map((number) => [`HK-0${number}`, '内科师资班', '院级', '师资', '2024-05-08']);
    expect(
      complaints({
        年度计划: [...base.slice(0, 2), ['基地·名稱', '海口市人民医院'], ...base.slice(3)],
        培训班: [['编号*', '名称*', '层级*', '对像*', '线下·开使'], ...rows],
        宣传: [
          ['培训班编码', '标题'],
          ['HK-01', '甲'],
        ],
        培训班经费: [['来源'], ['自筹'], ['住培经费']],
      }),
    ).toEqual([
      'hn-gp: 年度计划!A3 表头“基地·名稱”不认识，是不是“基地·名称”？',
      'hn-gp: 培训班!D1 表头“对像*”不认识，是不是“对象”？',
      'hn-gp: 培训班!E1 表头“线下·开使”不认识，是不是“线下·开始”？',
      'hn-gp: 宣传!A1 表头“培训班编码”不认识，是不是“培训班编号”？',
      'hn-gp: 培训班经费 没有“培训班编号”这一列',
      summary(5),
    ]);
  });

  test('a name of no session in a row of nothing else, and names that are no values', () => {
    const publicity = [['培训班编号', '标题'], ['HK-09'], [{ t: 'e', v: 0x2a } as XLSX.CellObject, '甲'], ['', '乙']];
    expect(
      complaints({ 年度计划: base, 培训班: [headers, row], 宣传: publicity }, (book) => {
        (sheetOf(book, '宣传').A4 as XLSX.CellObject) = { t: 'n', f: 'B1' };
      }),
    ).toEqual([
      'hn-gp: 没有读 宣传!A2（这一行只填了“培训班编号”）',
      'hn-gp: 宣传!A2 “HK-09”在“培训班”表里没有，那里的“编号”有：HK-01',
      'hn-gp: 宣传!A3 是错误值 #N/A，请改正',
      'hn-gp: 宣传!A4 的公式没有结果，请用 Excel 打开，保存一次',
      summary(3),
    ]);
  });

  test('more than a check reads', () => {
    const titles = Array.from({ length: 200 }, (_, index) => ['HK-01', `第 ${index} 篇${'我院开班'.repeat(2_500)}`]);
    const bytes = workbook({ 年度计划: base, 培训班: [headers, row], 宣传: [['培训班编号', '标题'], ...titles] });
    const { code, err, text } = importing(bytes);
    expect([code, text]).toEqual([2, '']);
    expect(err).toMatch(
      /^hn-gp: 2024 计划\.xlsx 转成 YAML 有 \d\.\d MB，超过检查能读的 5 MB，没有写；请分成几个工作簿\n$/,
    );
  });

  test('a file that is there, unless forced, and never the workbook', () => {
    folder.write('有.xlsx', workbook({ 年度计划: base }));
    expect(folder.run(['import', '有.xlsx']).err).toContain('已写好 有.yaml');
    const again = folder.run(['import', '有.xlsx']);
    expect([again.code, again.err]).toEqual([
      2,
      'hn-gp: 有.yaml 已经有了，没有覆盖；要覆盖请加 --force，或用 -o 换个文件名\n',
    ]);
    folder.write('~$有.xlsx', '');
    expect(folder.run(['import', '有.xlsx', '--force']).err).toMatch(
      /^hn-gp: 有\.xlsx 还在 Excel 里开着，读到的是上次保存的内容\nhn-gp: 已写好/,
    );
    expect(folder.run(['import', '~$有.xlsx']).err).toContain('要导入的是 有.xlsx');
    folder.shell('rm ~\\$*');
    const over = folder.run(['import', '有.xlsx', '-o', '有.xlsx', '--force']);
    expect([over.code, over.err]).toEqual([2, 'hn-gp: -o 要写 .yaml 文件，现在是“有.xlsx”\n']);
    folder.write('改名.yaml', workbook({ 年度计划: base }));
    const renamed = folder.run(['import', '改名.yaml', '--force']);
    expect([renamed.code, renamed.err]).toEqual([
      2,
      'hn-gp: 改名.yaml 就是要转的工作簿，不能写在它上面；用 -o 换个文件名\n',
    ]);
  });
});
