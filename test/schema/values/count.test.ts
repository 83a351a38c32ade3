import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNT_UNITS, readCount, writeCount } from '../../../src/schema/values/count.ts';
import { readYear, writeYear } from '../../../src/schema/values/year.ts';
import { figures, inAnyWidth, nearlyValues, spoilt, withCommas } from './forms.ts';

describe('counts and scores', () => {
  test.each([
    ['80', 80],
    ['80人', 80],
    ['80 人', 80],
    ['８０人', 80],
    ['60名', 60],
    ['3个月', 3],
    ['4期', 4],
    ['2批', 2],
    ['12次', 12],
    ['50道', 50],
    ['50题', 50],
    ['60.5分', 60.5],
    ['3篇', 3],
    ['5个', 5],
    ['35岁', 35],
    ['6年', 6],
    ['3月', 3],
    ['1,200人', 1200],
    ['1，200', 1200],
    ['12,345,678', 12_345_678],
    ['288.17万', 2_881_700],
    ['5万人', 50_000],
    ['零', 0],
    ['八十人', 80],
    ['十二', 12],
    ['一百零五名', 105],
    ['一百一十', 110],
    ['两百人', 200],
    ['两个', 2],
    ['一千零一十', 1010],
    ['九千九百九十九', 9999],
  ])('%s is %d', (written, value) => {
    expect(readCount(written)).toEqual({ value, isLeast: false });
  });

  test.each([
    ['≥80', 80],
    ['≥ 80人', 80],
    ['不少于80人', 80],
    ['不少于八十人', 80],
    ['80人以上', 80],
    ['1.2万人以上', 12_000],
  ])('%s promises at least %d', (written, value) => {
    expect(readCount(written)).toEqual({ value, isLeast: true });
  });

  test.each([
    '',
    '人',
    '约60人',
    '60人左右',
    '60余人',
    '40-50人',
    '40至50人',
    '40～50',
    '40、50',
    '7:3',
    '7/3',
    '4 0人',
    '1,20人',
    '0,123',
    '12,34',
    '1，200，00',
    '60人次',
    '60学员',
    '5万元',
    '5千',
    '5亿',
    '五万',
    '一百五',
    '十两',
    '一十五',
    '二〇',
    '千',
    '一万',
    '近百人',
    '>80',
    '≤80',
    '80以下',
    '不超过80人',
    '不少于80人以上',
    '-5',
    '+5',
    '５０％',
    '50²',
    '①',
    '２０２４-05',
    '1234567890123456',
  ])('%s is no count', (written) => {
    expect(readCount(written)).toBeUndefined();
  });

  test('a unit of something else is none where the place says its own', () => {
    const units = ['人', '名'];
    expect(readCount('80名', { units })).toEqual({ value: 80, isLeast: false });
    expect(readCount('80', { units })).toEqual({ value: 80, isLeast: false });
    expect(readCount('80分', { units })).toBeUndefined();
    expect(readCount('3个月', { units })).toBeUndefined();
  });

  const values = fc.oneof(figures, fc.nat({ max: 9999 }));
  const units = fc.constantFrom('', ...COUNT_UNITS);
  const forms = fc
    .tuple(values, units)
    .chain(([value, unit]) =>
      inAnyWidth(fc.constantFrom(`${value}${unit}`, `${withCommas(value)} ${unit}`)).map((text) => ({ text, value })),
    );

  test('every form of a count reads to it, and what is read is written back as the same', () => {
    fc.assert(
      fc.property(forms, ({ text, value }) => {
        expect(readCount(text)).toEqual({ value, isLeast: false });
      }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nearlyValues,
          forms.map(({ text }) => `≥${text}`),
        ),
        (text) => {
          const read = readCount(text);
          if (read) expect(readCount(writeCount(read))).toEqual(read);
        },
      ),
    );
  });

  test('with 万 a count is exactly ten thousand times what stands before it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 }), (tenThousandths) => {
        expect(readCount(`${tenThousandths / 1000}万`)?.value).toBe(tenThousandths * 10);
      }),
    );
  });

  test('what says more than one count is none', () => {
    fc.assert(
      fc.property(spoilt(forms.map(({ text }) => text)), (text) => {
        expect(readCount(text), text).toBeUndefined();
      }),
    );
  });
});

describe('Chinese numerals', () => {
  /** A numeral by its places, apart from how the reader goes about it. */
  const numeral = (value: number): string => {
    const [thousands, hundreds, tens, ones] = String(value).padStart(4, '0').split('').map(Number) as number[];
    const digit = (at = 0) => '零一二三四五六七八九'[at] as string;
    let text = thousands ? `${digit(thousands)}千` : '';
    if (hundreds) text += `${digit(hundreds)}百`;
    else if (thousands && (tens || ones)) text += '零';
    if (tens) text += value < 20 ? '十' : `${digit(tens)}十`;
    else if (hundreds && ones) text += '零';
    return text + (ones || value === 0 ? digit(ones) : '');
  };

  test('each from 0 to 9999 reads to its number, and no other spelling of digits does', () => {
    const known = new Set<string>();
    for (let value = 0; value <= 9999; value += 1) {
      known.add(numeral(value));
      expect(readCount(numeral(value))?.value, numeral(value)).toBe(value);
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'零一二三四五六七八九十百千'), { maxLength: 8 }), (signs) => {
        const text = signs.join('');
        expect(readCount(text) !== undefined, text).toBe(known.has(text));
      }),
    );
  });
});

describe('years', () => {
  test.each(['2024', '2024年', '２０２４年', ' 2024 年'])('%s is the year 2024', (written) => {
    expect(readYear(written)).toEqual({ value: 2024 });
  });

  test.each([
    '24',
    '24年',
    '2,024',
    '0.2024',
    '二〇二四年',
    '2024年度',
    '20240',
    '2024万',
    '≥2024',
    '约2024',
    '2024-2025',
    '2024 5',
  ])('%s is no year', (written) => {
    expect(readYear(written)).toBeUndefined();
  });

  test('what is read is written back as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (value) => {
        expect(readYear(`${value}年`)).toEqual({ value });
        expect(readYear(writeYear({ value }))).toEqual({ value });
      }),
    );
  });
});
