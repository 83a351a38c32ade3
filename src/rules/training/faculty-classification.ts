import { type Check, defineRule } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { reaches } from '../../model/range.ts';
import { lengthOf } from '../../records/counting.ts';

const OPEN_LIST: Words = {
  zh: '通知列的分类方式后面有“等”字，也没有写“应”，所以只作提醒；',
  en: 'The notice gives its ways of grouping as an open list and does not say “shall”, so this is guidance. ',
};

export default defineRule({
  id: 'training/faculty-classification',
  modality: 'guide',
  subject: 'session',
  on: (session) => session.isFor('faculty') && session,
  judge: (session) =>
    (['specialty', 'stages'] as const).map(
      (key): Check =>
        () =>
          reaches(lengthOf(session.session[key]), 1) ? 'pass' : { missing: session.at(key) },
    ),
  words: (_, { binds }) => ({
    title: { zh: '师资按专业和类别分类', en: 'Faculty are grouped by specialty and stage' },
    asks: {
      zh: '师资培训按专业和师资类别（处在哪个培养阶段）分类，两样都要写明。',
      en: 'Faculty are grouped by specialty and by stage; both are stated.',
    },
    reading: {
      zh: `${binds('guide', OPEN_LIST).zh}专业、师资类别写法不限，不在目录里的也算写了。`,
      en: `${binds('guide', OPEN_LIST).en}Any specialty and any stage will do, recognised or not.`,
    },
    verdict: {
      zh: '有师资参加的每期培训班各判一次。专业、师资类别都写了至少一种即通过，缺一样当即不通过。',
      en: 'Each session with faculty is judged. At least one specialty and one stage pass; either missing fails at once.',
    },
    missing: { zh: '师资分类不全，缺：{items}', en: 'The faculty are not fully grouped; missing: {items}' },
    remedy: {
      zh: '补上缺的分类；写法不限，一期可以有几种',
      en: 'Add what is missing; any text will do, and one session may have several',
    },
  }),
});
