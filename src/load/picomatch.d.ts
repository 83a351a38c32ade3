// The part of picomatch that is used; it comes without types.
declare module 'picomatch' {
  export default function picomatch(
    glob: string | readonly string[],
    options?: { nocase?: boolean; dot?: boolean },
  ): (path: string) => boolean;
}
