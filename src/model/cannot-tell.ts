import type { Words } from './finding.ts';

/**
 * Thrown where a rule would have to read what is not to be read, or compare what is not known yet. The engine makes the
 * verdict unknown of it, so that no rule has to think of it, and none can forget to.
 */
export class CannotTell {
  readonly reason: Words;
  /** How many members of a list it may be, where it is one. */
  readonly most: number;

  constructor(reason: Words, most = 1) {
    this.reason = reason;
    this.most = most;
  }
}

/** What is read, or why it cannot be told. */
export function attempt<Value>(read: () => Value): Value | CannotTell {
  try {
    return read();
  } catch (error) {
    return whyNot(error);
  }
}

/** Why something cannot be told, by what was thrown; any other error is thrown on. */
export function whyNot(error: unknown): CannotTell {
  if (error instanceof CannotTell) return error;
  throw error;
}

/** What is read, or what stands in for it where it cannot be told. */
export function readOr<Value, Else>(read: () => Value, otherwise: Else): Value | Else {
  const value = attempt(read);
  return value instanceof CannotTell ? otherwise : value;
}

/** A value that is made when first asked for; where it cannot be told, it never can. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value | CannotTell } | undefined;
  return () => {
    made ??= { value: attempt(make) };
    if (made.value instanceof CannotTell) throw made.value;
    return made.value;
  };
}
