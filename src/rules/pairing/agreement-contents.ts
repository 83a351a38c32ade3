import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';
import { wholeList } from '../common/whole-list.ts';

const items = codes('pairing', '/agreement/contents');

export default defineRule({
  id: 'pairing/agreement-contents',
  clause: 'agreementContents',
  modality: 'must',
  reads: { agreementContents: items },
  subject: 'pairing',
  on: ({ pairing: { agreement } }) => agreement,
  judge: (agreement, { agreementContents }) =>
    wholeList(items, agreementContents, () => agreement.contents, '/agreement/contents'),
  hints: ({ agreementContents }) => ({
    '/agreement/contents': { zh: `都要写进协议：${agreementContents.zh}`, en: `all of them: ${agreementContents.en}` },
  }),
  words: ({ agreementContents }) => ({
    title: { zh: '协议约定的内容', en: 'What the agreement settles' },
    asks: {
      zh: `协议要约定这几项：${agreementContents.zh}。`,
      en: `The agreement settles: ${agreementContents.en}.`,
    },
    verdict: {
      zh: '写了协议的每对帮扶各判一次，约定的内容齐全即通过，缺的当即不通过。',
      en: 'Each pairing with an agreement is judged. It passes when the contents are complete; what is missing fails at once.',
    },
    missing: { zh: '帮扶协议没有约定：{items}', en: 'The agreement does not settle: {items}' },
    remedy: { zh: '补充协议后写进“约定”', en: 'Complete the agreement and list it under "contents"' },
  }),
});
