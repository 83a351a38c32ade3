import { type CheckOptions, check } from '../../../src/check/check.ts';
import { type Agenda, agenda } from '../../../src/report/deadlines/deadlines.ts';

/** A plan with one provincial session from 8 to 17 May 2024, and nothing done yet. */
export const plan = `kind: plan
year: 2024
base: {name: 海口市人民医院, types: residency}
sessions:
  - id: HK-01
    title: 内科师资培训
    level: provincial
    audience: faculty
    specialty: internal-medicine
    offline: {start: 2024-05-08, end: 2024-05-09, hours: 16}
    online: {start: 2024-05-10, end: 2024-05-17, hours: 38}
    exam:
      sittings: [{covers: [offline, online], form: online}]
`;

export const pairing = `kind: pairing
helper: 海口市人民医院
helped: 儋州市人民医院
agreement: {start: 2020-05-15, end: 2023-05-31}
leadingGroup:
  established: 2020-05-20
  meetingEvery: 6
  meetings: [{date: 2020-11-20}, {date: 2021-03-31}]
tasks:
  - {id: T1, title: 设立门诊, area: department, due: 2021-06-30}
  - {id: T2, title: 选派带教, area: faculty, due: 2021-06-30, status: closed, closedOn: 2021-07-02, evidence: 名单}
`;

export const city = `kind: city-program
city: 海口市
year: 2019
hospitals:
  - {name: 海口市人民医院, gpDepartment: {independent: true, since: 2019-12-31}}
assessment: {issued: 2019-05-06}
`;

/** The duties of one set of texts as of a day. */
export async function dutiesOf(text: string, asOf: string, options: Partial<CheckOptions> = {}, within?: number) {
  const result = await check({
    texts: [{ file: 'set.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf,
    deadlines: true,
    ...options,
  });
  const listed: Agenda = agenda(result, asOf, within);
  return { ...listed, result };
}
