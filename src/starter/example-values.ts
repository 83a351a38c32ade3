import { type Edition, valuesOf } from '../notices/edition.ts';

/** Values of examples, by name of the key. */
export type ExampleValues = Record<string, number | boolean | string | undefined>;

/** Values of examples that are not just any number, `true` or the first of an enumeration: such as an edition asks for. */
export function exampleValues(edition: Edition | undefined): ExampleValues {
  const values = edition?.values ?? {};
  // The notices have no name of a value in common.
  const { baseFunds, examPassMark } = valuesOf<'training'>(values);
  const { recruitmentShare, surplusIncentive, basicPayShare, postUplift } = valuesOf<'haikou'>(values);
  return {
    source: baseFunds?.[0] ?? 'residency-fund',
    score: Math.max(85, examPassMark ?? 0),
    amount: 20000,
    serviceYears: 6,
    total: 100,
    gp: Math.max(25, percent(recruitmentShare ?? 0)),
    available: 100,
    incentive: Math.max(70, percent(surplusIncentive ?? 0)),
    basic: Math.min(30, percent(basicPayShare ?? 1)),
    postUplift: Math.min(0.01, postUplift ?? 1),
    outOfProvince: false,
    breached: false,
    creditRecord: false,
    contractIncomeInTotal: false,
  };
}

/** A share of 100, to the hundredth, since shares are no exact binary numbers. */
const percent = (share: number): number => Number((share * 100).toFixed(2));
