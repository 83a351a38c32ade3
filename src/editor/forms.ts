import type { ValueType } from '../schema/values/index.ts';

const FIGURE = '[\\d０-９][\\d０-９,，.．]*';
const AT_LEAST = '(?:≥|不少于)?\\s*';
const DAYS = '(?:[半一二两三四五六七八九十]天半?|\\d+天半)';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const DATE = `(?:\\d{4}\\s*[-/.年]\\s*${MONTH}\\s*[-/.月]\\s*${DAY}\\s*日?|(?:\\d{4}年)?${MONTH}月${DAY}日|\\d{8})`;
const WEEKDAY = '(?:\\s*[（(]?(?:周|星期)[一二三四五六日天][）)]?)?';
const INTERVAL = `(?:\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}|\\d{4}-${MONTH}(?:[上中下]旬|[初底])?|(?:\\d{4}年)?(?:${MONTH}月(?:[上中下]旬|[初底])?|第?[一二三四]季度|[上下]半年)|待定)`;
/** One that looks like the first form has to be it, which tells a day that the calendar has. */
const NOT_FIRST = '(?!\\d{4}-\\d{2}-\\d{2}$)';

/** A count with one of some units behind it. */
const countOf = (units: string): string =>
  `^\\s*${AT_LEAST}(?:${FIGURE}\\s*万?|[零〇一二两三四五六七八九十百千]+)\\s*(?:${units})?(?:以上)?\\s*$`;

/**
 * Patterns of the texts that may stand for values of each type, for editors: near enough that whoever writes a form gets no
 * mark, and whoever writes something else does. What exactly is read is told by the readers alone.
 */
export const patterns: Record<ValueType, string> = {
  date: `^${NOT_FIRST}\\s*(?:${DATE}${WEEKDAY}|${INTERVAL})\\s*$`,
  span: `^${NOT_FIRST}\\s*(?:${DATE}${WEEKDAY}(?:\\s*(?:至|到|[-–—~～]+|\\.\\.)\\s*.+)?|${INTERVAL})\\s*$`,
  days: `^\\s*${AT_LEAST}(?:${FIGURE}\\s*[天日]?|${DAYS})\\s*$`,
  hours: `^\\s*${AT_LEAST}(?:${FIGURE}\\s*(?:学时|课时|小时|分钟|天|[hH]|min)?|${DAYS})\\s*$`,
  count: countOf('[人名期批次道题分篇个岁年月]|个月'),
  months: countOf('[人名期批次道题分篇个岁月]|个月'),
  year: '^\\s*\\d{4}年?\\s*$',
  money: `^\\s*[¥￥]?\\s*${FIGURE}\\s*(?:元|千元|万元?)?\\s*$`,
  share: `^\\s*(?:[0０](?:[.．][\\d０-９]+)?|[1１]|${FIGURE}\\s*[%％])\\s*$`,
  'yes-no': '^\\s*(?:[tT]rue|[fF]alse|[yY]es|[nN]o|[是否有无已未√×])\\s*$',
};

/** A pattern of several codes in one text. */
export const joinedPattern = (forms: Iterable<string>): string => {
  const one = `(?:${[...forms].join('|')})`;
  return `^\\s*${one}(?:\\s*[、；;，,和与及]\\s*${one})*\\s*$`;
};
