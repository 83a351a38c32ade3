import { defineRule } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { choice, code, table } from '../../notices/value-kinds.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

const seatNames = {
  leader: { zh: '组长', en: 'leader' },
  deputies: { zh: '副组长', en: 'deputies' },
  members: { zh: '成员', en: 'members' },
};

const sideNames = {
  helper: nameOfCode('pairing', '/leadingGroup/leader/side', 'helper'),
  helped: nameOfCode('pairing', '/leadingGroup/leader/side', 'helped'),
};

const seats = {
  leader: { zh: '组长应为', en: 'The leader should be' },
  deputies: { zh: '副组长应有', en: 'The deputies should include' },
  members: { zh: '成员应有', en: 'The members should include' },
};

function personOf({ post, side }: { post: string; side?: string }): Words {
  const name = nameOfCode('pairing', '/leadingGroup/leader/post', post);
  if (side === undefined) return name;
  const from = nameOfCode('pairing', '/leadingGroup/leader/side', side);
  return { zh: `${name.zh}（${from.zh}一方）`, en: `${name.en} (${from.en})` };
}

export default defineRule({
  id: 'pairing/leading-group',
  clause: 'leadingGroup',
  modality: 'must',
  reads: {
    leadingGroup: table({
      seat: { zh: '位置', en: 'Seat', kind: choice(seatNames) },
      post: { zh: '职务', en: 'Post', kind: code('pairing', '/leadingGroup/leader/post') },
      side: { zh: '单位', en: 'Side', kind: choice(sideNames), optional: true },
    }),
  },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing }, { leadingGroup }) =>
    leadingGroup.map((wanted) => {
      const { seat, post, side } = wanted;
      const given = [pairing.leadingGroup?.[seat] ?? []].flat();
      if (given.some((person) => person.post === post && (side === undefined || person.side === side))) return 'pass';
      const person = personOf(wanted);
      const path = `/leadingGroup/${seat}`;
      if (given.length === 0) return { missing: path, label: person };
      const sitting = given.map(personOf);
      const actual = { zh: sitting.map(({ zh }) => zh).join('、'), en: sitting.map(({ en }) => en).join(', ') };
      return {
        fail: path,
        message: {
          zh: `${seats[seat].zh}${person.zh}，现在写的是${actual.zh}`,
          en: `${seats[seat].en} ${person.en}; given: ${actual.en}`,
        },
        expected: person,
        actual,
      };
    }),
  words: {
    title: { zh: '帮扶领导小组', en: 'Leading group' },
    asks: {
      zh: '双方成立帮扶领导小组：培训基地负责人任组长，对口帮扶基地分管领导任副组长，职能部门负责人、全科专业基地负责人为成员。',
      en: 'Both sides form a leading group: the head of the helper base leads, the helped base’s leader in charge is deputy, the heads of the office and of the GP base are members.',
    },
    reading: {
      zh: '通知没有说职能部门负责人、全科专业基地负责人出自哪一方，哪一方的都算。',
      en: 'The notice does not say from which side the office head and the GP base head come; either will do.',
    },
    verdict: {
      zh: '每对帮扶各判一次。组长、副组长、成员的单位和职务都对得上即通过，缺人或人不对当即不通过。',
      en: 'Each pairing is judged. It passes when leader, deputies and members hold the posts asked; a wrong or missing one fails at once.',
    },
    missing: { zh: '帮扶领导小组缺：{items}', en: 'The leading group lacks: {items}' },
    remedy: {
      zh: '按通知配齐后，在“帮扶领导小组”的“组长”“副组长”“成员”里写明单位和职务',
      en: 'Complete the group, and give side and post under "leader", "deputies" and "members"',
    },
  },
});
