import { type Answer, defineRule, judged } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/trainee-agreement',
  modality: 'must',
  subject: 'city',
  on: ({ city: { trainees } }) => itemsOf('trainees', trainees),
  judge: ({ path, name: id, member: { agreement = {} } }) => {
    const settled = (key: string, given: boolean | undefined, what: Words): Answer =>
      given === undefined
        ? { missing: `${path}/agreement/${key}` }
        : judged(given, () => ({
            fail: `${path}/agreement/${key}`,
            message: {
              zh: `学员 ${id} 的协议没有约定${what.zh}`,
              en: `The agreement of trainee ${id} does not settle ${what.en}`,
            },
            expected: 'true',
            actual: String(given),
          }));
    return [
      () => settled('benefits', agreement.benefits, { zh: '培训期间待遇', en: 'benefits' }),
      () => {
        const { serviceYears } = agreement;
        if (serviceYears === undefined) return { missing: `${path}/agreement/serviceYears` };
        return judged(serviceYears > 0, () => ({
          fail: `${path}/agreement/serviceYears`,
          message: {
            zh: `学员 ${id} 的协议服务年限写的是 ${serviceYears} 年`,
            en: `The agreement of trainee ${id} asks for ${serviceYears} years of service`,
          },
          expected: '> 0',
          actual: String(serviceYears),
        }));
      },
      () => settled('breach', agreement.breach, { zh: '违约处理', en: 'breach' }),
    ];
  },
  words: {
    title: { zh: '委派学员签订协议', en: 'Delegated trainees have an agreement' },
    asks: {
      zh: '委派单位与委派参训的人员签协议，约定培训期间待遇、期满后的服务年限和违约处理。',
      en: 'The unit signs an agreement with each trainee it delegates, on benefits during training, years of service after it, and breach.',
    },
    verdict: {
      zh: '每名委派学员各判一次。待遇、服务年限、违约处理三样都有约定即通过；没有写或没有约定，当即不通过。',
      en: 'Each trainee is judged. Benefits, years of service and breach settled together pass; what is not stated or not settled fails at once.',
    },
    missing: { zh: '委派学员的协议没有写明：{items}', en: 'The trainee’s agreement does not state: {items}' },
    remedy: {
      zh: '补签协议，在“协议”里写明待遇、服务年限、违约处理',
      en: 'Complete the agreement and state benefits, serviceYears and breach',
    },
  },
});
