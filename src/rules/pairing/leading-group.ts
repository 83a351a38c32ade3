import { defineRule, passing } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import { choice, code, listed, type RowOf, table } from '../../notices/value-kinds.ts';
import { allOf, countOf } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

const seatNames = {
  leader: { zh: '组长', en: 'leader' },
  deputies: { zh: '副组长', en: 'deputies' },
  members: { zh: '成员', en: 'members' },
};

const columns = {
  seat: { zh: '位置', en: 'Seat', kind: choice(seatNames) },
  post: { zh: '职务', en: 'Post', kind: code('pairing', '/leadingGroup/leader/post') },
  side: { zh: '单位', en: 'Side', kind: code('pairing', '/leadingGroup/leader/side'), optional: true },
} as const;

type Asked = RowOf<typeof columns>;
type Seat = Asked['seat'];

const seats = {
  leader: { zh: '组长应为', en: 'The leader should be' },
  deputies: { zh: '副组长应有', en: 'The deputies should include' },
  members: { zh: '成员应有', en: 'The members should include' },
};

/** Somebody of the group. */
interface Person {
  post: string;
  side: string;
}

const sideName = (side: string) => nameOfCode('pairing', '/leadingGroup/leader/side', side);

function personOf({ post, side }: { post: string; side?: string }): Words {
  const name = nameOfCode('pairing', '/leadingGroup/leader/post', post);
  if (side === undefined) return name;
  const from = sideName(side);
  return { zh: `${name.zh}（${from.zh}一方）`, en: `${name.en} (${from.en})` };
}

/** Whom each seat must hold, in words; 培训基地负责人 names its side itself. */
function postsBySeat(rows: readonly Asked[]): { seat: Seat; held: Words }[] {
  return (Object.keys(seatNames) as Seat[]).flatMap((seat) => {
    const held = rows
      .filter((row) => row.seat === seat)
      .map(({ post, side }) => {
        const name = nameOfCode('pairing', '/leadingGroup/leader/post', post);
        const from = side === undefined ? same('') : sideName(side);
        return {
          zh: name.zh.startsWith(from.zh) ? name.zh : `${from.zh}${name.zh}`,
          en: `${from.en} ${name.en}`.trim(),
        };
      });
    return held.length > 0 ? { seat, held: listed(held) } : [];
  });
}

export default defineRule({
  id: 'pairing/leading-group',
  clause: 'leadingGroup',
  modality: 'must',
  reads: { leadingGroup: table(columns) },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing }, { leadingGroup }) =>
    leadingGroup.map((wanted) => () => {
      const { seat } = wanted;
      const given = [pairing.leadingGroup?.[seat] ?? []].flat();
      const fits = (asked: Asked) => (person: Person) =>
        allOf(
          () => person.post === asked.post,
          () => asked.side === undefined || person.side === asked.side,
        );
      const held = countOf(given, fits(wanted));
      const person = personOf(wanted);
      if (held.least > 0) return passing(() => ({ expected: person, actual: person }));
      // One whose post cannot be read may be one of those that are lacking, but not all of them.
      const lacking = leadingGroup.filter((row) => row.seat === seat && countOf(given, fits(row)).least === 0);
      if (held.why && lacking.length <= held.most) throw held.why;
      const path = `/leadingGroup/${seat}`;
      const sitting = given.flatMap((each) => readOr(() => [personOf(each)], []));
      if (sitting.length === 0) return { missing: path, label: person };
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
  hints: ({ leadingGroup }) => {
    const posts = postsBySeat(leadingGroup.value);
    return Object.fromEntries(
      posts.map(({ seat, held }) => [`/leadingGroup/${seat}`, { zh: `要有：${held.zh}`, en: `must have: ${held.en}` }]),
    );
  },
  words: ({ leadingGroup }) => {
    const posts = postsBySeat(leadingGroup.value).map(({ seat, held }) => ({
      zh: `${seatNames[seat].zh}为${held.zh}`,
      en: `${seatNames[seat].en}: ${held.en}`,
    }));
    const fromEither = listed(leadingGroup.rows.filter(({ side }) => side === undefined).map(({ post }) => post));
    return {
      title: { zh: '帮扶领导小组', en: 'Leading group' },
      asks: {
        zh: `双方成立帮扶领导小组：${posts.map(({ zh }) => zh).join('，')}。`,
        en: `Both sides form a leading group. ${posts.map(({ en }) => en).join('; ')}.`,
      },
      ...(fromEither.zh === ''
        ? {}
        : {
            reading: {
              zh: `通知没有说${fromEither.zh}出自哪一方，哪一方的都算。`,
              en: `The notice does not say from which side these come, so either will do: ${fromEither.en}.`,
            },
          }),
      verdict: {
        zh: '每对帮扶各判一次。组长、副组长、成员的单位和职务都对得上即通过，缺人或人不对当即不通过。',
        en: 'Each pairing is judged. It passes when leader, deputies and members hold the posts asked; a wrong or missing one fails at once.',
      },
      missing: { zh: '帮扶领导小组缺：{items}', en: 'The leading group lacks: {items}' },
      remedy: {
        zh: '按通知配齐后，写明“组长”“副组长”“成员”的单位和职务',
        en: 'Complete the group, and give side and post under "leader", "deputies" and "members"',
      },
    };
  },
});
