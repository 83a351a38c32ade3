import type { Duty } from '../../engine/due.ts';
import { owed, withDuty } from '../../engine/duty.ts';
import { type Answer, defineRule } from '../../engine/rule.ts';
import { same } from '../../model/finding.ts';
import { alternatives, date, listed } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'haikou/gp-department',
  clause: ['departmentHospitals', 'departmentDeadline'],
  modality: 'must',
  reads: { departmentHospitals: alternatives, departmentDeadline: date },
  subject: 'city',
  on: ({ city: { hospitals = [] } }, { departmentHospitals }, { canonicalName }) =>
    departmentHospitals.map((names) => {
      const accepted = names.map(canonicalName);
      const index = hospitals.findIndex(({ name }) => accepted.includes(canonicalName(name)));
      const hospital = hospitals[index];
      const id = names[0] ?? '';
      return hospital ? { id, name: hospital.name, path: `/hospitals/${index}`, hospital } : { id, name: id };
    }),
  judge: ({ id, name, path, hospital }, { departmentDeadline }, { asOf }) => {
    const { independent, since } = hospital?.gpDepartment ?? {};
    const late = since !== undefined && since > departmentDeadline;
    const done = independent === true && since !== undefined;
    const at = hospital ? `${path}/gpDepartment` : '/hospitals';
    const duty: Duty = { due: departmentDeadline, done, late: done && late, path: at, part: { id, label: same(name) } };
    if (!hospital) return owed(duty, asOf, { missing: at, label: same(name) });
    const answers: Answer[] = [];
    if (independent === undefined) answers.push(...owed(duty, asOf, { missing: `${at}/independent` }));
    else if (!independent) {
      answers.push({
        fail: `${at}/independent`,
        message: { zh: `${name}的全科医学科没有独立设置`, en: `The GP department of ${name} is not independent` },
        expected: 'true',
        actual: 'false',
      });
    }
    if (since === undefined) answers.push(...owed(duty, asOf, { missing: `${at}/since` }));
    else if (late) {
      answers.push({
        fail: `${at}/since`,
        message: {
          zh: `${name}的全科医学科 ${since} 才设置，期限是 ${departmentDeadline}`,
          en: `The GP department of ${name} was set up on ${since}, after ${departmentDeadline}`,
        },
        expected: `≤ ${departmentDeadline}`,
        actual: since,
      });
    }
    return answers.length > 0 ? answers.map((answer) => withDuty(duty, answer)) : withDuty(duty, 'pass');
  },
  hints: ({ departmentHospitals, departmentDeadline }) => ({
    '/hospitals': {
      zh: `要列：${departmentHospitals.zh}`,
      en: `must list ${departmentHospitals.en}`,
      of: 'departmentHospitals',
    },
    '/hospitals/*/gpDepartment/since': {
      zh: `不晚于 ${departmentDeadline.value}`,
      en: `by ${departmentDeadline.value}`,
      of: 'departmentDeadline',
    },
  }),
  words: ({ departmentHospitals, departmentDeadline }) => {
    const hospitals = listed(departmentHospitals.value.map(([name = '']) => same(name)));
    return {
      title: { zh: '独立设置全科医学科', en: 'An independent GP department' },
      asks: {
        zh: `${hospitals.zh}在 ${departmentDeadline.zh}（含）前设置独立的全科医学科。`,
        en: `An independent GP department is set up by ${departmentDeadline.en} in each of: ${hospitals.en}.`,
      },
      reading: {
        zh: `医院的这些写法都认：${departmentHospitals.zh}。`,
        en: `The hospitals are recognised by any of these names: ${departmentHospitals.en}.`,
      },
      verdict: {
        zh: '要求的医院各判一次。独立设置、设置日期不晚于期限即通过；没有写的，期限当天及以前算未到期，过后不通过；写了不独立或设晚了，当即不通过。',
        en: 'Each hospital asked for is judged. Independent and set up by the deadline passes; what is not stated is pending up to that day and fails after it; not independent, or late, fails at once.',
      },
      missing: { zh: '全科医学科的设置没有写明：{items}', en: 'Not stated of the GP departments: {items}' },
      remedy: {
        zh: '在“培训医院”里写明这家医院，以及全科医学科的“独立设置”和“设置日期”',
        en: 'List the hospital under "hospitals" with "independent" and "since" of its gpDepartment',
      },
    };
  },
});
