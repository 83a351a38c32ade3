/** A text that may be too long to be held as a whole, in pieces that are made as they are taken. */
export class LongText {
  readonly #make: () => Iterable<string>;

  constructor(make: () => Iterable<string>) {
    this.#make = make;
  }

  pieces(): Iterable<string> {
    return this.#make();
  }

  /** The text as a whole, for who needs it so. */
  toString(): string {
    return [...this.#make()].join('');
  }
}
