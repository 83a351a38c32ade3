import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompletionItem, Diagnostic } from 'vscode-languageserver/node';
import { load } from '../../src/load/load.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { workspace } from '../cli/run.ts';
import { fullRecord, write } from '../writing.ts';
import { languageServer } from './language-server.ts';

const root = join(import.meta.dirname, '../..');
const space = workspace();
let server: Awaited<ReturnType<typeof languageServer>>;

beforeAll(async () => {
  expect(space.run(['schema', '-o', 'hn-gp.schema.json'])).toMatchObject({ code: 0, out: '', err: '' });
  const settings = { './hn-gp.schema.json': ['*.yaml', '!hn-gp.config.yaml'] };
  server = await languageServer(space.folder, settings, '文种: 没有的\n');
});
afterAll(async () => {
  await server?.stop();
  space.remove();
});

const labels = (items: CompletionItem[]) => items.map(({ label }) => label);

describe('completion', () => {
  test.each([
    ['an empty file', '¦', ['文种', 'kind', '+ 年度计划', '+ plan', '+ 结对帮扶', '+ pairing']],
    ['a kind', '文种: ¦', ['年度计划', 'plan', '培训班', 'session', '激励方案', 'city-program']],
    ['the keys of a plan', '文种: 年度计划\n¦', ['年度', 'year', '基地', 'base', '培训班', 'sessions', '省外培训']],
    [
      'the keys of a pairing',
      'kind: pairing\n¦',
      ['培训基地', 'helper', '对口帮扶基地', 'helped', '任务清单', 'tasks'],
    ],
    [
      'a second record of the file',
      '文种: 年度计划\n---\n文种: 激励方案\n¦',
      ['城市', 'city', '常住人口', 'residents'],
    ],
    ['the keys of a base', 'kind: plan\nbase:\n  ¦', ['名称', 'name', '类别', 'types', '+ 基地', '+ base']],
    [
      'the keys of a session',
      '文种: 年度计划\n培训班:\n  - ¦',
      ['编号', 'id', '线下', 'offline', '+ 培训班', '+ sessions'],
    ],
    ['further keys', '文种: 年度计划\n培训班:\n  - 编号: A\n    ¦', ['名称', 'title', '学员', 'participants']],
    ['a code', '文种: 年度计划\n培训班:\n  - 编号: A\n    层级: ¦', ['院级', 'hospital', '省级', 'provincial']],
    ['a code of a list, as one', 'kind: plan\nbase:\n  types: ¦', ['住培基地', 'residency', 'tcm']],
    ['a code of a list', 'kind: plan\nbase:\n  types:\n    - ¦', ['住培基地', 'residency', 'tcm']],
    ['a code within [ ]', '文种: 年度计划\n基地:\n  类别: [¦]', ['住培基地', 'residency', 'tcm']],
    ['a code after another', '文种: 年度计划\n基地:\n  类别: [住培基地, ¦]', ['助理全科基地', 'tcm']],
    [
      'text that has codes',
      '文种: 年度计划\n培训班:\n  - 编号: A\n    专业: ¦',
      ['内科', 'surgery', '全科', '全科医学'],
    ],
    ['yes and no', '文种: 年度计划\n培训班:\n  - 线下:\n      签到: ¦', ['true', 'false']],
    ['a date', '文种: 年度计划\n培训班:\n  - 线下:\n      开始: ¦', ['2024-05-08']],
  ])('offers %s', async (_, marked, offered) => {
    const found = labels(await server.complete(marked));
    expect(found).toEqual(expect.arrayContaining(offered));
    expect(new Set(found).size, 'nothing twice').toBe(found.length);
    expect(found.filter((label) => label === 'null' || label.startsWith('-') || label.includes('"'))).toEqual([]);
  });

  test('offers nothing of another kind, and no key that is there', async () => {
    const found = labels(await server.complete('文种: 年度计划\n年度: 2024\n¦'));
    expect(found).not.toContain('年度');
    expect(found).not.toContain('城市');
    expect(found.filter((label) => label.startsWith('+'))).toEqual([]);
  });

  test.each(['kind: plan\nyear: 2024\n¦', 'kind: plan\nsessions:\n  - title: A\n    ¦'])(
    'offers no skeleton for what is begun in English: %s',
    async (marked) => {
      expect(labels(await server.complete(marked)).filter((label) => label.startsWith('+'))).toEqual([]);
    },
  );

  test('explains a key in both languages, and a code by its twin', async () => {
    const documentation = (items: CompletionItem[], label: string) => {
      const given = items.find((item) => item.label === label)?.documentation;
      return typeof given === 'string' ? given : given?.value;
    };
    const keys = await server.complete('文种: 年度计划\n¦');
    expect(documentation(keys, '年度')).toBe('四位数年份（必填）\nFour-digit year (required)');
    expect(documentation(keys, 'year')).toBe(documentation(keys, '年度'));
    const levels = await server.complete('文种: 年度计划\n培训班:\n  - 层级: ¦');
    expect(documentation(levels, '院级')).toBe('hospital');
    expect(documentation(levels, 'hospital')).toBe('院级');
  });

  /** What a snippet puts in once every place is left as proposed; editors indent its lines as the one where it begins. */
  const filledIn = ({ insertText }: CompletionItem, indent = '') =>
    (insertText as string)
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\d+/g, '甲')
      .replaceAll('\n', `\n${indent}`);

  test('a skeleton is a valid record once it is filled in', async () => {
    const skeletons = (await server.complete('¦')).filter(({ label }) => label.startsWith('+'));
    expect(skeletons).toHaveLength(10);
    for (const skeleton of skeletons) {
      const { findings, records } = await load('skeleton.yaml', new TextEncoder().encode(filledIn(skeleton)));
      expect(findings, skeleton.label).toEqual([]);
      expect(records, skeleton.label).toHaveLength(1);
    }
    const begun = '文种: 年度计划\n年度: 2024\n基地: {名称: 甲, 类别: 住培基地}\n培训班:\n  - ';
    const session = (await server.complete(`${begun}¦`)).find(({ label }) => label === '+ 培训班') as CompletionItem;
    const text = begun + filledIn(session, '  ');
    expect((await load('skeleton.yaml', new TextEncoder().encode(text))).findings).toEqual([]);
  });
});

