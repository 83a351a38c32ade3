import { defineRule } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { percent } from '../common/share.ts';

export default defineRule({
  id: 'haikou/post-uplift',
  clause: 'postUplift',
  modality: 'must',
  reads: { postUplift: share },
  subject: 'city',
  on: ({ city: { institutions = [] } }) =>
    institutions.flatMap(({ name, postUplift: uplift }, index) =>
      uplift === undefined ? [] : { path: `/institutions/${index}`, name, uplift },
    ),
  judge: ({ path, name, uplift }, { postUplift }) =>
    uplift <= postUplift
      ? 'pass'
      : {
          fail: `${path}/postUplift`,
          message: {
            zh: `${name}中、高级岗位上浮 ${percent(uplift)}，最多 ${percent(postUplift)}`,
            en: `${name} raises intermediate and senior posts by ${percent(uplift)}; at most ${percent(postUplift)}`,
          },
          expected: `≤ ${postUplift}`,
          actual: String(uplift),
        },
  words: {
    title: { zh: '中高级岗位上浮幅度', en: 'Uplift of intermediate and senior posts' },
    asks: {
      zh: '基层医疗卫生机构的中、高级专业技术岗位比例，经区人社局核准可上浮 5%。',
      en: 'Primary-care institutions may raise their share of intermediate and senior posts by 5% with the district’s approval.',
    },
    reading: {
      zh: '“可上浮 5%”按上限理解，少于 5% 或不上浮都可以。',
      en: 'Five per cent is the upper limit; less, or none, will do.',
    },
    verdict: {
      zh: '写了“中高级岗位上浮”的机构各判一次，不超过上限即通过。',
      en: 'Each institution that states its uplift is judged; up to the limit passes.',
    },
    remedy: { zh: '按核准的比例上浮；5% 写 0.05', en: 'Keep to what was approved; 5% is written 0.05' },
  },
});
