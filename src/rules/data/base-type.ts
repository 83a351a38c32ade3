import { defineDataRule } from '../../engine/rule.ts';
import { listed } from '../../notices/value-kinds.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

const named = (types: readonly string[]) => listed([...types].map((type) => nameOfCode('plan', '/base/types', type)));

/** The type that a base has which the pairing notice lets help others. */
const OF_HELPERS = 'residency';

export default defineDataRule({
  id: 'data/base-type',
  severity: 'warning',
  subject: 'base',
  on: (base) => base,
  judge: ({ name, plan }, _, { bases }) => {
    const types = new Set<string>(plan.base.types);
    const given = named(plan.base.types);
    const ofConfig = bases.listedAs(name)?.types;
    if (ofConfig) {
      const asked = new Set<string>(ofConfig);
      if (types.size === asked.size && [...types].every((type) => asked.has(type))) return 'pass';
      const expected = named(ofConfig);
      return {
        fail: '/base/types',
        message: {
          zh: `配置里“${name}”的类别是 ${expected.zh}，这里写的是 ${given.zh}`,
          en: `In the config "${name}" is ${expected.en}, here it is ${given.en}`,
        },
        expected,
        actual: given,
      };
    }
    if (!bases.isHelper(name) || types.has(OF_HELPERS)) return 'pass';
    const expected = named([OF_HELPERS]);
    return {
      fail: '/base/types',
      message: {
        zh: `“${name}”在结对名单里是培训基地，应当是${expected.zh}，这里写的是 ${given.zh}`,
        en: `"${name}" is a helper in the list of pairs, hence ${expected.en}, but here it is ${given.en}`,
      },
      expected,
      actual: given,
    };
  },
  words: () => ({
    title: { zh: '基地类别与配置和通知相符', en: 'The types of a base are those of the config and the notices' },
    asks: {
      zh: '年度计划里基地的类别，与配置文件 bases 里写的相同；配置没有写的，结对名单里的培训基地应有“住培基地”。类别决定院级要办几期，写错了会按错的期数判。',
      en: 'The types of a base in its plan are those that "bases" of the config file gives it; where the config gives none, a helper in the list of pairs is a residency base. They decide how many hospital-level sessions are asked, so a wrong one has the wrong number judged.',
    },
    remedy: {
      zh: '核对“类别”；计划写得对的，改配置文件里这家基地的类别（types）',
      en: 'Check "types"; where the plan is right, change "types" of the base in the config file',
    },
  }),
});
