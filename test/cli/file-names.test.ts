import { expect, test } from 'vitest';
import { unwritableName } from '../../src/cli/file-names.ts';

test.each(['nul', 'NUL', 'D:\\计划\\aux.csv', 'con.yaml', 'a/LPT1.html', 'com9', 'Prn.tar.gz', 'COM¹.csv'])(
  'Windows keeps %s for a device',
  (name) => {
    expect(unwritableName(name, 'win32')?.zh).toMatch(/设备名/);
    expect(unwritableName(name, 'linux')).toBeUndefined();
  },
);

test.each(['结果:2024.csv', 'a?.csv', 'D:\\计划\\a*b.csv', 'a|b', '"x".csv', 'x.csv.', 'x.csv '])(
  'Windows has no name %s',
  (name) => {
    expect(unwritableName(name, 'win32')?.zh).toMatch(/文件名/);
    expect(unwritableName(name, 'darwin')).toBeUndefined();
  },
);

test.each([
  'D:\\计划 (1)\\结果.csv',
  'D:result.csv',
  '\\\\nas\\教学\\nullify.csv',
  'a/console.html',
  'com10.csv',
  '.nul',
  'x nul.csv',
])('%s can be written', (name) => {
  expect(unwritableName(name, 'win32')).toBeUndefined();
});
