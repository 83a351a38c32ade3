import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'training/faculty-classification',
  modality: 'must',
  subject: 'session',
  on: (session) => session.session.audience === 'faculty' && session,
  judge: (session) => [
    session.session.specialty === undefined ? { missing: session.at('specialty') } : 'pass',
    session.session.stages === undefined ? { missing: session.at('stages') } : 'pass',
  ],
  words: {
    title: { zh: '师资按专业和类别分类', en: 'Faculty are grouped by specialty and stage' },
    asks: {
      zh: '师资培训按专业和师资类别（处在哪个培养阶段）分类，两样都要写明。',
      en: 'Faculty are grouped by specialty and by stage; both are stated.',
    },
    verdict: {
      zh: '每期师资班各判一次。专业写了、师资类别至少一种即通过，缺一样当即不通过。',
      en: 'Each faculty session is judged. A specialty and at least one stage pass; either missing fails at once.',
    },
    missing: { zh: '师资分类不全，缺：{items}', en: 'The faculty are not fully grouped; missing: {items}' },
    remedy: { zh: '补上“专业”和“师资类别”', en: 'Add "specialty" and "stages"' },
  },
});