describe('hover', () => {
  test.each([
    ['文种: 年度计划\n培训班:\n  - 线下: {学¦时: 8}\n', '#### 学时 hours'],
    ['kind: plan\nsessions:\n  - offline: {ho¦urs: 8}\n', '#### 学时 hours'],
  ])('%s', async (marked, title) => {
    const said = await server.hover(marked);
    expect(said).toContain(title);
    expect(said).toContain('每学时 45 分钟');
    expect(said).toContain('Class hours of 45 minutes');
  });

  test('lists what can be written, with its twin', async () => {
    const level = await server.hover('文种: 年度计划\n培训班:\n  - 层¦级: 院级\n');
    expect(level).toContain('必填');
    expect(level).toContain('* `院级`: hospital');
    expect(level).toContain('* `provincial`: 省级');
    const types = await server.hover('文种: 年度计划\n基地:\n  类¦别: [住培基地]\n');
    expect(types).toContain('住培基地 residency、助理全科基地 assistant-gp、中医住培基地 tcm');
    expect(await server.hover('文种: 激励方案\n基层机构:\n  - 绩效工资: {总¦量: 8}\n')).toContain('单位：元');
  });

  test.each(['plan', 'pairing', 'city-program'] as Kind[])('explains every key of %s once', async (kind) => {
    const { text, keys } = write(fullRecord(kind), 'zh', 'block');
    const said = await server.hovers(
      text,
      [...keys.values()].map(([line, column]) => ({ line: line - 1, character: column })),
    );
    for (const [index, path] of [...keys.keys()].entries()) {
      const [title, , zh, , en] = (said[index] as string).split('\n');
      expect(title, path).toMatch(new RegExp(`^#### \\S+ ${path.split('/').pop()}$`));
      expect(zh, path).toMatch(/\p{Script=Han}/u);
      expect(en, path).toMatch(/^[A-Z]/);
    }
  });
});

const plan = `文种: 年度计划
年度: 2024
基地:
  名称: 海口市人民医院
  类别: [住培基地]
培训班:
  - 编号: HK-2024-01
    名称: 教学查房能力提升
    层级: 院级
    对象: 师资
    专业: 全科
    内容: [教学方法, 自己的内容]
    线下: {开始: 2024-05-08, 结束: 2024-05-08, 学时: 8, 签到: true}
    经费:
      - {来源: 自筹, 金额: 20000}
`;

const linesOf = (diagnostics: Diagnostic[]) =>
  [...new Set(diagnostics.map(({ range }) => range.start.line + 1))].sort();

