import { type Check, defineRule, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import type { Funding } from '../../model/record-types.ts';
import { listed } from '../../notices/value-kinds.ts';
import type { SessionSubject } from '../../records/session.ts';
import type { BaseSubject } from '../../records/subjects.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

/** Funds that are for provincial sessions alone. */
const barred: readonly string[] = ['provincial-fund', 'central-fund'];

const nameOf = (source: string) => nameOfCode('session', '/funding/0/source', source);
const barredNames = listed(barred.map(nameOf));

interface Funded {
  path: string;
  /** Of a batch, its title. */
  label?: Words;
  /** The session or batch. */
  of: { funding?: Funding };
}

/** Whether it has any funding, even such as cannot be read. */
const isFunded = (of: Funded['of']): boolean => readOr(() => of.funding !== undefined, true);

function fundedIn(subject: SessionSubject | BaseSubject): Funded[] {
  if (subject.kind === 'session') {
    return !subject.provincial && isFunded(subject.session) ? [{ path: subject.path, of: subject.session }] : [];
  }
  if (subject.tcmOnly) return [];
  return subject.batches.flatMap(({ path, batch }) =>
    isFunded(batch) ? [{ path, label: same(readOr(() => batch.title, '')), of: batch }] : [],
  );
}

export default defineRule({
  id: 'training/hospital-funding',
  modality: 'must',
  subject: ['session', 'base'],
  on: (subject) => fundedIn(subject),
  judge: ({ path, of: { funding = [] } }) =>
    funding.map(
      (item, index): Check =>
        () => {
          const { source } = item;
          const amount = readOr(() => ` ${item.amount}`, undefined);
          return judged(!barred.includes(source), () => ({
            fail: `${path}/funding/${index}`,
            message: {
              zh: `院级和省外培训不能使用${nameOf(source).zh}`,
              en: `Hospital-level and out-of-province training is not paid from ${source}`,
            },
            expected: { zh: '住培经费或自筹', en: 'residency-fund or self' },
            actual: {
              zh: `${nameOf(source).zh}${amount === undefined ? '' : `${amount} 元`}`,
              en: `${source}${amount === undefined ? '' : `${amount} yuan`}`,
            },
          }));
        },
    ),
  hints: () => ({
    '/funding': {
      zh: `院级不能用${barredNames.zh}`,
      en: `hospital level: not from ${barredNames.en}`,
      level: 'hospital',
    },
    '/outOfProvince/*/funding': { zh: `不能用${barredNames.zh}`, en: `not from ${barredNames.en}` },
  }),
  words: {
    title: { zh: '院级和省外培训的经费', en: 'Funds of hospital-level and out-of-province training' },
    asks: {
      zh: '院级培训和省外培训的经费由基地自行解决，可适当从住培经费中列支。',
      en: 'A base pays for its hospital-level and out-of-province training itself, residency funds included.',
    },
    reading: {
      zh: '省财、央财专项只安排给省级培训班，所以出现在院级或省外培训里算不合格。',
      en: 'The provincial and central funds are for provincial sessions, so they are out of place here.',
    },
    verdict: {
      zh: '写了“经费”的每期院级班、每批省外培训各判一次，有一笔省财或央财经费就不通过（只有中医类别的基地除外）。',
      en: 'Each hospital-level session and each out-of-province batch with funding is judged, save those of a base of Chinese medicine only. One item from the provincial or central fund fails.',
    },
    remedy: { zh: '改用住培经费或自筹', en: 'Use residency-fund or self' },
  },
});
