import { defineRule, judged } from '../../engine/rule.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/registration-benefits',
  modality: 'must',
  subject: 'city',
  on: ({ city: { gps } }) => itemsOf('gps', gps, ({ benefits }) => benefits === true),
  judge: ({ path, name: id, member: { benefits, registered } }) => {
    if (!benefits) return [];
    if (registered === undefined) return { missing: `${path}/registered` };
    return judged(registered, () => ({
      fail: `${path}/registered`,
      message: {
        zh: `医生 ${id} 没有注册全科，不能享受全科医生政策待遇`,
        en: `Doctor ${id} receives GP benefits without being registered in general practice`,
      },
      expected: 'true',
      actual: String(registered),
    }));
  },
  words: () => ({
    title: { zh: '未注册全科的不享受待遇', en: 'No GP benefits without registration' },
    asks: {
      zh: '没有增加注册全科医学专业的，不得享受全科医生相关政策待遇。',
      en: 'Doctors who have not registered in general practice receive no GP benefits.',
    },
    verdict: {
      zh: '享受政策的医生各判一次。已注册全科即通过，没有注册或没有写都不通过。',
      en: 'Each GP who receives benefits is judged. Registered passes; not registered, or not stated, fails.',
    },
    missing: { zh: '享受政策的医生没有写明：{items}', en: 'Not stated of a doctor who receives benefits: {items}' },
    remedy: {
      zh: '办理注册后把“注册全科”写成“是”；没有注册的停止享受待遇',
      en: 'Register and set "registered" to true, or stop the benefits',
    },
  }),
});
