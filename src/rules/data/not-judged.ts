import { defineDataRule } from '../../engine/rule.ts';

/** What is left to look at where it was judged by every notice there is. */
const byAllNotices = {
  zh: '通知对它没有要求的，不必理会；有要求的，核对类别和层级有没有写错，配置有没有关掉规则',
  en: 'If the notices ask nothing of it, let it be; else check its types and level, and whether the config puts rules off',
};

export default defineDataRule({
  id: 'data/not-judged',
  severity: 'info',
  subject: 'record',
  on: (record) => !record.duplicateOf && record.governed && !record.isCancelled && record,
  judge: ({ record }, _, { isJudged, policies }) =>
    isJudged(record)
      ? 'pass'
      : {
          fail: { plan: '/year', session: '/id', province: '/year', pairing: '/helper', 'city-program': '/city' }[
            record.kind
          ],
          message: {
            zh: '本次所用的通知没有一条适用于这份记录，没有判定',
            en: 'Nothing in the notices chosen applies to this record; it was not judged',
          },
          expected: { zh: '至少有一条适用', en: 'at least one duty that applies' },
          actual: { zh: '没有', en: 'none' },
          ...(policies ? {} : { remedy: byAllNotices }),
        },
  words: () => ({
    title: { zh: '有条款可以判定', en: 'Something in the notices applies' },
    asks: {
      zh: '读进来的每份记录，本次所用的通知里至少有一条适用；一条都不适用的，没有判定，绝不算通过。',
      en: 'To every record read, something in the notices chosen applies; a record to which nothing does was not judged, and never passes.',
    },
    remedy: {
      zh: '要判定它，去掉 --policy，或者加上管它的通知；不归这些通知管的，不必理会',
      en: 'To have it judged, leave out --policy or name its notice too; if none of these notices concerns it, let it be',
    },
  }),
});
