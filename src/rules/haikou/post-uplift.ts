import { defineRule, judged } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/post-uplift',
  clause: 'postUplift',
  modality: 'must',
  reads: { postUplift: share },
  subject: 'city',
  on: ({ city: { institutions } }) =>
    itemsOf('institutions', institutions, ({ postUplift }) => postUplift !== undefined),
  judge: ({ path, name, member: { postUplift: uplift = 0 } }, { postUplift }) =>
    judged(uplift <= postUplift, () => ({
      fail: `${path}/postUplift`,
      message: {
        zh: `${name}中、高级岗位上浮 ${share.said(uplift).zh}，最多 ${share.said(postUplift).zh}`,
        en: `${name} raises intermediate and senior posts by ${share.said(uplift).en}; at most ${share.said(postUplift).en}`,
      },
      expected: `≤ ${share.said(postUplift).en}`,
      actual: String(uplift),
    })),
  hints: ({ postUplift: { value } }) => ({
    '/institutions/*/postUplift': { zh: `不高于 ${value}`, en: `at most ${value}` },
  }),
  words: ({ postUplift }) => ({
    title: { zh: '中高级岗位上浮幅度', en: 'Uplift of intermediate and senior posts' },
    asks: {
      zh: `基层医疗卫生机构的中、高级专业技术岗位比例，经区人社局核准可上浮 ${postUplift.zh}。`,
      en: `Primary-care institutions may raise their share of intermediate and senior posts by ${postUplift.en} with the district’s approval.`,
    },
    reading: {
      zh: `“可上浮”的 ${postUplift.zh} 按上限理解，上浮得少或不上浮都可以。`,
      en: `${postUplift.en} is the upper limit; less, or none, will do.`,
    },
    verdict: {
      zh: '写了“中高级岗位上浮”的机构各判一次，不超过上限即通过。',
      en: 'Each institution that states its uplift is judged; up to the limit passes.',
    },
    remedy: {
      zh: `按核准的比例上浮；${postUplift.zh} 写 ${postUplift.value}`,
      en: `Keep to what was approved; ${postUplift.en} is written ${postUplift.value}`,
    },
  }),
});
