declare module 'write-file-atomic' {
  /**
   * Writes beside the file first, then puts that in its place; a link's target is what is replaced. Data that is undefined
   * is left to who is told of the file beside, once it is made.
   */
  export default function writeFileAtomic(
    file: string,
    data: undefined,
    options: { tmpfileCreated(beside: string): Promise<void> | void },
  ): Promise<void>;
}
