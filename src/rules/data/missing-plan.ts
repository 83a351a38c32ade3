import { type Context, defineDataRule } from '../../engine/rule.ts';
import type { NetworkSubject, RecordSubject } from '../../records/subjects.ts';

/** A base's year that has no plan. */
interface Unplanned {
  name: string;
  year: number;
  path: string;
  /** Where no record is about it: how it is named as a subject, and the config's file. */
  subject?: string;
  file?: string | undefined;
}

/** A session record, where it is the first of a base and year without a plan. */
function ofRecord({ record, data }: RecordSubject, { set }: Context): Unplanned[] {
  if (data.kind !== 'session' || set.planMissing(data.base, data.year)?.first !== record) return [];
  return [{ name: data.base, year: data.year, path: '/base' }];
}

/** The bases that the config lists and no session record is about, in every year of the set. */
function ofConfig({ set, bases, canonicalName, configFile: file }: Context): Unplanned[] {
  const names = new Set(bases.listed.map(({ name }) => canonicalName(name)));
  return set.trainingYears.flatMap((year) =>
    [...names].flatMap((name) => {
      const missing = set.planMissing(name, year);
      return missing && !missing.first ? [{ name, year, path: '', subject: name, file }] : [];
    }),
  );
}

export default defineDataRule({
  id: 'data/missing-plan',
  severity: 'error',
  // Only a set that is declared complete has a network.
  subject: ['record', 'network'],
  on: (subject: RecordSubject | NetworkSubject, _, context) =>
    subject.kind === 'record' ? ofRecord(subject, context) : ofConfig(context),
  judge: ({ name, year, path }) => ({
    fail: path,
    message: {
      zh: `文件已声明齐全，却没有“${name}” ${year} 年度的年度计划，这家的期数没法判`,
      en: `The set is declared complete, but holds no plan of "${name}" for ${year}: its counts cannot be judged`,
    },
    expected: { zh: `“${name}” ${year} 年度计划`, en: `the plan of "${name}" for ${year}` },
    actual: { zh: '没有', en: 'none' },
  }),
  words: () => ({
    title: { zh: '每家基地都有年度计划', en: 'Every base has its plan' },
    asks: {
      zh: '文件声明齐全（--complete）时，单独写了培训班的基地、配置文件 bases 里列出的基地，在文件所含的每个年度都要有年度计划。没有计划，期数、批次等就判不了。',
      en: 'Where the set is declared complete (--complete), a base with session records of its own, and each that "bases" of the config file lists, has a plan of each year in the set. Without it the numbers of its sessions and batches cannot be judged.',
    },
    reading: {
      zh: '一家基地一个年度只报一次。全省计划里的承办单位不要求有计划；已取消的培训班不算。还有没判定的记录可能就是那份计划时，先不报。',
      en: 'A base is told once a year. The hosts in a province record are not asked for plans; cancelled sessions do not count. Nothing is told as long as a record that is not judged may be the plan.',
    },
    remedy: {
      zh: '补上这家基地的年度计划；文件没有收齐的，不要声明齐全',
      en: 'Add the plan of this base, or do not declare the set complete',
    },
  }),
});
