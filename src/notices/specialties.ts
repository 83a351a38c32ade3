import specialties from '../generated/specialties.json' with { type: 'json' };
import type { SpecialtiesRecord } from '../model/record-types.ts';

const counted = new Map(
  (specialties as SpecialtiesRecord['specialties']).map(({ code, countsAs = code }) => [code, countsAs]),
);

/** As which specialty the annex has one: itself, unless the directory says otherwise. */
export const countedAs = (specialty: string): string => counted.get(specialty) ?? specialty;
