import { withoutInvisible } from '../../text/typography.ts';
import { simplified } from '../values/simplified.ts';

/** A form without what typing adds to it: full width, capitals, blanks, hyphens within, quotation marks, what is invisible, traditional characters. */
export const bareForm = (form: string): string =>
  simplified(
    withoutInvisible(form.normalize('NFKC'))
      .toLowerCase()
      .replace(/[\s_"'“”‘’「」]|(?<=.)-/g, ''),
  );
