import { counted, same, type Words } from '../model/finding.ts';
import type { EditionRecord } from '../model/record-types.ts';
import { Bases, type ListedBase } from '../notices/bases.ts';
import { type Edition, Editions, editionFrom } from '../notices/edition.ts';
import { unsoundIn } from '../notices/unsound.ts';
import { annexRows, bases, codes, doubles } from './cells.ts';
import { clauses, judges } from './clauses.ts';
import type { Mistake } from './edition-text.ts';
import { heading, years } from './heading.ts';
import { missing } from './schema-mistakes.ts';

/** What an edition is held against: the other editions in use besides the product's own, and the bases that the config lists. */
export interface Known {
  further: readonly Edition[];
  listed: readonly ListedBase[] | undefined;
}

/** What is wrong in an edition whose data are as the schema asks: what does not fit together, or does not fit the others. */
export const soundness = (
  data: EditionRecord,
  { further, listed }: Known,
  misspelt: ReadonlySet<string> = new Set(),
): Mistake[] => {
  const edition = editionFrom(data);
  // One of the product's own, read from its file, is not held against itself.
  const others = new Editions([...further]);
  const isSame = (other: Edition) => other.notice === edition.notice && other.edition === edition.edition;
  const editions = others.all.filter((other) => !isSame(other));
  return [
    ...heading(edition, editions),
    ...years(edition),
    ...bases(edition, new Bases(others, listed)),
    ...unsound(data, misspelt),
    ...annexRows(edition),
    ...doubles(edition),
    ...codes(edition),
    ...clauses(edition),
    ...judges(edition),
    ...drafts(edition),
  ];
};

/** What keeps it from judging, but for values that are only misspelt. */
const unsound = (data: EditionRecord, misspelt: ReadonlySet<string>): Mistake[] =>
  unsoundIn(data).flatMap(({ absent, ...mistake }) =>
    absent === undefined ? mistake : misspelt.has(absent) ? [] : missing(data.notice, '/values', absent),
  );

/** How many of the things left are named. */
const MOST_NAMED = 5;

/** What nobody has compared with the notice yet. */
function drafts({ drafts: left }: Edition): Mistake[] {
  const [first] = left;
  if (first === undefined) return [];
  const named = left
    .slice(0, MOST_NAMED)
    .map((path): Words => (path === '' ? { zh: '抬头', en: 'the heading' } : same(path.slice(1))));
  const more = left.length > MOST_NAMED ? { zh: ' 等', en: ' …' } : same('');
  return [
    {
      rule: 'edition/draft',
      path: `${first}/draft`,
      atKey: true,
      message: {
        zh: `还有 ${left.length} 项没有核对：${named.map(({ zh }) => zh).join('、')}${more.zh}`,
        en: `${counted(left.length, 'thing')} not looked over: ${named.map(({ en }) => en).join(', ')}${more.en}`,
      },
      remedy: {
        zh: '对着新通知看一项，就删去它的 draft: true；都删完了，才能写进配置的 editions',
        en: 'Compare each with the notice and delete its draft: true; then the config may name the edition',
      },
    },
  ];
}
