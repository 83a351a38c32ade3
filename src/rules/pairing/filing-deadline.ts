import { inChinese, inEnglish, inWords, upTo } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { date } from '../../notices/value-kinds.ts';
import { remedyLate } from '../common/ahead.ts';

export default defineRule({
  id: 'pairing/filing-deadline',
  clause: 'filingDeadline',
  modality: 'must',
  reads: { filingDeadline: date },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing: { agreement } }, { filingDeadline }, { asOf }) => {
    const path = '/agreement/filed';
    return owedBy({ due: filingDeadline, path, date: agreement?.filed }, asOf, (late) => ({
      fail: path,
      message: {
        zh: `帮扶协议 ${inChinese(late)} 才备案，应在 ${filingDeadline}（含）前`,
        en: `The agreement was filed on ${inEnglish(late)}, after ${filingDeadline}`,
      },
      expected: upTo(filingDeadline),
      actual: inWords(late),
      ...remedyLate(filingDeadline, asOf),
    }));
  },
  hints: ({ filingDeadline }) => ({
    '/agreement/filed': { zh: `不晚于 ${filingDeadline.value}`, en: `by ${filingDeadline.value}` },
  }),
  words: ({ filingDeadline }) => ({
    title: { zh: '帮扶协议按期备案', en: 'The agreement is filed in time' },
    asks: {
      zh: `培训基地在 ${filingDeadline.zh}（含）前把签好的协议报省医学学术交流管理中心备案。`,
      en: `The helper base files the signed agreement with the centre by ${filingDeadline.en}.`,
    },
    reading: { zh: '期限当天报送也算按期。', en: 'Filing on the last day is in time.' },
    verdict: {
      zh: '每对帮扶各判一次。期限当天及以前备案即通过；没有写备案日期的，期限当天及以前算未到期，过后不通过。',
      en: 'Each pairing is judged. Filed by the day passes; without a date it is pending up to that day and fails after it.',
    },
    missing: { zh: '没有写帮扶协议的备案日期', en: 'It is not said when the agreement was filed' },
    remedy: {
      zh: '备案后写上“帮扶协议”的“备案日期”；已经逾期的，尽快补报并向备案单位说明原因',
      en: 'File it and give "filed" under "agreement"; if late, file at once and say why',
    },
  }),
});
