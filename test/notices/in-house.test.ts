import { expect, test } from 'vitest';
import { isInHouse } from '../../src/notices/in-house.ts';

const BASE = '海口市人民医院';

test.each([
  BASE,
  '本院',
  '我院',
  '本基地',
  '医院',
  '院内',
  '自办',
  '科教科',
  '教育处、内科教研室',
  '医务科和护理部',
  '内科专业基地',
  '海口市人民医院科教科',
  '海口市人民医院（科教科）',
  '海口市人民医院 内科专业基地',
  '海口市人民医院-教育处',
  'Our hospital',
  'Education Office',
  'department of internal medicine and teaching office',
])('%s is the base itself', (organiser) => {
  expect(isInHouse(organiser, BASE)).toBe(true);
});

test.each([
  '海口市第四人民医院',
  '海口市人民医院三亚分院',
  '海口市人民医院医疗集团',
  '海南省人民医院',
  '海南省人民医院科教科',
  '海口市卫生健康委科教处',
  '海南省卫生厅科教处',
  '海口市卫生局医政科',
  '海南省医学会继教部',
  '海南医学院',
  '乙基地',
  '文昌',
  'Sanya Central Hospital',
  'Education Office of Sanya Central Hospital',
  'B',
])('%s is another', (organiser) => {
  expect(isInHouse(organiser, BASE)).toBe(false);
});
