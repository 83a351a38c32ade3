import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
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
