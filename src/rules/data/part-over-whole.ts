import { defineDataRule } from '../../engine/rule.ts';
import type { Reference } from '../../load/loaded.ts';
import { attempt, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { countOf } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import type { RecordSubject } from '../../records/subjects.ts';
import { propertyAt } from '../../schema/vocabulary/shape.ts';
import { valueAt } from '../../tree/yaml/positions.ts';

/** A part and the whole that it cannot be larger than, as the record writes them. */
interface Share {
  /** Where the part stands. */
  path: string;
  part: number | undefined;
  whole: number | undefined;
  wholeAt(): Reference;
  names: { part: Words; whole: Words };
}

/** The shares in a session, none of which is read before it is looked at. */
function sharesIn(subject: SessionSubject): (() => Share)[] {
  const { session } = subject;
  const whole = { zh: '人数', en: 'the headcount' };
  const wholeAt = () => ({ record: subject.record, path: subject.at('headcount') });
  return [
    () => {
      const { headcount } = session;
      // One that cannot be read is none at least.
      const managersCount = readOr(() => session.managersCount, undefined);
      const facultyCount = readOr(() => session.facultyCount, undefined);
      return {
        path: subject.at(managersCount === undefined ? 'facultyCount' : 'managersCount'),
        part: (managersCount ?? 0) + (facultyCount ?? 0),
        whole: headcount,
        wholeAt,
        names: { part: { zh: '管理人员和师资一共', en: 'Managers and faculty together' }, whole },
      };
    },
    () => ({
      path: subject.at('participants'),
      part: countOf(session.participants, ({ attendance }) => attendance === 'full' || attendance === 'partial').least,
      whole: session.headcount,
      wholeAt,
      names: { part: { zh: '到了的学员', en: 'Participants who attended' }, whole },
    }),
  ];
}

/** Figures of a city of which one is a part of the other; `*` stands for each place in a list. */
const FIGURES = [
  { of: '/recruitment/*', part: 'gp', whole: 'total' },
  { of: '/orientedGraduates/undergraduate', part: 'enrolled', whole: 'total' },
  { of: '/orientedGraduates/juniorCollege', part: 'enrolled', whole: 'total' },
  { of: '/institutions/*/surplus', part: 'incentive', whole: 'available' },
  { of: '/institutions/*/performancePay', part: 'basic', whole: 'total' },
  { of: '/continuingEducation', part: 'covered', whole: 'total' },
] as const;

/** The shares in a city's figures, none of which is read before it is looked at. */
function sharesOfCity({ data, record, duplicateOf }: RecordSubject): (() => Share)[] {
  if (data.kind !== 'city-program' || duplicateOf) return [];
  const numberAt = (path: string) => {
    const value = valueAt(data, path);
    return typeof value === 'number' ? value : undefined;
  };
  return FIGURES.flatMap(({ of, part, whole }) =>
    placesOf(data, of).map((place) => () => ({
      path: `${place}/${part}`,
      part: numberAt(`${place}/${part}`),
      whole: numberAt(`${place}/${whole}`),
      wholeAt: () => ({ record, path: `${place}/${whole}` }),
      names: { part: nameOf(`${place}/${part}`), whole: nameOf(`${place}/${whole}`) },
    })),
  );
}

function placesOf(data: RecordSubject['data'], of: string): string[] {
  const [list = '', rest] = of.split('/*');
  if (rest === undefined) return [of];
  const items = attempt(() => valueAt(data, list));
  return Array.isArray(items) ? [...items.keys()].map((place) => `${list}/${place}${rest}`) : [];
}

function nameOf(path: string): Words {
  const { title, name } = present(propertyAt('city-program', path), path);
  return { zh: `“${title}”`, en: `"${name}"` };
}

export default defineDataRule({
  id: 'data/part-over-whole',
  severity: 'error',
  subject: ['session', 'record'],
  on: (subject) => (subject.kind === 'session' ? sharesIn(subject) : sharesOfCity(subject)),
  judge: (share, _, { isPromise }) => {
    const { path, part, whole, wholeAt, names } = share();
    return part === undefined || whole === undefined || part <= whole || isPromise(wholeAt())
      ? 'pass'
      : {
          fail: path,
          message: {
            zh: `${names.part.zh} ${part}，比${names.whole.zh} ${whole} 还多`,
            en: `${names.part.en}: ${part}, more than ${names.whole.en}, ${whole}`,
          },
          expected: `≤ ${whole}`,
          actual: String(part),
        };
  },
  words: () => ({
    title: { zh: '部分不大于总数', en: 'A part is no larger than its whole' },
    asks: {
      zh: '管理人员人数和师资人数加起来不超过人数；出勤为全程或部分的学员不比人数多。激励方案里，全科人数不多于总招收计划，纳入人数不多于总数，激励提取不多于可分配，基础性绩效不多于总量，覆盖人数不多于总人数。',
      en: 'Managers and faculty together are no more than the headcount, and no more participants attended than it says. Of a city, no more is recruited for general practice than in all, enrolled or covered than there are, taken for incentives than is available, or basic pay than pay.',
    },
    remedy: { zh: '核对这两个数，看哪个写错了', en: 'Check both numbers: one of them is wrong' },
  }),
});
