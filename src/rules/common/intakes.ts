import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { CityProgramRecord } from '../../model/record-types.ts';

/** A year's intake by its base, if it is that of one, and its year, as far as these can be read. */
export function nameOfIntake(intake: NonNullable<CityProgramRecord['recruitment']>[number]): Words {
  const [base, year] = [readOr(() => intake.base, undefined), readOr(() => intake.year, undefined)];
  const when =
    year === undefined ? { zh: '年度写错的', en: 'year not written right' } : { zh: `${year} 年`, en: `${year}` };
  return base === undefined ? when : { zh: `${base} ${when.zh}`, en: `${base} ${when.en}` };
}
