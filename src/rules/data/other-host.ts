import { defineDataRule } from '../../engine/rule.ts';
import { same } from '../../model/finding.ts';
import { listed } from '../../notices/value-kinds.ts';

export default defineDataRule({
  id: 'data/other-host',
  severity: 'info',
  subject: 'session',
  // A province record has no base of its own, and a provincial session may be anybody's.
  on: (session) => session.holder !== undefined && !session.provincial && session,
  judge: (session) => {
    if (session.owner === session.holder) return 'pass';
    const [first] = session.hostNames;
    return {
      fail: session.at('host'),
      message: {
        zh: `这期院级培训由“${first}”承办，算“${first}”的期数，不算这份计划的`,
        en: `This hospital-level session is hosted by "${first}", and counts for that base, not for this plan`,
      },
      expected: session.base ?? '',
      actual: listed(session.hostNames.map(same)),
    };
  },
  words: () => ({
    title: { zh: '院级培训由本基地承办', en: 'A hospital-level session is hosted by its own base' },
    asks: {
      zh: '院级培训算承办的那家基地的：期数算它的，准备、考核、总结等也归它负责。计划里列了别家承办的院级培训，这里提示一下。',
      en: 'A hospital-level session belongs to the base that hosts it: it counts there, and its duties are that base’s. Where a plan lists one that another base hosts, this says so.',
    },
    reading: {
      zh: '写本院、科教科这样的科室或本基地名后面带科室的，算本基地。几家合办、其中有本基地的，算本基地的；没有本基地的，算写在最前面的那家。省级培训和全省计划里的不提示。',
      en: '本院 (“our hospital”), a department, or the base’s name with a department behind it is the base itself. One held by several bases with the plan’s own among them counts for that; else for the one named first. Nothing is said of provincial sessions, nor inside a province record.',
    },
    remedy: {
      zh: '是本基地办的，删去“承办单位”或写上本基地；是别家办的，记在那家的计划里，不用改的可以不管',
      en: 'If the base itself holds it, leave out "host" or name the base; if another does, it belongs in that base’s plan; otherwise let it be',
    },
  }),
});
