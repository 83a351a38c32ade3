// How wide the library takes a text to be, line by line the widest.
declare module 'cli-table3/src/utils.js' {
  export function strlen(text: string): number;
}
