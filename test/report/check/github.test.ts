import { expect, test } from 'vitest';
import { visible } from '../../../src/text/visible.ts';
import { hostile, sample, written } from './sample.ts';

interface Annotation {
  command: string;
  properties: Record<string, string>;
  message: string;
}

/** Reads a line as the runner does: a command at its start, else one of the older kind anywhere in it. */
function read(line: string): Annotation | undefined {
  const parts = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line);
  if (!parts) {
    expect(line).not.toContain('##[');
    return undefined;
  }
  const [, command = '', properties = '', message = ''] = parts;
  const unescaped = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  return {
    command,
    properties: Object.fromEntries(
      properties.split(',').map((property) => {
        const at = property.indexOf('=');
        return [property.slice(0, at), unescaped(property.slice(at + 1))];
      }),
    ),
    message: message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  };
}

const annotations = (report: string) => report.split('\n').flatMap((line) => read(line) ?? []);

const isAboutFile = ({ properties }: Annotation) => properties.title?.startsWith('file/') === true;
/** The annotations of findings. */
const findingsIn = (report: string) => annotations(report).filter((each) => !isAboutFile(each));

test('what was not judged comes first, at its line, since only the first ten of a kind are shown', async () => {
  const result = await sample();
  const { unjudged } = result;
  expect(unjudged).toHaveLength(2);
  for (const quiet of [false, true]) {
    const named = annotations(await written('github', result, { quiet })).slice(0, unjudged.length);
    expect(named).toEqual(
      unjudged.map(({ file, line, reason }) => ({
        command: 'error',
        properties: { file, line: String(line), title: 'file/not-judged' },
        message: `没有判定，不算通过：${reason.zh}`,
      })),
    );
  }
});

test('an annotation a finding, worst first, then the counts', async () => {
  const result = await sample({ config: 'rules: {training/methods: info}\n' });
  const report = await written('github', result);
  const found = findingsIn(report);
  expect(found.map(({ command }) => command)).toEqual([
    ...Array(result.severities.error).fill('error'),
    ...Array(result.severities.warning).fill('warning'),
    ...Array(result.severities.info).fill('notice'),
  ]);
  expect(result.severities.info).toBeGreaterThan(0);
  const hours = found.find(({ properties }) => properties.title?.startsWith('training/hospital-online-duration'));
  expect(hours).toMatchObject({
    command: 'error',
    properties: {
      file: 'plans/HK-2024-01.yaml',
      line: '11',
      endLine: '11',
      col: '57',
      endColumn: '58',
      title: 'training/hospital-online-duration 六（二）',
    },
    message: expect.stringMatching(/8 学时，少于 10 学时\n要求 ≥ 10.*，实际 8.*\n改法：/),
  });
  const rest = report.split('\n').filter((line) => line !== '' && !line.startsWith('::'));
  expect(rest[0]).toContain(`${result.severities.error} 个错误、${result.severities.warning} 个警告`);
});

test('no columns for a stretch over several lines', async () => {
  const result = await sample();
  const several = result.findings.map((finding) => ({ ...finding, endLine: finding.line + 1 }));
  for (const { properties } of findingsIn(await written('github', { ...result, findings: several }))) {
    expect(properties).toHaveProperty('endLine');
    expect(properties).not.toHaveProperty('col');
    expect(properties).not.toHaveProperty('endColumn');
  }
});

test('only what is listed', async () => {
  const result = await sample();
  const report = await written('github', result, { quiet: true });
  expect(findingsIn(report).map(({ command }) => command)).toEqual(Array(result.severities.error).fill('error'));
  expect(report).toContain(`${result.severities.warning} 个警告`);
});

test('no value becomes a command, a property or a line', async () => {
  const value = hostile.join(' x ');
  const result = await sample({ value });
  const found = findingsIn(await written('github', result));
  expect(found).toHaveLength(result.findings.length);
  expect(annotations(await written('github', result)).filter(isAboutFile)).toHaveLength(result.unjudged.length);
  for (const { properties } of found)
    expect(['file', 'line', 'endLine', 'col', 'endColumn', 'title']).toEqual(
      expect.arrayContaining(Object.keys(properties)),
    );
  const places = (each: readonly { file?: string }[]) => each.map(({ file }) => file).sort();
  expect(places(found.map(({ properties }) => properties))).toEqual(
    places(result.findings.map(({ file }) => ({ file: visible(file) }))),
  );
  expect(found.some(({ message }) => message.includes('%0A%3A,'))).toBe(true);
});
