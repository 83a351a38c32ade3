// What a hostile or unlucky file costs: checks files of many kinds, each as large as asked for, and tells how long each took
// and how much memory: `npm run bench:worst` for 100 kB, `npm run bench:worst -- 5000` for 5 MB. A workbook is as large as
// its file, packed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const [kilobytes = 100, only = ''] = [Number(process.argv[2] ?? 100), process.argv[3]];
const size = kilobytes * 1000;
const rounds = Number(process.env.ROUNDS ?? 3);
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-worst-'));
const peakFile = join(folder, 'peak');

const head = '文种: 年度计划\n年度: 2024\n基地: { 名称: 海口市人民医院, 类别: 住培基地 }\n';
const sessions = `${head}培训班:\n`;

/**
 * @param {string} before
 * @param {(index: number) => string} piece
 * @param {(text: string) => number} [length]
 */
function filled(before, piece, length = (text) => Buffer.byteLength(text)) {
  const pieces = [before];
  let bytes = length(before);
  for (let index = 1; ; index += 1) {
    const next = piece(index);
    bytes += length(next);
    if (bytes > size) return pieces.join('');
    pieces.push(next);
  }
}

/** @param {string} text */
const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** @param {number} index */
const day = (index) => `2024-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
/** @param {number} index */
const sound = (index) => `  - { 编号: A${index}, 名称: B, 层级: 院级, 对象: 师资 }\n`;
/** @param {number} index */
const record = (index) => `---\n文种: 培训班\n年度: 2024\n基地: 甲\n编号: A${index}\n名称: B\n层级: 院级\n对象: 师资\n`;

/**
 * A plan filled up with sessions that have something besides what each has.
 *
 * @param {(index: number) => string} more
 */
const planOf = (more) =>
  filled(sessions, (index) => `  - { 编号: A${index}, 名称: B, 层级: 院级, 对象: 师资${more(index)} }\n`);

/** @type {Record<string, () => string | Buffer>} */
const texts = {
  sessions: () => filled(sessions, sound),
  sessionsOfOneId: () => filled(sessions, () => sound(1)),
  sessionsOnOneDay: () => planOf(() => ', 线下: { 开始: 2024-03-01, 结束: 2024-03-02 }'),
  sessionsHeld: () => planOf((index) => `, 状态: 已完成, 线下: { 开始: ${day(index)}, 结束: ${day(index)}, 学时: 3 }`),
  sessionsExamined: () => planOf((index) => `, 考核: { 满分: 90, 合格线: 50, 场次: [{ 日期: ${day(index)} }] }`),
  sessionsOfHosts: () => planOf((index) => `, 主办单位: [甲${index}, 乙]`),
  sessionsOfProvince: () =>
    filled(
      '文种: 全省计划\n年度: 2024\n培训班:\n',
      (index) => `  - { 编号: A${index}, 名称: B, 承办单位: 乙, 层级: 省级, 对象: 师资, 专业: 超声, 状态: 已完成 }\n`,
    ),
  students: () =>
    filled(
      `${sessions}  - 编号: A\n    名称: B\n    层级: 院级\n    对象: 师资\n    学员:\n`,
      (index) => `      - { 编号: S${index}, 出勤: 全程, 成绩: 50 }\n`,
    ),
  records: () => filled('', record),
  recordsOfOneId: () => filled('', () => record(1)),
  recordsWithSlips: () => filled('', (index) => record(index).replace('名称: ', '名称：')),
  recordsUnread: () => filled('', (index) => record(index).replace('甲', '~')),
  recordsAlike: () =>
    filled(
      '',
      () =>
        '---\n文种: 培训班\n年度: 2024\n基地: 甲\n名称: B\n层级: 省级\n对象: 师资\n线下: { 开始: 2024-03-01, 结束: 2024-03-02 }\n',
    ),
  plans: () => filled('', () => `---\n${head}`),
  documents: () => filled('', () => '---\n文种: 年度计划\n'),
  institutions: () =>
    filled(
      '文种: 激励方案\n城市: 海口市\n年度: 2020\n基层机构:\n',
      (index) => `  - { 名称: 甲${index}, 收支结余: { 可分配: 5, 激励提取: 1 }, 绩效工资: { 总量: 9, 基础性: 8 } }\n`,
    ),
  generalPractitioners: () =>
    filled(
      '文种: 激励方案\n城市: 海口市\n年度: 2020\n全科医生:\n',
      (index) => `  - { 编号: G${index}, 注册全科: false, 享受政策: true }\n`,
    ),
  tasks: () =>
    filled(
      '文种: 结对帮扶\n培训基地: 海南省人民医院\n对口帮扶基地: 海南西部中心医院\n任务清单:\n',
      (index) => `  - { 编号: T${index}, 名称: 甲, 领域: 学科建设, 要点: [门诊], 期限: ${day(index)} }\n`,
    ),
  waivers: () =>
    filled(
      `${head}豁免:\n`,
      (index) => `  - { 规则: training/full-score, 理由: 甲${index}, 批准: 乙, 有效期: 2024-03-01 }\n`,
    ),
  forms: () => planOf((index) => `, 线下: { 开始: 2024年3月${1 + (index % 31)}日, 结束: 3.${1 + (index % 31)} }`),
  impossibleDates: () => planOf(() => ', 线下: { 开始: 2024-02-31, 结束: 2024-13-01 }'),
  noFigures: () => planOf(() => ', 人数: 甲'),
  figuresWithCommas: () => planOf(() => ', 人数: 1,000'),
  codes: () => `${filled(`${sessions}  - 编号: A\n    岗位: [`, () => '教学方法1, ')}]\n`,
  misspeltKeys: () => filled(sessions, (index) => sound(index).replace('层级', '层次').replace('对象', '对像')),
  misspeltValues: () => filled(sessions, (index) => sound(index).replace('院级', '院极').replace('师资', '师姿')),
  keysOfTheOwn: () => filled(head, (index) => `k${index}: 1\n`),
  keysOfTheOwnInSessions: () => planOf((index) => `, 甲${index}: 1, 乙: 2`),
  wideColons: () => filled(sessions, (index) => `  - 编号：A${index}\n    名称：B\n    层级：院级\n    对象：师资\n`),
  colonsWithoutBlank: () =>
    filled(sessions, (index) => `  - 编号:A${index}\n    名称:B\n    层级:院级\n    对象:师资\n`),
  unclearSlips: () =>
    filled(sessions, (index) => `  - 编号: A${index}\n   名称：B\n     层级= 院级\n    对象：师资]\n`),
  tabs: () => filled(sessions, (index) => `\t- 编号: A${index}\n\t  名称: B\n\t  层级: 院级\n\t  对象: 师资\n`),
  emptyValues: () =>
    filled(sessions, (index) => `  - 编号: A${index}\n    名称:  # 待定\n    对象: 师资\n    线下: { 开始, 结束: }\n`),
  remarks: () => filled(sessions, (index) => sound(index).replace('\n', ' # 人数: 40\n')),
  aliases: () => filled(`${head}备注: &甲 乙\n培训班:\n`, (index) => sound(index).replace('B', '*甲')),
  anchors: () => filled(sessions, (index) => sound(index).replace('B', `&a${index} B`)),
  listsLeftOpen: () => filled(`${sessions}  - 编号: A\n    人数：`, () => '['),
  objectsLeftOpen: () => filled(`${head}培训班: [`, () => '{ 编号: A, 名称: B, '),
  quotes: () => filled(`${sessions}  - 编号: A\n    人数：`, () => '"'),
  longLine: () => filled(`${head}备注: `, () => '学'),
  emptyLines: () => filled(head, () => '\n'),
  utf16: () => utf16(filled(sessions, sound, (text) => text.length * 2)),
  gbk: () => gbk(filled(sessions, sound, (text) => [...text].reduce((sum, one) => sum + (one > '\x7f' ? 2 : 1), 0))),
};

