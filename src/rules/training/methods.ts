import { defineRule, passing } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import { reaches } from '../../model/range.ts';
import { listed } from '../../notices/value-kinds.ts';
import { lengthOf, readable } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { partNames } from '../common/parts.ts';

export default defineRule({
  id: 'training/methods',
  modality: 'guide',
  subject: 'session',
  on: (session) =>
    (['offline', 'online'] as const).flatMap((name) => {
      const part = attempt(() => session[name]);
      return part === undefined ? [] : { path: session.at(name), name, label: partNames[name], part };
    }),
  judge: ({ name, label, part }) => {
    if (part instanceof CannotTell) throw part;
    return part.turns.map(
      ({ path, written }) =>
        () =>
          reaches(lengthOf(written.methods), 1)
            ? passing(() => ({
                expected: { zh: '写明方式', en: 'methods given' },
                actual: listed(
                  readable(written.methods).map((each) => nameOfCode('session', `/${name}/methods`, each)),
                ),
              }))
            : {
                missing: `${path}/methods`,
                label: { zh: `${label.zh}培训方式`, en: `methods of the ${label.en} part` },
              },
    );
  },
  words: () => ({
    title: { zh: '写明培训方式', en: 'The methods are stated' },
    asks: {
      zh: '线下、线上可以采取的方式都有多种，各部分要写明采用哪些。',
      en: 'Offline and online parts may use several methods; each part states its own.',
    },
    reading: {
      zh: '一部分分几天、几处或几批写的，每一项都要写方式。',
      en: 'Where a part is a list of days, places or batches, each states its methods.',
    },
    verdict: {
      zh: '培训班的线下、线上部分各判一次，“方式”不空即通过，没有写当即不通过。',
      en: 'Each part that a session has is judged. Any method passes; none fails at once.',
    },
    missing: { zh: '没有写{items}', en: 'Not stated: {items}' },
    remedy: {
      zh: '补上“方式”，线下例如 集中授课，线上例如 线上直播；可以写几项',
      en: 'Add "methods", one or several, such as lecture or live',
    },
  }),
});
