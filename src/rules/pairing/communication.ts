import { defineRule, passing } from '../../engine/rule.ts';

export default defineRule({
  id: 'pairing/communication',
  modality: 'must',
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing: { communication } }) =>
    communication?.trim()
      ? passing(() => ({ expected: { zh: '写明怎样沟通', en: 'said how' }, actual: communication.trim() }))
      : { missing: '/communication' },
  words: () => ({
    title: { zh: '沟通交流机制', en: 'Both sides keep in touch' },
    asks: {
      zh: '双方的全科专业基地建立紧密的沟通交流机制。',
      en: 'The GP bases of both sides set up a close way of keeping in touch.',
    },
    verdict: {
      zh: '每对帮扶各判一次。写了沟通机制即通过，没有写当即不通过。',
      en: 'Each pairing is judged. A text passes; none fails at once.',
    },
    missing: { zh: '没有写双方的沟通机制', en: 'It is not said how both sides keep in touch' },
    remedy: {
      zh: '“沟通机制”写明联系人、方式和频次',
      en: 'Say under "communication" who keeps in touch, how and how often',
    },
  }),
});
