declare module 'write-file-atomic' {
  /** Writes beside the file first, then puts that in its place; a link's target is what is replaced. */
  export default function writeFileAtomic(file: string, data: string | Uint8Array): Promise<void>;
}
