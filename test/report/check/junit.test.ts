import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { hostile, sample, written } from './sample.ts';

const schema = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, 'junit.xsd')));
const validator = XsdValidator.fromDoc(schema);

/** Parses a report after validating it. */
function read(report: string): XmlDocument {
  const document = XmlDocument.fromString(report);
  validator.validate(document);
  return document;
}

const elements = (document: XmlDocument, path: string) => document.find(path) as XmlElement[];
const attribute = (element: XmlElement | undefined, name: string) => element?.attr(name)?.value;

test('a case a verdict, and one a finding of a rule without verdicts', async () => {
  const result = await sample();
  const document = read(await written('junit', result));
  const own = result.findings.filter(({ policy }) => policy === null);
  const { pass, fail, pending, unknown, waived } = result.counts;
  for (const count of [pass, fail, pending, waived, own.length]) expect(count).toBeGreaterThan(0);
  const { unjudged } = result;
  expect(unjudged).toHaveLength(2);
  expect(elements(document, '//testcase')).toHaveLength(
    pass + fail + pending + unknown + waived + own.length + unjudged.length,
  );
  expect(elements(document, '//testcase[failure]')).toHaveLength(fail + own.length);
  expect(elements(document, '//testcase[skipped]')).toHaveLength(pending + unknown + waived);
  for (const holder of [...elements(document, '/testsuites'), ...elements(document, '//testsuite')]) {
    const count = (path: string) => String((holder.find(path) as XmlElement[]).length);
    expect(attribute(holder, 'tests')).toBe(count('.//testcase'));
    expect(attribute(holder, 'failures')).toBe(count('.//failure'));
    expect(attribute(holder, 'skipped')).toBe(count('.//skipped'));
    expect(attribute(holder, 'errors')).toBe(count('.//error'));
  }
  const errors = elements(document, '//testcase[error]');
  expect(errors.map((each) => [attribute(each, 'file'), attribute(each, 'name'), attribute(each, 'line')])).toEqual(
    unjudged.map(({ file, line }) => [file, 'file/not-judged', String(line)]),
  );
  const classes = new Set(elements(document, '//testcase').map((element) => attribute(element, 'classname')));
  expect([...classes].sort()).toEqual(['data', 'file', 'schema', 'training', 'yaml']);
});

test('a failure says what is wrong, what was asked and found, on what basis, and where', async () => {
  const document = read(await written('junit', await sample()));
  const [failure] = elements(
    document,
    '//testcase[starts-with(@name, "training/hospital-online-duration · HK-2024-01")]/failure',
  );
  expect(attribute(failure, 'type')).toBe('error');
  expect(attribute(failure, 'message')).toBe('院级线上培训只有 8 学时，少于 10 学时');
  expect(failure?.content.split('\n')).toEqual([
    '错误：院级线上培训只有 8 学时，少于 10 学时',
    expect.stringMatching(/^要求 ≥ 10.*，实际 8/),
    '条款 六（二），对象 HK-2024-01，规则 training/hospital-online-duration',
    expect.stringMatching(/^改法：/),
    expect.stringMatching(/^plans\/HK-2024-01\.yaml:\d+:\d+$/),
  ]);
});

test('what is skipped says why', async () => {
  const result = await sample();
  const reasons = elements(read(await written('junit', result)), '//skipped').map((each) => attribute(each, 'message'));
  expect(reasons).toContain('豁免：HK-2024-01（HK-2024-01，到 2024-12-31）');
  const pending = result.verdicts?.find(({ verdict }) => verdict === 'pending');
  expect(reasons).toContain(`未到期：${pending?.reason?.zh}`);
  const [passed] = result.verdicts ?? [];
  const unknown = passed && {
    ...passed,
    verdict: 'unknown' as const,
    reason: { zh: '没有写专业', en: 'no specialty' },
  };
  const document = read(await written('junit', { ...result, verdicts: unknown ? [unknown] : [] }, { lang: 'en' }));
  expect(elements(document, '//skipped').map((each) => attribute(each, 'message'))).toEqual(['unknown: no specialty']);
});

test('quiet leaves out failures below an error, as the severities of the config have it', async () => {
  const config = 'rules: {training/hospital-online-duration: warning, data/daily-hours: error}\n';
  const result = await sample({ config });
  const names = elements(read(await written('junit', result, { quiet: true })), '//testcase[failure]').map((each) =>
    attribute(each, 'name'),
  );
  const failing = (verdict: { severity: string }) => verdict.severity === 'error';
  const own = result.findings.filter(({ policy }) => policy === null).filter(failing).length;
  const judged = (result.verdicts ?? []).filter(({ verdict }) => verdict === 'fail').filter(failing).length;
  expect(names).toHaveLength(own + judged);
  expect(names.some((name) => name?.startsWith('data/daily-hours'))).toBe(true);
  expect(names.some((name) => name?.startsWith('training/hospital-online-duration'))).toBe(false);
});

