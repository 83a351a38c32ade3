/** The value, where it cannot be missing; if it is, an Error names it, for the fault is ours and not the author's. */
export function present<Value>(value: Value | undefined | null, what: string): Value {
  if (value === undefined || value === null) throw new Error(`There is no ${what} where there must be one`);
  return value;
}
