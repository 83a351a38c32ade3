import { defineRule } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { code, definition } from '../../notices/value-kinds.ts';
import { includes } from '../../records/counting.ts';
import { type Sitting, sittingsOf } from '../common/sittings.ts';

const forms = code('session', '/exam/sittings/0/form');

const coversBoth = ({ sitting: { covers } }: Sitting): boolean =>
  includes(covers, 'offline') && includes(covers, 'online');

const PERMITTED: Words = {
  zh: '通知说的是“也可”，是允许，不是必须，所以一次考完却用别的形式考的，只作提醒；',
  en: 'The notice permits it and does not ask for it, so one sitting for both parts held otherwise is told as guidance only. ',
};

export default defineRule({
  id: 'training/exam-form',
  clause: 'jointExamForm',
  modality: 'guide',
  reads: { jointExamForm: definition(forms) },
  subject: 'session',
  on: (session) => sittingsOf(session).filter((item) => readOr(() => coversBoth(item), true)),
  judge: (item, { jointExamForm }) => {
    const { path, sitting } = item;
    void sitting.makeUp;
    void coversBoth(item);
    if (sitting.form === jointExamForm) return 'pass';
    if (sitting.form === undefined)
      return {
        unknown: { zh: '没有写考核的形式', en: 'the form of the sitting is not given' },
      };
    const given = forms.said(sitting.form);
    return {
      fail: `${path}/form`,
      message: {
        zh: `线上、线下的内容一次考完，写的是${given.zh}考`,
        en: `One sitting for both parts is held ${given.en}`,
      },
      expected: forms.said(jointExamForm),
      actual: given,
    };
  },
  hints: ({ jointExamForm: { zh, en } }) => ({
    '/exam/sittings/*/form': {
      zh: `线上、线下一次考完的，可以${zh}考`,
      en: `one sitting for both parts may be held ${en}`,
    },
  }),
  words: ({ jointExamForm: form }, { binds }) => ({
    title: { zh: `合并考核采取${form.zh}方式`, en: `One exam for both parts is held ${form.en}` },
    asks: {
      zh: `线上、线下培训在全部结束后一次考完的，可以采取${form.zh}方式。`,
      en: `Where both parts are examined at once after everything has ended, it may be done ${form.en}.`,
    },
    reading: {
      zh: `${binds('guide', PERMITTED).zh}补考不判。`,
      en: `${binds('guide', PERMITTED).en}A make-up sitting is not judged.`,
    },
    verdict: {
      zh: `范围既有线下又有线上的每一场考核（补考除外）各判一次。形式是${form.zh}即通过，写别的不通过，没有写算无法判断。`,
      en: `Each sitting that covers both parts, but a make-up one, is judged. Form ${form.en} passes and another fails; not stated is unknown.`,
    },
    remedy: {
      zh: `改为${form.zh}考，或线上、线下分别考`,
      en: `Hold it ${form.en}, or examine the parts apart`,
    },
  }),
});