test('an unreadable file is an error', async () => {
  const result = await sample({ clean: true });
  const unreadable = [{ file: 'locked.yaml', reason: { zh: '没有权限', en: 'permission denied' } }];
  const document = read(await written('junit', { ...result, unreadable }));
  expect(attribute(elements(document, '/testsuites')[0], 'errors')).toBe('1');
  const [error] = elements(document, '//testcase[@file="locked.yaml"]/error');
  expect([attribute(error, 'type'), attribute(error, 'message')]).toEqual(['unreadable', '读不了，没有判定：没有权限']);
});

test('cases of a suite have names of their own, and values that look like flags stay values', async () => {
  const result = await sample();
  const verdicts = result.verdicts?.map((verdict) => ({ ...verdict, file: 'true' })) ?? [];
  const document = read(await written('junit', { ...result, verdicts: [...verdicts, ...verdicts] }));
  const names = elements(document, '/testsuites/testsuite[@name="true"]/testcase[@file="true"]').map((each) =>
    attribute(each, 'name'),
  );
  expect(names).toHaveLength(verdicts.length * 2);
  expect(new Set(names).size).toBe(names.length);
});

test('each verdict of a subject is named by what it is about: a category, a hospital, a part, a person', async () => {
  const texts = [
    'kind: province\nyear: 2024\n',
    `kind: plan
year: 2024
base: {name: 海口市人民医院, types: [residency, assistant-gp]}
sessions:
  - id: HK-01
    title: 内科师资培训
    level: provincial
    audience: faculty
    offline: {start: 2024-05-08, end: 2024-05-09, hours: 16}
    online: {start: 2024-05-10, end: 2024-05-17, hours: 38}
    exam: {sittings: [{covers: offline, date: 2024-05-09}, {covers: online, date: 2024-05-17}]}
    participants: [{id: P1, certificate: {number: A1}}, {id: P2, certificate: {number: A2}}]
`,
    'kind: city-program\ncity: 海口市\nyear: 2019\n',
    'kind: city-program\ncity: 海口市\nyear: 2020\n---\nkind: city-program\ncity: 海口市\nyear: 2021\n',
    'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\ntasks: [{id: T1, title: 门诊, area: department}]\n',
  ];
  const result = await check({
    texts: texts.map((text, index) => ({ file: `${index}.yaml`, bytes: new TextEncoder().encode(text) })),
    cwd: process.cwd(),
    config: false,
    asOf: '2024-06-01',
    verdicts: true,
  });
  const namesIn = (report: string) =>
    elements(read(report), '//testcase').map((each) => `${attribute(each, 'file')} ${attribute(each, 'name')}`);
  const names = namesIn(await written('junit', result));
  expect(names).toContain('0.yaml training/province-session-mix · 海南省 · 麻醉师资');
  expect(names).toContain('1.yaml training/methods · HK-01 · 线上');
  expect(names).toContain('1.yaml training/certificate-eligibility · HK-01 · 学员 P2');
  expect(names).toContain('2.yaml haikou/gp-department · 海口市 · 2019 年市中医医院');
  expect(names).toContain('3.yaml haikou/practice-bases · 海口市 · 2021 年');
  expect(names).toContain('4.yaml pairing/content-areas · 海口市人民医院 → 儋州市人民医院 · 师资队伍');
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name, 'told apart without a path or a number').not.toMatch(/ · \/|\(\d+\)$/);
  expect(namesIn(await written('junit', result, { lang: 'en' }))).toContain('1.yaml training/methods · HK-01 · online');
});

test('no value breaks the XML, and all that it allows comes back', async () => {
  const result = await sample({ value: hostile.join(' x ') });
  const document = read(await written('junit', result));
  const { pass, fail, pending, unknown, waived } = result.counts;
  const own = result.findings.filter(({ policy }) => policy === null).length;
  expect(elements(document, '//testcase')).toHaveLength(
    pass + fail + pending + unknown + waived + own + result.unjudged.length,
  );
  const waiver = attribute(elements(document, '//skipped[starts-with(@message, "豁免")]')[0], 'message');
  for (const text of [']]>', '<script>alert(1)</script>', '&amp;&lt;', '\\u001b[31m', '𠮷😀', '\\ud800', '\\uffff'])
    expect(waiver).toContain(text);
});
