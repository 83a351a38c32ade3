import { defineDataRule } from '../../engine/rule.ts';
import type { Reference } from '../../load/loaded.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { RecordSubject } from '../../records/subjects.ts';
import { halfWidth } from '../../schema/values/plain.ts';

interface Repeated {
  path: string;
  id: string;
  first: Reference;
}

function repeatedIds({ record, data, sessions }: RecordSubject): Repeated[] {
  const found: Repeated[] = [];
  const inList = (list: string, read: () => { id?: string }[] | undefined) => {
    const firsts = new Map<string, string>();
    for (const [index, item] of (readOr(read, []) ?? []).entries()) {
      const path = `${list}/${index}/id`;
      const id = readOr(() => item.id, undefined);
      if (id === undefined) continue;
      const plain = halfWidth(id);
      const first = firsts.get(plain);
      if (first === undefined) firsts.set(plain, path);
      else found.push({ path, id, first: { record, path: first } });
    }
  };
  for (const session of sessions) {
    const id = readOr(() => session.session.id, undefined);
    if (session.duplicateOf && id !== undefined) found.push({ path: session.at('id'), id, first: session.duplicateOf });
    inList(session.at('participants'), () => session.session.participants);
  }
  if (data.kind === 'pairing') inList('/tasks', () => data.tasks);
  if (data.kind === 'city-program') {
    inList('/trainees', () => data.trainees);
    inList('/gps', () => data.gps);
  }
  return found;
}

export default defineDataRule({
  id: 'data/duplicate-id',
  severity: 'error',
  subject: 'record',
  on: (record) => (record.duplicateOf ? [] : repeatedIds(record)),
  judge: ({ path, id, first }, _, { where }) => ({
    fail: path,
    message: {
      zh: `编号“${id}”已经用过，第一次在 ${where(first)}`,
      en: `The id "${id}" is already used at ${where(first)}`,
    },
    expected: { zh: '不重复的编号', en: 'an id of its own' },
    actual: id,
  }),
  words: () => ({
    title: { zh: '编号不重复', en: 'Ids are unique' },
    asks: {
      zh: '同一基地同一年度的培训班（全省计划里按承办单位）、同一对帮扶的任务、同一期的学员、同一城市的委派学员和全科医生，编号各不相同；没有写编号的不算。',
      en: 'Ids are unique among the sessions of one base and year (in a province record, of one host), the tasks of one pairing, the participants of one session, and the trainees and GPs of one city; what has no id is left out.',
    },
    remedy: {
      zh: '换一个没有用过的编号；如果是同一项写了两遍，删去一处',
      en: 'Give it an id not yet used; if it is the same thing written twice, delete one',
    },
  }),
});
