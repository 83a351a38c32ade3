import type { ErrorObject } from 'ajv';

/** A compiled validator: true, or false with its errors in `errors`. */
export interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/** The compiled validators by schema name; each is set up when a record of its kind is first met. */
const loaders = {
  plan: () => import('./compiled/validate-plan.js'),
  session: () => import('./compiled/validate-session.js'),
  province: () => import('./compiled/validate-province.js'),
  pairing: () => import('./compiled/validate-pairing.js'),
  'city-program': () => import('./compiled/validate-city-program.js'),
  edition: () => import('./compiled/validate-edition.js'),
  config: () => import('./compiled/validate-config.js'),
};

/** The validator compiled from a schema. */
export async function validatorOf(schema: keyof typeof loaders): Promise<Validator> {
  return (await loaders[schema]()).validate;
}
