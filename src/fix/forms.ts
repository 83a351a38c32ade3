import type { Edit } from '../model/finding.ts';
import type { HoursPerDay } from '../schema/vocabulary/forms.ts';
import { translate } from '../schema/vocabulary/translate.ts';
import { Lines } from '../text/lines.ts';
import { parseYaml } from '../tree/yaml/parse.ts';

/** A value that is read as meant and written otherwise than in the first of its forms; `source` is its line. */
export interface Rewritten {
  line: number;
  column: number;
  source: string;
  written: string;
  first: string;
  edit: Edit;
}

/** A day in digits, as plain `hn-gp fix` has always written it out. */
const DAY_IN_DIGITS = /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/;

/**
 * What is not written in the first of its forms in the documents of a text that can be read; `all` of it, or days in digits
 * alone. Written so, each is read as the same value.
 */
export function otherForms(text: string, all: boolean, hoursPerDay: HoursPerDay): Rewritten[] {
  const { documents, problems } = parseYaml(text, 'failsafe');
  const broken = new Set(problems.map(({ document }) => document));
  const lines = new Lines(text);
  return documents
    .filter((_, index) => !broken.has(index))
    .flatMap((document) => translate(document, hoursPerDay).otherForms)
    .map(({ start, end, first }) => {
      const { line, column } = lines.range(start, end);
      return {
        line,
        column,
        source: lines.lineText(line),
        written: text.slice(start, end),
        first,
        edit: { start, end, text: first },
      };
    })
    .filter(({ written, first }) => all || (DAY_IN_DIGITS.test(written) && DAY_IN_DIGITS.test(first)));
}
