import { expect, test } from 'vitest';
import { bareName, readBaseName } from '../../../src/schema/values/base-name.ts';

const names = new Map(
  [
    ['海南医科大学第一附属医院', '海南医科大学第一附属医院'],
    ['海南医学院第一附属医院', '海南医科大学第一附属医院'],
    ['某某医院(东院区)', '某某医院（东院区）'],
  ].map(([form, name]) => [bareName(form as string), name as string]),
);

test.each([
  '海南医科大学第一附属医院',
  '海南医学院第一附属医院',
  '海南医学院 第一附属医院',
  ' 海南医学院第一附属医院　',
  '海 南 医 学 院第一附属医院',
])('%s names one base', (written) => {
  expect(readBaseName(written, names)).toEqual({ value: '海南医科大学第一附属医院' });
});

test('brackets are the same in either width', () => {
  expect(readBaseName('某某医院（东院区）', names)).toEqual({ value: '某某医院（东院区）' });
});

test.each(['', '海南医学院附属医院', '海南医学院第二附属医院', '海南医学院第一附属', '海南医学院、第一附属医院'])(
  '%s names none',
  (written) => {
    expect(readBaseName(written, names)).toBeUndefined();
  },
);

test('the name that stands for all of them names itself', () => {
  for (const name of names.values()) expect(readBaseName(name, names)).toEqual({ value: name });
});