describe('errors', () => {
  /** A change to the plan, what the editor says, and where it says so, if not on the lines on which a check does. */
  const mistakes: [from: string, to: string, says: string, lines?: number[]][] = [
    ['院级', '市级', 'Value is not accepted. Valid values: "院级", "省级", "hospital", "provincial".'],
    ['[住培基地]', '[综合]', 'Value is not accepted. Valid values: "住培基地", '],
    ['[住培基地]', '综合', 'Value is not accepted. Valid values: "住培基地", '],
    ['年度计划', '计划', 'Value is not accepted. Valid values: "年度计划", '],
    ['文种: 年度计划\n', '', '缺必填项：文种'],
    ['年度: 2024\n', '', '缺必填项：年度'],
    ['    层级: 院级\n', '', '缺必填项：层级'],
    ['来源: 自筹, ', '', '缺必填项：来源'],
    ['学时: 8', '学时: 若干', '这里要写数字'],
    ['金额: 20000', '金额: 约2万元', '这里要写数字'],
    ['2024\n', '二〇二四\n', '这里要写整数'],
    ['签到: true', '签到: 大概', '这里要写“是”或“否”'],
    ['教学查房能力提升', '[教学查房, 小讲课]', '这里要写文字'],
    ['{来源: 自筹, 金额: 20000}', '20000', 'Incorrect type. Expected "经费 funding".'],
    ['2024-05-08', '2024-5-38', '日期写成“年-月-日”，例如 2024-05-08'],
    ['2024-05-08', '2024-02-30', '日期写成“年-月-日”，例如 2024-05-08'],
    ['2024\n', '24\n', 'Value is below the minimum of 1900.'],
    ['学时: 8', '学时: 0', 'Value is below the exclusive minimum of 0.'],
    ['专业:', '专科:', 'Property 专科 is not allowed.'],
    ['签到: true', '考勤: true', 'Property 考勤 is not allowed.'],
    // The key of the part that lacks something, not its first line.
    ['  名称: 海口市人民医院\n', '', '缺必填项：名称', [3]],
    // The empty value, not the part that lacks it.
    ['海口市人民医院', '', '这里要写文字', [4]],
    // The key that is misspelt and the part that lacks it, for a schema cannot tell that they are one mistake.
    ['对象:', 'audiense:', 'Property audiense is not allowed.', [10, 7]],
    // The English one of the two keys, whichever comes first.
    ['年度: 2024', 'year: 2024\n年度: 2024', '“年度”和“year”是同一项，只留一处', [2]],
  ];

  test('none in a sound plan', async () => {
    expect(await server.check('sound.yaml', plan)).toEqual([]);
  });

  test('where a check has them', async () => {
    const files = mistakes.map(([from, to], index) => [`mistake-${index}.yaml`, plan.replace(from, () => to)] as const);
    for (const [name, text] of files) space.write(`mistakes/${name}`, text);
    const { out } = space.run([
      'check',
      'mistakes',
      '--no-config',
      '--format',
      'json',
      '--rule',
      'schema/*',
      '--rule',
      'yaml/*',
    ]);
    const { findings } = JSON.parse(out) as { findings: { file: string; line: number }[] };
    const said = await Promise.all(files.map(([name, text]) => server.check(name, text)));
    for (const [index, [from, to, says, lines]] of mistakes.entries()) {
      const diagnostics = said[index] as Diagnostic[];
      const found = findings.filter(({ file }) => file === `mistakes/${files[index]?.[0]}`).map(({ line }) => line);
      expect(found, `${from} → ${to}`).toHaveLength(1);
      expect(diagnostics.map(({ message }) => message).join('\n'), `${from} → ${to}`).toContain(says);
      expect(linesOf(diagnostics), `${from} → ${to}`).toEqual((lines ?? found).sort());
    }
  });

  test('in the examples, where a check has them', async () => {
    // An editor's parser does not get past the slips of the last.
    const ignore = ['**/hn-gp.config.yaml', '**/draft-typing.yaml'];
    const files = globSync('examples/**/*.yaml', { cwd: root, ignore }).sort();
    expect(files.length).toBeGreaterThan(20);
    const said = await Promise.all(
      files.map((file, index) => server.check(`example-${index}.yaml`, readFileSync(join(root, file), 'utf8'))),
    );
    for (const [index, file] of files.entries()) {
      const { findings } = await load(file, readFileSync(join(root, file)));
      expect((said[index] as Diagnostic[]).length > 0, file).toBe(findings.length > 0);
      for (const { line, key, rule } of findings) {
        expect(linesOf(said[index] as Diagnostic[]), `${file}: ${rule}`).toContain(key?.line ?? line);
      }
    }
  });
});

test('what a check refuses and this server takes: numbers beyond all numbers, and merged keys', async () => {
  for (const [from, to] of [
    ['20000', '.inf'],
    ['年度: 2024', '<<: {年度: 2024}'],
  ] as const) {
    const text = plan.replace(from, to);
    expect((await load('plan.yaml', new TextEncoder().encode(text))).findings, to).not.toEqual([]);
    expect(await server.check(`${from}.yaml`, text), to).toEqual([]);
  }
});

describe('the schema is found', () => {
  test('by the settings of VS Code, which leave out the config', async () => {
    expect(await server.check('hn-gp.config.yaml', 'lang: zh\n')).toEqual([]);
    expect(await server.check('2024/海口/计划.yaml', '文种: 没有的\n')).toHaveLength(1);
  });

  test('by the first line of a file', async () => {
    const text = '# yaml-language-server: $schema=../hn-gp.schema.json\n文种: 没有的\n';
    const unset = await languageServer(space.folder, {}, text.replace('../', './'));
    try {
      expect(linesOf(await unset.check('plans/计划.yaml', text))).toEqual([2]);
    } finally {
      await unset.stop();
    }
  });
});
