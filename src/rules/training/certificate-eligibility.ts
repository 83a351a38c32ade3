import { type Answer, defineRule, judged } from '../../engine/rule.ts';
import { anyOf, codes, definition, marks } from '../../notices/value-kinds.ts';
import { type Certified, certifiedIn, nameOf } from '../common/certified.ts';

const attendances = definition(codes('session', '/participants/0/attendance'));

function attended(certified: Certified, enough: readonly string[]): Answer {
  const { path, participant } = certified;
  const { attendance } = participant;
  if (attendance === undefined) return { missing: `${path}/attendance` };
  const given = attendances.said([attendance]);
  return judged(enough.includes(attendance), () => ({
    fail: `${path}/attendance`,
    message: {
      zh: `${nameOf(certified).zh}出勤为“${given.zh}”，不能发证`,
      en: `Participant ${nameOf(certified).en} has a certificate with attendance "${attendance}"`,
    },
    expected: anyOf(attendances.said([...enough]).each),
    actual: given,
  }));
}

function scored(certified: Certified, least: number): Answer {
  const { path, participant } = certified;
  const { score } = participant;
  if (score === undefined) return { missing: `${path}/score` };
  return judged(score >= least, () => ({
    fail: `${path}/score`,
    message: {
      zh: `${nameOf(certified).zh}成绩 ${score} 分，不到 ${least} 分，不能发证`,
      en: `Participant ${nameOf(certified).en} has a certificate with a score of ${score}, below ${least}`,
    },
    expected: `≥ ${least}`,
    actual: String(score),
  }));
}

export default defineRule({
  id: 'training/certificate-eligibility',
  modality: 'must',
  reads: { examPassMark: marks, provincialAttendance: attendances, hospitalAttendance: attendances },
  subject: 'session',
  on: (session) => certifiedIn(session, () => session.provincial || session.isFor('faculty')),
  judge: (certified, { examPassMark, provincialAttendance, hospitalAttendance }) => {
    if (certified.isAsked !== true) throw certified.isAsked;
    void certified.participant.certificate;
    const enough = () => (certified.session.provincial ? provincialAttendance : hospitalAttendance);
    return [() => attended(certified, enough()), () => scored(certified, examPassMark)];
  },
  hints: ({ examPassMark, provincialAttendance, hospitalAttendance }) => ({
    '/participants/*/attendance': [
      {
        zh: `省级${anyOf(provincialAttendance.each).zh}才发证`,
        en: `a provincial certificate asks for ${anyOf(provincialAttendance.each).en}`,
        of: 'provincialAttendance',
        level: 'provincial',
      },
      {
        zh: `院级${anyOf(hospitalAttendance.each).zh}才发证`,
        en: `a hospital’s certificate asks for ${anyOf(hospitalAttendance.each).en}`,
        of: 'hospitalAttendance',
        level: 'hospital',
      },
    ],
    '/participants/*/score': {
      zh: `${examPassMark} 分及以上才发证`,
      en: `a certificate asks for ${examPassMark} or more`,
      of: 'examPassMark',
    },
  }),
  words: ({ provincialAttendance, hospitalAttendance }) => {
    const [provincial, hospital] = [anyOf(provincialAttendance.each), anyOf(hospitalAttendance.each)];
    return {
      title: { zh: '出勤和成绩合格才发证', en: 'Certificates only for those who attended and passed' },
      asks: {
        zh: `省级培训出勤为${provincial.zh}且考核合格的才授证；院级由医院根据出勤和考核情况发证。`,
        en: `Provincial certificates go to those whose attendance is ${provincial.en} and who passed; a hospital issues its own by attendance and exam.`,
      },
      reading: {
        zh: `院级只看有师资参加的，通知说的是院级师资合格证；出勤要有记录，是${hospital.zh}，成绩同样要到合格线。`,
        en: `At hospital level only sessions with faculty are judged, since the notice speaks of faculty certificates; attendance must be recorded as ${hospital.en}, and the score must pass all the same.`,
      },
      verdict: {
        zh: `有证书的学员（院级只看有师资参加的培训班）各判一次。出勤省级要${provincial.zh}，院级要${hospital.zh}，成绩都要到合格线；没有写的不通过。`,
        en: `Each participant with a certificate is judged, at hospital level only in sessions with faculty: attendance ${provincial.en} at provincial level, ${hospital.en} at hospital level, and a passing score at both. What is not stated fails.`,
      },
      missing: { zh: '有证书的学员没有写：{items}', en: 'A participant with a certificate lacks: {items}' },
      remedy: {
        zh: '补全出勤和成绩；不符合条件的撤下证书',
        en: 'Complete attendance and score, or withdraw the certificate',
      },
    };
  },
});
