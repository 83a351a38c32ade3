import { tmpdir } from 'node:os';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { allRuleIds } from '../../src/check/rule-ids.ts';
import { ruleIn } from '../../src/engine/in-edition.ts';
import type { Modality } from '../../src/model/finding.ts';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import { type CatalogueRow, catalogue } from '../../src/reference/catalogue.ts';
import { coverage } from '../../src/reference/coverage.ts';
import { examplesOf } from '../../src/reference/examples.ts';
import { explain, explanationText } from '../../src/reference/explanation.ts';
import { paragraphsOf } from '../../src/reference/paragraphs.ts';
import { fileRules } from '../../src/rules/file-rules.ts';
import { rules } from '../../src/rules/index.ts';
import { hnGp, plan } from '../cli/run.ts';

const run = (...args: string[]) => hnGp(args, { cwd: tmpdir() });

describe.each(rules)('$id', (rule) => {
  const { id, policy } = rule;
  const edition = bundledEditions.find(({ notice }) => notice === (policy ?? 'training'));
  const reads = Object.keys(rule.reads).filter((name) => name in (edition?.values ?? {}));
  const { words } = ruleIn(rule, edition);

  test('has an example that passes and one that fails, in Chinese keys, without the comments of a test', () => {
    const { pass, fail } = examplesOf(id);
    for (const example of [pass, fail]) {
      expect(example?.text).toMatch(/^(?:\{ )?文种: /m);
      expect(example?.text).not.toMatch(/# (!|verdicts|as-of|complete)/);
    }
  });

  test.each(['zh', 'en'] as const)('is explained in %s', (lang) => {
    const text = explanationText(explain(id, bundledEditions, lang));
    expect(text).toContain(words.asks[lang]);
    if (words.reading) expect(text).toContain(words.reading[lang]);
    expect(text).not.toContain('undefined');
    for (const name of reads) expect(text).toContain(edition?.values[name]?.clause);
    const numbers = reads.length > 0;
    expect(text.includes(lang === 'zh' ? '\n本版数字\n' : '\nNumbers of this edition\n')).toBe(numbers);
  });

  if (policy !== null)
    test('says how the verdict comes about', () => {
      expect(words.verdict?.zh).toMatch(/\p{Script=Han}/u);
      expect(words.verdict?.en).toMatch(/\w/);
    });
});

describe.each(rules.filter(({ policy }) => policy !== null))('where an edition does not ask $id', ({ id, policy }) => {
  const own = bundledEditions.filter(({ notice }) => notice === policy);
  const others = bundledEditions.filter(({ notice }) => notice !== policy);
  const without = own.map((edition) => ({
    ...edition,
    edition: 'next',
    clauses: [...paragraphsOf(edition)],
    rules: { ...edition.rules, [id]: { modality: 'off' as const } },
  }));
  const listed = (editions: readonly Edition[]) => {
    const { rows, columns } = catalogue(editions, undefined, 'zh');
    const [row] = rows.filter((each) => each.id === id);
    return { clause: row?.clause, bound: row && columns[2]?.cell(row) };
  };

  test('no list has it in force there', () => {
    expect(listed([...without, ...others])).toEqual({ clause: null, bound: '这一版没有这项要求' });
    expect(listed([...without, ...bundledEditions])).toEqual(listed(bundledEditions));
    const { rows } = coverage(without, undefined, 'zh');
    expect(rows.filter((row) => row.rules.includes(id))).toEqual([]);
    expect(rows.filter((row) => row.rules.length === 0 && row.reason === undefined)).toEqual([]);
    const text = explanationText(explain(id, without, 'zh'));
    expect(text).toContain('没有这项要求，不判定');
    expect(text).not.toMatch(/不符合记为|本版数字/);
  });
});

/** The notice on pairing, and a further one that asks for the term otherwise. */
const pairingWith = (modality: Modality | 'off'): Edition[] =>
  bundledEditions
    .filter(({ notice }) => notice === 'pairing')
    .flatMap((edition) => [
      { ...edition, edition: '2026', rules: { ...edition.rules, 'pairing/term': { modality } } },
      edition,
    ]);

describe('hn-gp explain', () => {
  test('tells clause, reading, numbers, modality, verdict and both examples', () => {
    const { code, out } = run('explain', 'training/hospital-online-duration');
    expect(code).toBe(0);
    const headings = ['依据', '要求', '本版数字', '约束力', '判定', '改法', '通过的例子', '不通过的例子'];
    const at = headings.map((heading) => out.indexOf(`\n${heading}\n`));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
    expect(out).toContain('琼医学术管函〔2024〕21号');
    expect(out).toContain('院级线上学时（六（二））：10\n');
    expect(out).toContain('不能豁免');
  });

  test.each([
    ['schema/enum', plan.replace('层级: 院级', '层级: 院'), true, '其余照判'],
    ['yaml/syntax', plan.replace('年度: ', '年度：'), true, '照那个意思判定'],
    ['schema/kind', plan.replace('文种: 年度计划', '文种: 别的'), false, '不判定，不算通过'],
  ])('tells what a breach of %s costs as a check has it', (rule, input, isJudged, cost) => {
    const args = ['check', '-', '-f', 'json', '--no-config', '--as-of', '2024-01-15'];
    const { findings, summary } = JSON.parse(hnGp(args, { cwd: tmpdir(), input }).out);
    expect(findings.map((finding: { rule: string }) => finding.rule)).toContain(rule);
    expect(summary.verdicts.pass > 0).toBe(isJudged);
    const { out } = run('explain', rule);
    expect(out).toContain(cost);
    expect(out).not.toContain('不按任何规则判定');
  });

  test('does the arithmetic of the seven-day course', () => {
    for (const lang of ['zh', 'en']) {
      const { out } = run('explain', 'training/provincial-online-ratio', '--lang', lang);
      for (const figure of ['56', '130⅔', '15', '8', '16⅓']) expect(out).toContain(figure);
    }
  });

  test('holds nothing against a report before its session', () => {
    expect(run('explain', 'data/implausible-date').out).toContain('考核、授证和总结不早于开班');
    const english = run('explain', 'data/implausible-date', '--lang', 'en').out.replace(/\s+/g, ' ');
    expect(english).toContain('An exam, certificate or summary is not dated before its session begins');
  });

  test('says which rules can be waived', () => {
    expect(run('explain', 'training/offline-first').out).toContain('可以豁免');
    expect(run('explain', 'training/offline-first', '--lang', 'en').out).toContain('can be waived with a reason');
  });

  test('names both clauses of a rule that has two', () => {
    expect(run('explain', 'training/provincial-funding').out).toContain('，十、函\n');
    expect(run('explain', 'training/completion-window').out).toContain('，六（一）、六（二）\n');
  });

  test('shows codes by their Chinese names, and tables row by row', () => {
    const { out } = run('explain', 'training/annex-stage');
    expect(out).toContain(
      '类别 全科师资；承办单位 海南医学院第一附属医院；月份 8；线下天数 7；人数 120；师资类别 新进、到期',
    );
    expect(run('explain', 'training/expert-review').out).toContain('课程设计、备课内容、培训考题');
  });

  test('shows the numbers of a further edition beside the bundled one', () => {
    const next = bundledEditions
      .filter(({ notice }) => notice === 'training')
      .map((edition) => ({
        ...edition,
        edition: '2025',
        values: { ...edition.values, hospitalOnlineHours: { value: 12, clause: '六（二）' } },
      }));
    const text = explanationText(explain('training/hospital-online-duration', [...bundledEditions, ...next], 'zh'));
    expect(text).toContain('2024 院级线上学时（六（二））：10\n');
    expect(text).toContain('2025 院级线上学时（六（二））：12\n');
  });

  test('tells how strictly each edition binds where they differ', () => {
    const told = (modality: Modality | 'off') =>
      explanationText(explain('pairing/term', pairingWith(modality), 'zh')).match(/\n约束力\n {2}(.*)\n/)?.[1];
    expect(told('in-principle')).toBe(
      '2026 年版：原则上，不符合记为警告，经批准并写明理由可以豁免。 2020 年版：必须，不符合记为错误，不能豁免。',
    );
    expect(told('must')).toBe('必须，不符合记为错误，不能豁免。');
    expect(told('off')).toBe('必须，不符合记为错误，不能豁免。');
    expect(explanationText(explain('pairing/term', pairingWith('in-principle'), 'en'))).toContain(
      '2026: in principle; severity warning; can be waived with a reason and an approval. 2020: must; severity error; cannot be waived.\n',
    );
  });

  test.each(['data/near-name', 'yaml/encoding', 'schema/unknown-key'])('explains %s, which is of no notice', (id) => {
    const { code, out } = run('explain', id, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Asks');
    expect(out).toContain('Remedy');
  });

  test('asks back for an id that no rule has', () => {
    const { code, out, err } = run('explain', 'training/offline-frist');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('training/offline-first');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(run('explain').code).toBe(2);
  });
});

describe('hn-gp rules', () => {
  const listed = (...args: string[]): CatalogueRow[] => JSON.parse(run('rules', '--format', 'json', ...args).out);

  test('lists every rule once, by id', () => {
    expect(listed().map(({ id }) => id)).toEqual(allRuleIds());
    expect(listed()).toHaveLength(rules.length + fileRules().length);
  });

  test('says of each what it is', () => {
    expect(listed('--lang', 'en').find(({ id }) => id === 'training/offline-first')).toEqual({
      id: 'training/offline-first',
      policy: 'training',
      clause: '六（一）',
      modality: 'in-principle',
      severity: 'warning',
      waivable: true,
      title: 'Offline first, online after',
      asks: 'Within a provincial session the offline part in principle comes before the online part.',
    });
  });

  test('says how strictly each edition binds where they differ', () => {
    const told = (modality: Modality | 'off') => {
      const others = bundledEditions.filter(({ notice }) => notice !== 'pairing');
      const { rows, columns, notes } = catalogue([...pairingWith(modality), ...others], ['pairing'], 'zh');
      const [row] = rows.filter(({ id }) => id === 'pairing/term');
      const cells = row && columns.slice(2, 5).map(({ cell }) => cell(row));
      return { row, cells, waivable: /其中 (\d+) 条/.exec(notes[0] ?? '')?.[1] };
    };
    const same = told('must');
    expect(same.cells).toEqual(['必须', '错误', '']);
    expect(told('off').cells).toEqual(same.cells);
    expect(same.row).not.toHaveProperty('modalities');
    expect(told('in-principle')).toMatchObject({
      row: {
        modality: 'in-principle',
        modalities: [
          { edition: '2026', modality: 'in-principle' },
          { edition: '2020', modality: 'must' },
        ],
      },
      cells: ['2026 年版：原则上；2020 年版：必须', '2026 年版：警告；2020 年版：错误', '2026 年版：是；2020 年版：否'],
      waivable: String(Number(same.waivable) + 1),
    });
    expect(told('target')).toMatchObject({
      cells: ['2026 年版：力争；2020 年版：必须', '2026 年版：警告；2020 年版：错误', ''],
      waivable: same.waivable,
    });
  });

  test('--policy leaves the other notices and the data rules out', () => {
    const ids = listed('--policy', 'training').map(({ id }) => id);
    expect(ids).toEqual(rules.filter(({ policy }) => policy === 'training').map(({ id }) => id));
  });

  test('only in-principle rules can be waived', () => {
    for (const { modality, waivable } of listed()) expect(waivable).toBe(modality === 'in-principle');
  });

  test('table, markdown and csv hold every id', () => {
    const csv = run('rules', '--format', 'csv').out;
    expect(csv.startsWith('\ufeff')).toBe(true);
    const [head, ...rows] = parse(csv, { bom: true }) as string[][];
    expect(head).toEqual(['规则', '条款', '约束力', '级别', '可豁免', '要求']);
    expect(rows.map(([id]) => id)).toEqual(allRuleIds());
    for (const format of ['table', 'markdown']) {
      const text = run('rules', '--format', format).out;
      for (const id of allRuleIds()) expect(text).toContain(id);
      expect(text).toContain(`共 ${allRuleIds().length} 条规则`);
    }
  });

  test('no Chinese text is cut short in a table', () => {
    expect(run('clauses').out).not.toContain('…');
  });
});
