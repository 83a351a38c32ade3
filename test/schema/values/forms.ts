import fc from 'fast-check';

/** Full-width twins of plain signs, as an input method writes them. */
const wide = (sign: string): string =>
  sign === '¥' ? '￥' : /^[!-~]$/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign;

/** A text with some of its signs full-width. */
export const inAnyWidth = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.chain((text) =>
    fc
      .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
      .map((isWide) => [...text].map((sign, at) => (isWide[at] ? wide(sign) : sign)).join('')),
  );

/** A text in which signs stand that its author did not mean for one value: about, or, a ratio, another figure. */
export const spoilt = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(texts, fc.constantFrom('约', '近', '余', '左右', '或', '?', '、', '±', '<', '>', '+', '*', '某'), fc.nat())
      .map(([text, sign, at]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + sign + text.slice(cut);
      }),
    fc
      .tuple(texts, fc.constantFrom(' ', '/', ':', '-', '～', '或', '、', '至'), fc.integer({ min: 1, max: 99 }))
      .map(([text, sign, figure]) => `${text}${sign}${figure}`),
  );

/** A text of signs that stand in values of all types, so that it often nearly is one. */
export const nearlyValues = fc
  .array(
    fc.constantFrom(
      ...'0123456789',
      ...'.,-/%:~—至到年月日号天半上下中旬初底第季度一二两三十百千万元￥≥人名个分学课小时钟hHmin（）周星期待定是否有无已未√×%，．０５ ',
      '2024',
      '学时',
      '小时',
      '分钟',
      'min',
      '不少于',
      '以上',
      '万元',
      '个月',
      '季度',
      '半年',
      '星期三',
      '（周三）',
    ),
    { maxLength: 9 },
  )
  .map((signs) => signs.join(''));

/** Figures as they are said of people, money and time, with the text of each. */
export const figures = fc
  .tuple(fc.nat({ max: 99_999_999 }), fc.nat({ max: 3 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`));

/** A whole figure with commas between its thousands. */
export const withCommas = (value: number): string =>
  String(value).replace(/\d(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, '$&,');
