import { defineRule, judged } from '../../engine/rule.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/practice-registration',
  modality: 'must',
  subject: 'city',
  on: ({ city: { gps } }) => itemsOf('gps', gps),
  judge: ({ path, name: id, member: { registered } }) => {
    if (registered === undefined)
      return { unknown: { zh: '没有写是否已注册全科', en: 'it is not said whether the doctor is registered' } };
    return judged(registered, () => ({
      fail: `${path}/registered`,
      message: {
        zh: `医生 ${id} 没有增加注册全科医学专业`,
        en: `Doctor ${id} is not registered in general practice`,
      },
      expected: 'true',
      actual: String(registered),
    }));
  },
  words: () => ({
    title: { zh: '增加注册全科医学专业', en: 'Registration in general practice' },
    asks: {
      zh: '取得全科培训合格证、在基层医疗卫生机构工作的临床医生，执业范围须增加全科医学专业。',
      en: 'Certified doctors working in primary care add general practice to their registration.',
    },
    reading: {
      zh: '“全科医生”名单里的都看作取得合格证并在基层工作的；没有写“注册全科”的，算无法判断。',
      en: 'Everyone listed in gps is taken to be certified and in primary care; where "registered" is not given it cannot be judged.',
    },
    verdict: {
      zh: '每名全科医生各判一次。已注册通过，未注册不通过，没有写算无法判断。',
      en: 'Each GP is judged. Registered passes, not registered fails, and without a word it is unknown.',
    },
    remedy: { zh: '办理增加注册，办好后把“注册全科”写成“是”', en: 'Register, then set "registered" to true' },
  }),
});
