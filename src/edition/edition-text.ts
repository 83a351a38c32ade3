import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Finding, Severity, Stretch, Words } from '../model/finding.ts';
import { type Mended, mend } from '../recovery/mend.ts';
import type { Slip } from '../recovery/slip.ts';
import { slipWords } from '../recovery/words.ts';
import { mendedLine } from '../text/edits.ts';
import { Lines } from '../text/lines.ts';
import { type Parsed, parseYaml, type YamlDocument } from '../tree/yaml/parse.ts';
import { segmentsOf } from '../tree/yaml/positions.ts';
import { slipsIn } from './slips.ts';

/** What is wrong with something in an edition, and how to mend it. */
export interface Mistake {
  rule: string;
  severity?: Severity;
  /** JSON pointer of what it is about. */
  path: string;
  /** Whether it is the key that is wrong, or that stands for what is not there; else the value. */
  atKey?: boolean;
  message: Words;
  remedy: Words;
  expected?: Words;
  actual?: Words;
}

/** The text of an edition: what it says, its mistakes in YAML, and where everything stands. */
export class EditionText {
  /** What it says; undefined where YAML cannot be made out. */
  readonly data: unknown;
  /** Mistakes in YAML; slips are read as they were meant. */
  readonly findings: Finding[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #lines: Lines;
  readonly #mended: Mended;
  readonly #document: YamlDocument | undefined;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    this.#lines = new Lines(text);
    const { mended, parsed } = readAsMeant(text);
    this.#mended = mended;
    for (const slip of mended.slips) this.#addSlip(slip);
    for (const { rule, start, end, message, remedy } of parsed.problems)
      this.#add({ rule, path: '', message, remedy }, this.#stretch(mended.written(start), mended.written(end)));
    const [document, second] = parsed.documents;
    this.#document = document;
    if (second)
      this.#add(
        {
          rule: 'yaml/syntax',
          path: '',
          message: { zh: '一个文件里只能有一份版本', en: 'A file holds one edition' },
          remedy: { zh: '删去 ---，或者存成另一个文件', en: 'Take out the ---, or keep it in a file of its own' },
        },
        this.#stretch(mended.written(second.range[0]), mended.written(second.range[0] + 1)),
      );
    if (parsed.problems.length === 0) this.data = this.#plain(document);
  }

  /** A mistake as a finding, at its place. */
  finding(mistake: Mistake, subject: string | null): Finding {
    const { key, value } = this.#placesOf(mistake.path);
    const [first, second] = mistake.atKey ? [key, value] : [value, key];
    const stretch = this.#of(first) ?? this.#of(second) ?? this.#stretch(0, 0);
    return findingOf(this.#file, mistake, stretch, subject);
  }

  /** The line on which something begins. */
  lineOf(path: string): number {
    const { key, value } = this.#placesOf(path);
    return (this.#of(key) ?? this.#of(value) ?? this.#stretch(0, 0)).line;
  }

  #plain(document: YamlDocument | undefined): unknown {
    try {
      return document?.toJS({ maxAliasCount: 100 });
    } catch {
      this.#add(
        {
          rule: 'yaml/limit',
          path: '',
          message: {
            zh: '“*”引用没有定义过，或者展开后太多',
            en: 'An alias (*) stands for nothing, or unfolds to too much',
          },
          remedy: { zh: '不用引用，把内容直接写出来', en: 'Write the content out instead of using aliases' },
        },
        this.#stretch(0, 0),
      );
      return undefined;
    }
  }

  /** The nodes of the key and the value at a JSON pointer; of the nearest around it where it is not there. */
  #placesOf(path: string): { key?: Node | undefined; value?: Node | undefined } {
    let places: { key?: Node | undefined; value?: Node | undefined } = { value: this.#document?.contents ?? undefined };
    for (const segment of segmentsOf(path)) {
      const { value } = places;
      if (isMap(value)) {
        const pair = (value.items as Pair<Scalar, Node>[]).find(
          ({ key }) => isScalar(key) && String(key.value) === segment,
        );
        if (!pair) break;
        places = { key: pair.key, value: pair.value ?? undefined };
      } else if (isSeq(value)) {
        const item = value.items[Number(segment)];
        if (!isNode(item)) break;
        places = { value: item };
      } else break;
    }
    // Of an object over several lines, where it begins.
    const { key, value } = places;
    return path === '' && isMap(value)
      ? { key: (value.items[0] as Pair<Node> | undefined)?.key, value }
      : { key, value };
  }

  #of(node: Node | undefined): Stretch | undefined {
    if (!node?.range) return undefined;
    const { written } = this.#mended;
    const stretch = this.#stretch(written(node.range[0]), written(node.range[1]));
    if (stretch.endLine === stretch.line) return stretch;
    return { ...stretch, endLine: stretch.line, endColumn: [...stretch.source].length + 1 };
  }

  #stretch(start: number, end: number): Stretch {
    const range = this.#lines.range(start, end);
    return { ...range, source: this.#lines.lineText(range.line) };
  }

  #addSlip(slip: Slip): void {
    const { message, remedy } = slipWords(slip);
    const line = mendedLine(
      this.#text,
      slip.start,
      this.#mended.slips.flatMap(({ edits }) => edits),
    ).trim();
    const said = {
      zh: `${remedy.zh}；这一行写成 ${line}`,
      en: `${remedy.en}; the line should read ${line}`,
    };
    this.#add({ rule: 'yaml/syntax', path: '', message, remedy: said }, this.#stretch(slip.start, slip.end));
  }

  #add(mistake: Mistake, stretch: Stretch): void {
    this.findings.push(findingOf(this.#file, mistake, stretch, null));
  }
}

function findingOf(file: string, mistake: Mistake, stretch: Stretch, subject: string | null): Finding {
  const { rule, severity = 'error', path, message, remedy, expected = null, actual = null } = mistake;
  const about = { rule, severity, policy: null, clause: null, modality: null, message, remedy, expected, actual };
  return { ...about, file, path, subject, ...stretch };
}

/** A text as it is written where YAML reads it well so, else with its slips mended if it reads better then. */
function readAsMeant(text: string): { mended: Mended; parsed: Parsed } {
  const read = (slips: readonly Slip[]) => {
    const mended = mend(text, slips);
    return { mended, parsed: parseYaml(mended.text, 'core') };
  };
  const asWritten = read([]);
  const slips = slipsIn(text);
  if (slips.length === 0) return asWritten;
  const asMeant = read(slips);
  return asMeant.parsed.errors <= asWritten.parsed.errors ? asMeant : asWritten;
}
