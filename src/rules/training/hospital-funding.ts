import { type Check, defineRule, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import type { Funding } from '../../model/record-types.ts';
import { anyOf, listed } from '../../notices/value-kinds.ts';
import type { SessionSubject } from '../../records/session.ts';
import type { BaseSubject } from '../../records/subjects.ts';
import { codesAt, nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { baseFunds } from '../common/funds.ts';

const SOURCE = '/funding/0/source';
const nameOf = (source: string): Words => nameOfCode('session', SOURCE, source);

/** The funds that are not for this, in a row. */
const barredBy = (allowed: readonly string[]): Words =>
  listed(
    codesAt('session', SOURCE)
      .filter((source) => !allowed.includes(source))
      .map(nameOf),
  );

interface Funded {
  path: string;
  /** Of a batch, its title, or its place where that cannot be read. */
  label?: Words;
  /** The session or batch. */
  of: { funding?: Funding };
}

/** Whether it has any funding, even such as cannot be read. */
const isFunded = (of: Funded['of']): boolean => readOr(() => of.funding !== undefined, true);

/** A batch by its place in the list. */
function placeOf(path: string): Words {
  const place = Number(path.slice(path.lastIndexOf('/') + 1)) + 1;
  return { zh: `第 ${place} 批`, en: `batch no. ${place}` };
}

function fundedIn(subject: SessionSubject | BaseSubject): Funded[] {
  if (subject.kind === 'session') {
    return !subject.provincial && isFunded(subject.session) ? [{ path: subject.path, of: subject.session }] : [];
  }
  const funded = subject.batches.flatMap(({ path, batch }) =>
    isFunded(batch) ? [{ path, label: readOr(() => same(batch.title), placeOf(path)), of: batch }] : [],
  );
  return funded.length > 0 && subject.tcmOnly ? [] : funded;
}

export default defineRule({
  id: 'training/hospital-funding',
  modality: 'must',
  reads: { baseFunds },
  subject: ['session', 'base'],
  on: (subject) => fundedIn(subject),
  judge: ({ path, of: { funding = [] } }, { baseFunds }) =>
    funding.map(
      (item, index): Check =>
        () => {
          const { source } = item;
          const amount = readOr(() => ` ${item.amount}`, undefined);
          return judged(baseFunds.includes(source), () => ({
            fail: `${path}/funding/${index}`,
            message: {
              zh: `院级和省外培训不能使用${nameOf(source).zh}`,
              en: `Hospital-level and out-of-province training is not paid from ${source}`,
            },
            expected: anyOf(baseFunds.map(nameOf)),
            actual: {
              zh: `${nameOf(source).zh}${amount === undefined ? '' : `${amount} 元`}`,
              en: `${source}${amount === undefined ? '' : `${amount} yuan`}`,
            },
          }));
        },
    ),
  hints: ({ baseFunds }) => {
    const { zh, en } = barredBy(baseFunds.value);
    return {
      '/funding': { zh: `院级不能用${zh}`, en: `hospital level: not from ${en}`, level: 'hospital' },
      '/outOfProvince/*/funding': { zh: `不能用${zh}`, en: `not from ${en}` },
    };
  },
  words: ({ baseFunds }) => {
    const [allowed, barred] = [anyOf(baseFunds.each), barredBy(baseFunds.value)];
    return {
      title: { zh: '院级和省外培训的经费', en: 'Funds of hospital-level and out-of-province training' },
      asks: {
        zh: `院级培训和省外培训的经费由基地自己解决，用${allowed.zh}。`,
        en: `A base pays for its hospital-level and out-of-province training itself, from ${allowed.en}.`,
      },
      reading: {
        zh: `其余几种经费（${barred.zh}）不是给院级和省外培训的，写了就算不合格。`,
        en: `The other funds are not for such training, and out of place here: ${barred.en}.`,
      },
      verdict: {
        zh: `写了“经费”的每期院级班、每批省外培训各判一次，有一笔${barred.zh}就不通过（只有中医类别的基地除外）。`,
        en: `Each hospital-level session and each out-of-province batch with funding is judged, save those of a base of Chinese medicine only. One item from any of these fails: ${barred.en}.`,
      },
      remedy: { zh: `改用${allowed.zh}`, en: `Use ${allowed.en}` },
    };
  },
});
