import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type * as XLSX from 'xlsx';
import { workspace } from '../cli/run.ts';
import { base, headers, row, sheetOf, type Value, workbook } from './made.ts';
import { head, parts, text as textCell, zip } from './parts.ts';

const folder = workspace();
afterAll(() => folder.remove());

/** Imports a workbook in a folder of its own; what was written, if anything was. */
function importing(bytes: Uint8Array | string, ...args: string[]) {
  folder.write('2024 计划.xlsx', bytes);
  const run = folder.run(['import', '2024 计划.xlsx', '-o', 'out.yaml', '--force', ...args]);
  const text = existsSync(folder.path('out.yaml')) ? folder.read('out.yaml') : '';
  rmSync(folder.path('out.yaml'), { force: true });
  return { ...run, text };
}

/** The lines that were written for the only row of 培训班, without the first four. */
const linesOf = (text: string) => text.split('\n').slice(12, -1);

describe('what is written', () => {
  test('the record as it is filled in, and at its head the workbook with its digest', () => {
    const bytes = workbook({
      年度计划: base,
      培训班: [
        [...headers, '人数', '内容', '线下·开始', '线下·签到'],
        [...row, 40, '政策文件解读、慢病管理', { t: 'n', v: 45_420, z: 'yyyy-mm-dd' }, '是'],
      ],
      宣传: [
        ['培训班编号', '标题'],
        ['HK-01', '我院开班'],
      ],
    });
    const { text, err, code } = importing(bytes);
    expect(code).toBe(0);
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(text).toBe(`# 由 hn-gp import 从 2024 计划.xlsx 导入
# SHA-256: ${digest}
文种: 年度计划
年度: 2024
基地:
  名称: 海口市人民医院
  类别: 住培基地
培训班:
  - 编号: HK-01
    名称: 内科师资班
    层级: 院级
    对象: 师资
    人数: 40
    内容: 政策文件解读、慢病管理
    线下:
      开始: 2024-05-08
      签到: true
    宣传:
      - 标题: 我院开班
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
      'kind: plan',
      'year: 2024',
      'sessions:',
      '  - id: HK-01',
      '    level: hospital',
      '    topics: 教学方法,policy',
      '',
    ]);
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
      '文种: 年度计划',
      '年度: 2024',
      '基地:',
      '  名称: 海口市人民医院',
      '培训班:',
      '  - 编号: HK-01',
      '    名称: 内科师资班',
      '    对象: 师资',
      '    x-序号: "1"',
    ]);
    expect(err).toContain('没有读 “汇总”表\n');
    expect(err).toContain('没有读 培训班!C5（没有表头）\n');
    expect(err).toContain('培训班!A3 表头“序号”不认识，当作自己加的列，写成 x-序号\n');
  });

  test('other words for a header are its key, and what is kept stays as it is: nothing is told of either', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: [...base, ['主办单位', '医院'], ['基地·说明', '甲']],
        培训班: [
          ['编号*', '名称*', '级别', '对象*', '线下·课时', '协办单位', '线下·教室'],
          [...row, '8', '学校', '三楼'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(err.split('\n').slice(0, -2)).toEqual([
      'hn-gp: 培训班!G1 表头“线下·教室”不认识，当作自己加的列，写成 x-教室',
    ]);
    expect(text).toContain('\n主办单位: 医院\n');
    for (const line of ['层级: 院级', '协办单位: 学校', 'x-教室: 三楼']) expect(text).toContain(`  ${line}\n`);
  });

  test('other words for a header are its key with a unit, in an object, for a tick, with a star or a colon of the author’s', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: [
          base[0] as Value[],
          ['年度：', 2024],
          ['★基地·名称', '海口市人民医院'],
          ['基地·类别（必填）：', '住培基地'],
        ],
        培训班: [
          [...headers, '参训人数（人）', '线下·培训时长（小时）', '培训考核·满分', '线下·授课方式：集中授课'],
          [...row, 40, 6, 100, '√'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(err).not.toContain('不认识');
    for (const line of ['年度: 2024', '名称: 海口市人民医院', '类别: 住培基地', '人数: 40', '学时: 6小时', '满分: 100'])
      expect(text).toContain(`${line}\n`);
    expect(text).toContain('方式: [集中授课]\n');
  });

  test('rows of other sheets name an item in whatever width its id is written, and by its title where it has none', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: base,
        培训班: [headers, row, [null, '外科师资班', '院级', '师资']],
        宣传: [
          ['培训班编号', '标题'],
          ['ＨＫ－０１', '甲'],
          ['外科师资班', '乙'],
        ],
      }),
    );
    expect([code, err.split('\n').length]).toEqual([0, 2]);
    const names = text.split('\n').filter((line) => /^ .*(?:名称|标题)/.test(line));
    expect(names.map((line) => line.replace(/^[ -]+/, ''))).toEqual([
      '名称: 海口市人民医院',
      '名称: 内科师资班',
      '标题: 甲',
      '名称: 外科师资班',
      '标题: 乙',
    ]);
  });

  test('headers of one’s own are carried over, told once, and need no telling where they begin with x- or hold nothing', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: [...base, ['填表人', null], ['x-科室', '教学办']],
        培训班: [
          [...headers, '教室', 'x-楼层', '小计'],
          [...row, '1', '甲'],
          ['HK-02', ...row.slice(1), '2', '乙'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(err.split('\n').slice(0, -2)).toEqual(['hn-gp: 培训班!E1 表头“教室”不认识，当作自己加的列，写成 x-教室']);
    expect(text).toContain('    x-教室: "1"\n    x-楼层: 甲\n');
  });

  test.each(['线下人数', '总学时', '学时合计', '考核日期', '线下培训天数', '对像'])(
    'a header of one’s own that is like another is carried over all the same: %s',
    (header) => {
      const { code, err, text } = importing(
        workbook({
          年度计划: base,
          培训班: [
            [...headers, header],
            [...row, '甲'],
          ],
        }),
      );
      expect(code).toBe(0);
      expect(err.split('\n').slice(0, -2)).toEqual([
        `hn-gp: 培训班!E1 表头“${header}”不认识，当作自己加的列，写成 x-${header}`,
      ]);
      expect(text).toContain(`    x-${header}: 甲\n`);
    },
  );

  test('a header that would be read with another word before it is carried over, and the whole header named', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: base,
        培训班: [
          [...headers, '满分', '标题'],
          [...row, 100, '甲'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(err.split('\n').slice(0, -2)).toEqual([
      'hn-gp: 培训班!E1 表头“满分”不认识，当作自己加的列，写成 x-满分；表头写成“考核·满分”才读',
      'hn-gp: 培训班!F1 表头“标题”不认识，当作自己加的列，写成 x-标题',
    ]);
    expect(text).toContain('    x-满分: "100"\n    x-标题: 甲\n');
  });

  test('what cannot be read in a column of one’s own is left out and told', () => {
    const { code, err, text } = importing(
      workbook({
        年度计划: base,
        培训班: [
          [...headers, 'x-楼层'],
          [...row, { t: 'e', v: 0x2a }],
          ['HK-02', ...row.slice(1), '乙'],
        ],
      }),
    );
    expect(code).toBe(0);
    expect(err).toContain('hn-gp: 没有读 培训班!E2（错误值 #N/A）\n');
    expect(text.match(/x-楼层.*/g)).toEqual(['x-楼层: 乙']);
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
    expect(text).toContain('编号: HK-01\n');
    expect(text).toContain('标题: 甲\n');
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
      .replace(/^ {4}\S+: /, '');

  test.each<[string, string, Value, string]>([
    ['text that is a number stays text', '专业', '007', '"007"'],
    ['a number where text is asked', '备注', 3, '"3"'],
    ['a number stored as text', '人数', '40', '40'],
    ['full-width figures as written', '人数', '４０', '４０'],
    ['zeros that the format alone puts before a number', '专业', { t: 'n', v: 7, z: '"HK-"000;@' }, 'HK-007'],
    ['and not before a number that is asked for', '人数', { t: 'n', v: 7, z: '000' }, '7'],
    ['a number as Excel shows it', '人数', { t: 'n', v: 0.1 + 0.2 }, '0.3'],
    ['blanks around a text', '备注', '  甲 　', '甲'],
    ['text that YAML would read otherwise', '备注', '=1+1 # x', '"=1+1 # x"'],
    ['lines of a text', '备注', '甲\r\n乙', '"甲\\n乙"'],
    ['a formula stands for its result', '人数', { t: 'n', v: 40, f: '20+20' }, '40'],
    ['a formula whose result is text', '备注', { t: 's', v: '甲&乙', f: '"甲"&"&乙"' }, '甲&乙'],
    ['yes by a tick box', '线下·签到', true, ''],
    ['codes with any marks between', '培训类型', '住培，助理全科', '住培，助理全科'],
    ['own words keep their commas', '内容', '管理，与服务；其他', '管理，与服务；其他'],
    ['codes with commas in an open list', '内容', '教学方法，教学管理', '教学方法，教学管理'],
    ['one value a line', '内容', '教学方法\n教学管理', '[教学方法, 教学管理]'],
    ['a date in a text, as it is shown', '备注', { t: 'n', v: 45_352, z: 'yyyy"年"m"月"' }, '2024年3月'],
    ['an id that Excel took for a month', '备注', { t: 'n', v: 45_292, z: 'yyyy-mm' }, '2024-01'],
    ['an id that Excel took for a power', '备注', { t: 'n', v: 100_000, z: '0.00E+00' }, '"1.00E+05"'],
    ['a power as a text', '备注', '1E5', '"1E5"'],
    ['a unit in the format', '人数', { t: 'n', v: 1.2, z: '0.0"万"' }, '1.2万'],
    ['a format that scales', '人数', { t: 'n', v: 12_000, z: '0!.0,"万"' }, '1.2万'],
    ['a number rounded by its format', '人数', { t: 'n', v: 39.7, z: '0' }, '40'],
    ['thousands commas of the format', '人数', { t: 'n', v: 1200, z: '#,##0.00' }, '1200'],
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
    [0, 'yyyy-mm-dd', true, '1904-01-01'],
    [45_420, 'yyyy"年"m"月"', false, '2024-05'],
    [45_420, 'General', false, '"45420"'],
    [45_420, '0.00E+00', false, '"45420"'],
    [45_420, '[h]:mm', false, '1090080:00'],
  ])('%d shown as %s is a day', (serial, format, date1904, expected) => {
    const set = (book: XLSX.WorkBook) => {
      book.Workbook = { WBProps: { date1904 } };
    };
    expect(values('线下·开始', { t: 'n', v: serial, z: format }, set)).toContain(`开始: ${expected}`);
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
      '文种: 年度计划',
      '年度: 2024',
      '基地:',
      '  名称: 海口市人民医院',
      'x-日期: 2024年5月8日',
      'x-时间: 12:00',
      'x-文字: a<b&amp;中',
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
    expect(linesOf(text).filter((line) => line.includes('金额'))).toEqual(['        金额: 1', '        金额: 2']);
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
      'hn-gp: 培训班!F1 “人数（人）”有两个，另一个在 E1；只留一个',
      'hn-gp: 培训班!G1 “线下”要分成几列填，例如“线下·日期”；照提示改表头，内容移过去',
      'hn-gp: 培训班!H1 “宣传”请填在“宣传”表里；照提示改表头，内容移过去',
      'hn-gp: 培训班!B2 这一格是错误值 #N/A；改正公式，或直接填上内容',
      'hn-gp: 培训班!I2 这一格的数字超过 15 位，后面的已被 Excel 改成 0；把单元格设成文本格式，再重新输入',
      'hn-gp: 培训班!B3 这一格的公式没有结果；用 Excel 或 WPS 打开，保存一次',
      'hn-gp: 宣传!A2 “HK-03”在“培训班”表里没有；那里的“编号”有：HK-01、HK-02',
      'hn-gp: 宣传!A3 “HK-02”在“培训班”表里有 2 行，分不清属于哪一行；给“培训班”表的每一行各起一个编号',
      'hn-gp: 宣传!A4 这一行没有填“培训班编号”，不知道是哪一项的；填上“培训班编号”；合计、说明之类的行请删去',
      'hn-gp: 以上 9 处改好、保存后再导入；2024 计划.xlsx 什么都没有写',
      '',
    ]);
  });

  /** What is said of a workbook that is refused. */
  const complaints = (sheets: Record<string, Value[][]>, change?: (book: XLSX.WorkBook) => void) => {
    const { code, err, text } = importing(workbook(sheets, change));
    expect([code, text]).toEqual([2, '']);
    return err.split('\n').slice(0, -1);
  };
  const summary = (count: number) => `hn-gp: 以上 ${count} 处改好、保存后再导入；2024 计划.xlsx 什么都没有写`;

  test('a record’s sheet that was renamed, whatever lists have its lists’ names', () => {
    const lists = {
      培训班: [headers, row],
      宣传: [
        ['培训班编号', '标题'],
        ['HK-01', '甲'],
      ],
    };
    expect(complaints({ '2024 计划': base, ...lists, 省外培训: [['名称'], ['进修']] })).toEqual([
      'hn-gp: 没有读 “2024 计划”表',
      'hn-gp: 培训班!A1 没有“年度计划”表，不知道“培训班”“宣传”“省外培训”表是哪份记录的；加上那张表；表名请保持原样',
      summary(1),
    ]);
    expect(complaints({ 计划: base, ...lists })).toEqual([
      'hn-gp: 计划!A1 不认识“计划”这张表；是不是“年度计划”？表名请保持原样；自己加的表，表名前面加 x-',
      summary(1),
    ]);
    expect(
      complaints({
        培训班: [
          ['项', '内容'],
          ['编号', 'HK-01'],
          ['名称', '甲'],
        ],
      }),
    ).toEqual(['hn-gp: 培训班!A1 找不到表头；把表头恢复原样，开头是“项目”、“填写内容”', summary(1)]);
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
    ).toEqual([
      'hn-gp: 培训班 (2)!A1 不认识“培训班 (2)”这张表；是不是“培训班”？表名请保持原样；自己加的表，表名前面加 x-',
      summary(1),
    ]);
    const others = { 'x-培训班': [headers, row], 培训班说明: [['随便写的']] };
    expect(importing(workbook({ 年度计划: base, ...others })).err).toMatch(
      /^hn-gp: 没有读 “培训班说明”表\nhn-gp: 已写好/,
    );
    expect(
      complaints({
        年度计划: base,
        ...others,
        宣传: [
          ['培训班编号', '标题'],
          ['HK-01', '甲'],
        ],
      }).slice(1),
    ).toEqual(['hn-gp: 宣传!A2 要用到“培训班”表，现在没有；加上“培训班”表，表名不要改', summary(1)]);
  });

  test('a misspelt header, once, that a check takes for a slip as well', () => {
    const rows = [1, 2, 3].map((number) => [`HK-0${number}`, '内科师资班', '院级', '师资', '2024-05-08']);
    expect(
      complaints({
        年度计划: [...base.slice(0, 2), ['基地·名稱', '海口市人民医院'], ...base.slice(3)],
        培训班: [['编号*', '名称*', '层级*', '培训对像*', '线下·培训地店'], ...rows],
        宣传: [
          ['培训班编码', '标题'],
          ['HK-01', '甲'],
        ],
        培训班经费: [['来源'], ['自筹'], ['住培经费']],
      }),
    ).toEqual([
      'hn-gp: 宣传!A1 没有“培训班编码”这一列；是不是想写“培训班编号”？',
      'hn-gp: 培训班经费!A1 表里没有“培训班编号”这一列；加上“培训班编号”一列，每行写明属于哪一项',
      'hn-gp: 年度计划!A3 表头“基地·名稱”不认识，是不是“基地·名称”？',
      'hn-gp: 培训班!D1 表头“培训对像*”不认识，是不是“培训对象”？',
      'hn-gp: 培训班!E1 表头“线下·培训地店”不认识，是不是“线下·培训地点”？',
      summary(5),
    ]);
  });

  test('two words for one header', () => {
    expect(
      complaints({
        年度计划: base,
        培训班: [
          [...headers, '人数', '培训人数'],
          [...row, 40, 30],
        ],
      }),
    ).toEqual(['hn-gp: 培训班!F1 “培训人数”和 E1 的“人数”是同一项；只留一个', summary(1)]);
  });

  test('a name of no session in a row of nothing else, and names that are no values', () => {
    const publicity = [['培训班编号', '标题'], ['HK-09'], [{ t: 'e', v: 0x2a } as XLSX.CellObject, '甲'], ['', '乙']];
    expect(
      complaints({ 年度计划: base, 培训班: [headers, row], 宣传: publicity }, (book) => {
        (sheetOf(book, '宣传').A4 as XLSX.CellObject) = { t: 'n', f: 'B1' };
      }),
    ).toEqual([
      'hn-gp: 没有读 宣传!A2（这一行只填了“培训班编号”）',
      'hn-gp: 宣传!A3 这一格是错误值 #N/A；改正公式，或直接填上内容',
      'hn-gp: 宣传!A4 这一格的公式没有结果；用 Excel 或 WPS 打开，保存一次',
      summary(2),
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
    expect(folder.run(['import', '~$有.xlsx']).err).toContain('工作簿是 有.xlsx');
    rmSync(folder.path('~$有.xlsx'));
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
