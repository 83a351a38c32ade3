import { defineRule, passing } from '../../engine/rule.ts';
import { listed } from '../../notices/value-kinds.ts';
import { lackingIn } from '../../records/counting.ts';
import { partNames } from '../common/parts.ts';

const labels = {
  offline: { zh: '线下培训内容', en: 'the offline part' },
  online: { zh: '线上培训内容', en: 'the online part' },
};

export default defineRule({
  id: 'training/exam-scope',
  modality: 'must',
  subject: 'session',
  on: (session) => session.session.exam && session,
  judge: (session) => {
    const sittings = session.session.exam?.sittings ?? [];
    const parts = session.parts.map(({ name }) => name);
    const lacking = lackingIn(parts, ...sittings.map((sitting) => () => sitting.covers));
    if (lacking.length === 0) {
      const covered = listed(parts.map((name) => partNames[name]));
      return passing(() => ({ expected: covered, actual: covered }));
    }
    return lacking.map((name) => () => {
      // One that cannot be read may be none.
      void session[name];
      const path = session.at('exam', 'sittings');
      return { missing: path, label: labels[name], fills: `${path}/-` };
    });
  },
  words: () => ({
    title: { zh: '考核覆盖线上和线下内容', en: 'The exam covers both parts' },
    asks: {
      zh: '考核紧贴培训内容，线上内容也要考到。',
      en: 'The exam follows the content of the session, the online part included.',
    },
    verdict: {
      zh: '写了“考核”的培训班各判一次。各场次（补考也算）合起来覆盖线下、线上各部分即通过，缺的当即不通过。',
      en: 'Each session with an exam is judged. It passes when its sittings together, make-up ones included, cover every part; a part left out fails at once.',
    },
    missing: { zh: '各场考核没有覆盖：{items}', en: 'No sitting covers {items}' },
    remedy: { zh: '把场次的“范围”补全，或另加一场', en: 'Add it to "covers" of a sitting, or add a sitting' },
  }),
});
