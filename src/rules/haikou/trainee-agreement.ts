import { type Answer, defineRule, judged } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { definition, keys } from '../../notices/value-kinds.ts';
import { itemsOf } from '../common/city-items.ts';
import { quoted } from '../common/quoted.ts';

/** How matters that are settled or not are called in a sentence. */
const names: Record<string, Words> = {
  benefits: { zh: '培训期间待遇', en: 'benefits' },
  breach: { zh: '违约处理', en: 'breach' },
};

const matters = definition(keys('city-program', '/trainees/0/agreement'));

export default defineRule({
  id: 'haikou/trainee-agreement',
  clause: 'traineeAgreement',
  modality: 'must',
  reads: { traineeAgreement: matters },
  subject: 'city',
  on: ({ city: { trainees } }) => itemsOf('trainees', trainees),
  judge: ({ path, name: id, member }, { traineeAgreement }) =>
    traineeAgreement.map((matter) => (): Answer => {
      const settled = ((member.agreement ?? {}) as Record<string, unknown>)[matter];
      const at = `${path}/agreement/${matter}`;
      if (settled === undefined) return { missing: at };
      if (typeof settled === 'number')
        return judged(settled > 0, () => ({
          fail: at,
          message: {
            zh: `学员 ${id} 的协议服务年限写的是 ${settled} 年`,
            en: `The agreement of trainee ${id} asks for ${settled} years of service`,
          },
          expected: '> 0',
          actual: String(settled),
        }));
      const what = names[matter] ?? matters.said([matter]);
      return judged(settled === true, () => ({
        fail: at,
        message: {
          zh: `学员 ${id} 的协议没有约定${what.zh}`,
          en: `The agreement of trainee ${id} does not settle ${what.en}`,
        },
        expected: 'true',
        actual: String(settled),
      }));
    }),
  hints: ({ traineeAgreement: { zh, en } }) => ({
    '/trainees/*/agreement': { zh: `要约定：${zh}`, en: `settles: ${en}` },
  }),
  words: ({ traineeAgreement: { zh, en, each } }) => ({
    title: { zh: '委派学员签订协议', en: 'Delegated trainees have an agreement' },
    asks: {
      zh: `委派单位与委派参训的人员签协议，约定：${zh}。`,
      en: `The unit signs an agreement with each trainee it delegates, on: ${en}.`,
    },
    verdict: {
      zh: `每名委派学员各判一次。这几样都有约定即通过：${zh}；没有写或没有约定，当即不通过。`,
      en: `Each trainee is judged. All of these settled together pass: ${en}; what is not stated or not settled fails at once.`,
    },
    missing: { zh: '委派学员的协议没有写明：{items}', en: 'The trainee’s agreement does not state: {items}' },
    remedy: {
      zh: `补签协议，写明“协议”的${zh}`,
      en: `Complete the agreement and state ${quoted(each).en}`,
    },
  }),
});
