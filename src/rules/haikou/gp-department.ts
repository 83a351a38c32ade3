import { yearOf } from '../../calendar/date.ts';
import { inChinese, inEnglish, inWords, isAfter, isAtMost, lastOf, settled, upTo } from '../../calendar/day.ts';
import type { Duty } from '../../engine/due.ts';
import { owed, withDuty } from '../../engine/duty.ts';
import { type Answer, defineRule, judged, type Missing } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import { same } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { alternatives, date, listed } from '../../notices/value-kinds.ts';
import { placeOf } from '../../records/counting.ts';
import { remedyLate } from '../common/ahead.ts';

export default defineRule({
  id: 'haikou/gp-department',
  clause: ['departmentHospitals', 'departmentDeadline'],
  modality: 'must',
  reads: { departmentHospitals: alternatives, departmentDeadline: date },
  subject: 'city',
  on: ({ city: { year, hospitals } }, { departmentHospitals }, { canonicalName }) =>
    departmentHospitals.map((names) => {
      const accepted = names.map(canonicalName);
      const found = attempt(() => placeOf(hospitals, ({ name }) => accepted.includes(canonicalName(name))));
      const path = typeof found === 'number' && found >= 0 ? { path: `/hospitals/${found}` } : {};
      const id = present(names[0], 'name of a hospital');
      const name = typeof found === 'number' ? readOr(() => hospitals?.[found]?.name, undefined) : undefined;
      return { id, label: same(name ?? id), year, hospitals, found, ...path };
    }),
  judge: ({ id, label, year, hospitals, found }, { departmentDeadline }, { asOf }) => {
    if (found instanceof CannotTell) throw found;
    const hospital = hospitals?.[found];
    const name = label.zh;
    const { gpDepartment } = hospital ?? {};
    const at = hospital ? `/hospitals/${found}/gpDepartment` : '/hospitals';
    const given = readOr(() => settled(gpDepartment?.since, asOf), undefined);
    // A day to come is a plan.
    const done =
      readOr(() => gpDepartment?.independent, undefined) === true && given !== undefined && lastOf(given) <= asOf;
    const late = done && readOr(() => isAfter(given, departmentDeadline), false);
    const duty: Duty = { due: departmentDeadline, done, late, path: at, part: { id, label }, owedBy: label };
    // Which hospitals had one by then is told in the record of that year; in a later one nobody knows that it is overdue.
    const isLater = year > yearOf(departmentDeadline);
    const lacking = (missing: Missing): Answer[] =>
      isLater
        ? [{ unknown: { zh: `没有写明${name}的全科医学科`, en: `the GP department of ${name} is not stated` } }]
        : owed(duty, asOf, missing);
    if (!hospital) return lacking({ missing: at, label, fills: '/hospitals/-' });
    return [
      () => {
        const independent = gpDepartment?.independent;
        if (independent === undefined) return lacking({ missing: `${at}/independent` });
        const message = {
          zh: `${name}的全科医学科没有独立设置`,
          en: `The GP department of ${name} is not independent`,
        };
        const answer = judged(independent, () => ({
          fail: `${at}/independent`,
          message,
          expected: 'true',
          actual: String(independent),
          remedy: {
            zh: '独立设置后把“独立设置”写成“是”，写上“设置日期”',
            en: 'Make it independent, then write true under "independent" and give "since"',
          },
        }));
        return isLater && independent && given === undefined ? answer : withDuty(duty, answer);
      },
      () => {
        const since = settled(gpDepartment?.since, asOf);
        if (since === undefined) return lacking({ missing: `${at}/since` });
        const answer = judged(isAtMost(since, departmentDeadline), () => ({
          fail: `${at}/since`,
          message: {
            zh: `${name}的全科医学科 ${inChinese(since)} 才设置，应在 ${departmentDeadline}（含）前`,
            en: `The GP department of ${name} was set up on ${inEnglish(since)}, after ${departmentDeadline}`,
          },
          expected: upTo(departmentDeadline),
          actual: inWords(since),
          ...remedyLate(departmentDeadline, asOf),
        }));
        return withDuty(duty, answer);
      },
    ];
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
    const hospitals = listed(departmentHospitals.value.map(([name]) => same(present(name, 'name of a hospital'))));
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
        zh: '要求的医院各判一次。独立设置、设置日期不晚于期限即通过；没有写的，期限当年的记录里，期限当天及以前算未到期，过后不通过，以后各年的记录里算无法判断；写了不独立或设晚了，当即不通过。',
        en: 'Each hospital asked for is judged. Independent and set up by the deadline passes; what is not stated is pending up to that day and fails after it in the record of that year, and unknown in later years’; not independent, or late, fails at once.',
      },
      missing: { zh: '全科医学科的设置没有写明：{items}', en: 'Not stated of the GP departments: {items}' },
      remedy: {
        zh: '补上这家“培训医院”，写明全科医学科的“独立设置”和“设置日期”',
        en: 'List the hospital under "hospitals" with "independent" and "since" of its gpDepartment',
      },
    };
  },
});
