import type { CalendarDate } from '../../calendar/date.ts';
import { from, inChinese, inEnglish, inWords } from '../../calendar/day.ts';
import { defineDataRule, type Failure } from '../../engine/rule.ts';
import type { PairingRecord } from '../../model/record-types.ts';
import { type Editions, noticeOf } from '../../notices/edition.ts';

/** A pair that was agreed on before there was a notice on pairs. */
function beforeTheFirst({ agreement }: PairingRecord, { all }: Editions, asOf: CalendarDate): Failure {
  const first = all.filter(({ notice }) => notice === 'pairing').at(-1)?.issued;
  const signed = agreement?.signed;
  const said =
    signed === undefined
      ? { zh: `协议还没有签，判定日是 ${asOf}`, en: `Not signed yet on ${asOf}` }
      : { zh: `协议签于 ${inChinese(signed)}`, en: `Signed on ${inEnglish(signed)}` };
  return {
    fail: '/agreement/signed',
    message: {
      zh: `${said.zh}，那时还没有结对帮扶的通知，这份记录没有判定`,
      en: `${said.en}, before there was a pairing notice; this record was not judged`,
    },
    expected: from(first ?? asOf),
    actual: inWords(signed ?? asOf),
    remedy: { zh: '核对签订日期和判定日', en: 'Check the day of signing, and the as-of date' },
  };
}

export default defineDataRule({
  id: 'data/no-edition',
  severity: 'error',
  subject: 'record',
  on: (record) => !record.duplicateOf && !record.governed && record,
  judge: ({ data }, _, { editions, asOf }) => {
    const notice = noticeOf(data.kind);
    if (data.kind === 'pairing') return beforeTheFirst(data, editions, asOf);
    const city = 'city' in data && !editions.governing(notice, undefined, data.city) ? data.city : undefined;
    if (city !== undefined) {
      return {
        fail: '/city',
        message: {
          zh: `没有适用于“${city}”的通知，这份记录没有判定`,
          en: `No notice governs "${city}"; this record was not judged`,
        },
        expected: { zh: '有通知适用的城市', en: 'a city that a notice governs' },
        actual: city,
        remedy: {
          zh: '核对城市的名称；如果当地有通知，在配置文件的 editions 里加上它的数据文件',
          en: 'Check the name of the city; if it has a notice, add its data file to "editions" in the config file',
        },
      };
    }
    const year = 'year' in data ? data.year : 0;
    const years = editions.judging
      .filter((edition) => edition.notice === notice)
      .map(({ governs: { from, to } }) => (from === to ? `${from}` : `${from ?? ''}–${to ?? ''}`));
    return {
      fail: '/year',
      message: {
        zh: `没有适用于 ${year} 年度的通知，这份记录没有判定`,
        en: `No notice governs the year ${year}; this record was not judged`,
      },
      expected: years.join(', '),
      actual: String(year),
    };
  },
  words: () => ({
    title: { zh: '年度和城市有通知可依', en: 'An edition governs the year and city' },
    asks: {
      zh: '培训计划按当年的通知判定，激励方案按所在城市的通知判定，结对帮扶按签协议那天有效的通知判定（没有签的按判定日）；没有通知适用的记录不判定，也绝不算通过。',
      en: 'Training is judged by the notice of its year, a city program by its city’s notice, a pair by the notice in force when its agreement was signed (on the as-of date where it is not); a record that no notice governs is not judged, and never passes.',
    },
    remedy: {
      zh: '核对年度；如果新通知已经下发，在配置文件的 editions 里加上它的数据文件',
      en: 'Check the year; if a new notice is out, add its data file to "editions" in the config file',
    },
  }),
});
