// The package's own types leave its dictionaries out.
declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs of characters, traditional and simplified, parted by `|`. */
  const pairs: string;
  export default pairs;
}
