import { width } from './width.ts';

// A word, or one character of Chinese, with the punctuation that may not be parted from it; a clause locator is one word.
const tokens = () =>
  /(?:[^\s\p{Script=Han}，。、；：？！（）“”]+|\p{Script=Han}（\p{Script=Han}）|[（“]?.)[,，。、；：？！）”]*\s*/gu;

/** A text in lines of at most so many terminal cells, broken between words or Chinese characters; a longer word stays whole. */
export function wrapped(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const [token] of text.matchAll(tokens())) {
    if (line !== '' && taken + width(token.trimEnd()) > cells) {
      lines.push(line.trimEnd());
      line = '';
      taken = 0;
    }
    line += token;
    taken += width(token);
  }
  return [...lines, line.trimEnd()];
}