/** @type {Map<string, [number, number]>} */
const pairs = new Map();
for (let first = 0x81; first < 0xff; first += 1)
  for (let second = 0x40; second < 0xff; second += 1)
    pairs.set(new TextDecoder('gbk').decode(Uint8Array.of(first, second)), [first, second]);

/** @param {string} text */
function gbk(text) {
  return Buffer.from([...text].flatMap((character) => pairs.get(character) ?? character.charCodeAt(0)));
}

/** @typedef {{ bytes: Uint8Array, unpacked: number, cells: number }} Book */

/** @param {unknown} value */
const cell = (value) =>
  typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : value === undefined
      ? '<c/>'
      : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
/** @param {unknown[]} cells */
const row = (cells) => `<row>${cells.map(cell).join('')}</row>`;
/**
 * A workbook of sheets, each of rows as XML.
 *
 * @param {Record<string, string>} sheets
 * @param {string} [styles]
 */
function workbook(sheets, styles = '') {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  /** @type {Record<string, string>} */
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="y" Type="${relations}/styles" Target="styles.xml"/>${names.map((_, index) => `<Relationship Id="s${index}" Type="${relations}/worksheet" Target="worksheets/s${index}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  };
  names.forEach((name, index) => {
    parts[`xl/worksheets/s${index}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${sheets[name]}</sheetData></worksheet>`;
  });
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return {
    bytes: zipSync(files, { level: 9 }),
    unpacked: Object.values(files).reduce((sum, { length }) => sum + length, 0),
    cells: Object.values(sheets).reduce((sum, rows) => sum + rows.split('</c>').length - 1, 0),
  };
}

/**
 * The largest workbook of a kind that is as small as asked for and unpacks to no more than is read.
 *
 * @param {(count: number) => Book} made
 */
function fitted(made) {
  /** @param {number} count */
  const fits = (count) => {
    const { bytes, unpacked, cells } = made(count);
    return (
      bytes.length <= size &&
      unpacked <= Math.min(20_000_000, Math.max(2_000_000, 40 * bytes.length)) &&
      cells <= Math.min(200_000, Math.max(20_000, bytes.length / 5))
    );
  };
  let count = 64;
  while (count < 1_000_000 && fits(count * 2)) count *= 2;
  for (let step = count / 2; step >= count / 16; step /= 2) if (fits(count + step)) count += step;
  return made(count).bytes;
}

const plan = [
  ['项目', '填写内容', '说明'],
  ['年度*', 2024],
  ['基地·名称*', '海口市人民医院'],
  ['基地·类别*', '住培基地'],
]
  .map(row)
  .join('');
const headers = ['编号*', '名称*', '层级*', '对象*'];
/** @param {number} count @param {(index: number) => string} one */
const many = (count, one) => Array.from({ length: count }, (_, index) => one(index)).join('');
/** @param {number} index */
const session = (index) => row([`A${index}`, '内科师资班', '院级', '师资']);

/** @type {Record<string, (count: number) => Book>} */
const workbooks = {
  sessions: (count) => workbook({ 年度计划: plan, 培训班: row(headers) + many(count, session) }),
  sessionsOfOneId: (count) => workbook({ 年度计划: plan, 培训班: row(headers) + many(count, () => session(1)) }),
  emptyCells: (count) =>
    workbook({ 年度计划: plan, 培训班: row(headers) + session(1) + row(Array(count).fill(undefined)) }),
  emptyRows: (count) => workbook({ 年度计划: plan, 培训班: row(headers) + session(1) + '<row/>'.repeat(count) }),
  headers: (count) =>
    workbook({
      年度计划: plan,
      培训班: row([...headers, ...Array.from({ length: count }, (_, index) => `甲${index}`)]) + session(1),
    }),
  numbers: (count) =>
    workbook({
      年度计划: plan,
      培训班: row([...headers, '人数']) + many(count, (index) => row([`A${index}`, '班', '院级', '师资', '甲'])),
    }),
  wrong: (count) => workbook({ 年度计划: plan, 培训班: row(headers) + many(count, () => row([1, 2, 3, 4])) }),
  noId: (count) => workbook({ 年度计划: plan, 培训班: row(headers) + many(count, () => row([undefined, 2, 3, 4])) }),
  students: (count) =>
    workbook({
      年度计划: plan,
      培训班: row(headers) + session(1),
      学员: row(['培训班编号*', '学员代号*', '出勤']) + many(count, (index) => row(['A1', `S${index}`, '全程'])),
    }),
  orphans: (count) =>
    workbook({
      年度计划: plan,
      培训班: row(headers) + session(1),
      学员: row(['培训班编号*', '学员代号*', '出勤']) + many(count, (index) => row([`Z${index}`, `S${index}`, '全程'])),
    }),
  sheets: (count) =>
    workbook(
      Object.fromEntries([['年度计划', plan], ...Array.from({ length: count }, (_, index) => [`甲${index}`, ''])]),
    ),
  wantedSheets: (count) =>
    workbook(
      Object.fromEntries([
        ['年度计划', plan],
        ['培训班', row(headers) + session(1)],
        ...Array.from({ length: count }, (_, index) => [`学员${index}`, row(headers)]),
      ]),
    ),
  formats: (count) =>
    workbook(
      { 年度计划: plan, 培训班: row(headers) + session(1) },
      `<numFmts>${many(count, (index) => `<numFmt numFmtId="${index + 200}" formatCode="0.${'0'.repeat(index % 20)}&quot;${index}&quot;"/>`)}</numFmts><cellXfs>${many(count, (index) => `<xf numFmtId="${index + 200}"/>`)}</cellXfs>`,
    ),
  longText: (count) =>
    workbook({ 年度计划: plan, 培训班: row(headers) + row(['A1', '学'.repeat(count), '院级', '师资']) }),
};

/** @param {string} file */
const check = (file) => [
  path('../bin/hn-gp.js'),
  'check',
  file,
  '--no-config',
  '--as-of',
  '2025-01-10',
  '--format',
  `json=${join(folder, 'report.json')}`,
];

/** @param {string} file */
function measure(file) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    spawnSync(process.execPath, check(file));
    least = Math.min(least, performance.now() - started);
  }
  // Apart, since what looks at the memory takes time of its own.
  const { status: code } = spawnSync(process.execPath, ['--import', path('peak.js'), ...check(file)], {
    env: { ...process.env, PEAK_FILE: peakFile },
  });
  const { summary } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return { seconds: least / 1000, megabytes: Number(readFileSync(peakFile, 'utf8')) / 1024, code, summary };
}

try {
  const results = [];
  for (const [kind, made] of [
    ...Object.entries(texts).map(([name, text]) => /** @type {const} */ ([`${name}.yaml`, text])),
    ...Object.entries(workbooks).map(([name, book]) => /** @type {const} */ ([`${name}.xlsx`, () => fitted(book)])),
  ]) {
    if (!kind.includes(only)) continue;
    const file = join(folder, kind);
    writeFileSync(file, made());
    results.push({ kind, ...measure(file) });
    rmSync(file);
  }
  results.sort((one, other) => other.seconds - one.seconds);
  for (const { kind, seconds, megabytes, code, summary } of results)
    console.log(
      `${kind}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB, exit ${code}, ${JSON.stringify(summary).slice(0, 160)}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
