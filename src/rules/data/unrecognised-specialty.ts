import { defineDataRule } from '../../engine/rule.ts';
import { same, type Words } from '../../model/finding.ts';
import { Categories } from '../../notices/categories.ts';
import { categoriesTable } from '../../notices/tables.ts';
import { bareForm } from '../../schema/vocabulary/bare-form.ts';
import { type Code, itemShape, propertyAt } from '../../schema/vocabulary/shape.ts';
import { memberPath } from '../common/member-path.ts';

/** The directory of specialties, as the schema of sessions has it. */
function directory(): readonly Code[] {
  const shape = itemShape(propertyAt('session', '/specialty')?.shape);
  return shape?.type === 'text' ? shape.codes : [];
}

/** The longest name of the directory that a text contains; in Chinese a code goes by its title. */
function nameWithin(text: string): Words | undefined {
  const names = directory().flatMap(({ code, title, synonyms = [] }): Words[] => [
    ...[title, ...synonyms].map(same),
    { zh: title, en: code },
  ]);
  return names
    .filter(({ en }) => bareForm(text).includes(bareForm(en)))
    .sort((one, other) => other.en.length - one.en.length)[0];
}

export default defineDataRule({
  id: 'data/unrecognised-specialty',
  severity: 'info',
  reads: { categories: categoriesTable },
  subject: 'session',
  on: (session) => [...(session.session.specialty?.keys() ?? [])].map((index) => ({ session, index })),
  judge: ({ session, index }, { categories }) => {
    const specialty = session.session.specialty?.[index];
    if (specialty === undefined) return 'pass';
    if (directory().some(({ code }) => code === specialty)) return 'pass';
    if (new Categories(categories).names(specialty)) return 'pass';
    const within = nameWithin(specialty);
    const unsaid = {
      fail: memberPath(session.record, session.at('specialty'), index),
      expected: { zh: '目录里的专业', en: 'a specialty of the directory' },
      actual: specialty,
    };
    return within === undefined
      ? {
          ...unsaid,
          message: {
            zh: `专业“${specialty}”不在目录里，照写保留；只对某个专业提的要求，这一期没有判`,
            en: `The specialty "${specialty}" is not in the directory and was kept as written; what is asked of single specialties was not judged here`,
          },
        }
      : {
          ...unsaid,
          severity: 'warning',
          message: {
            zh: `专业“${specialty}”不在目录里，但${bareForm(specialty).includes(bareForm(within.zh)) ? '含有' : '像是'}“${within.zh}”；对“${within.zh}”的专门要求，这一期没有判`,
            en: `The specialty "${specialty}" is not in the directory, yet contains "${within.en}"; what is asked of that specialty was not judged here`,
          },
          remedy: {
            zh: `如果就是“${within.zh}”，专业写“${within.zh}”；不是的，可以不改`,
            en: `If it is "${within.en}", write just that; if not, leave it`,
          },
        };
  },
  words: () => ({
    title: { zh: '专业写目录里的名称', en: 'The specialty is one of the directory' },
    asks: {
      zh: '专业最好写目录里的名称或常用叫法（如 全科、全科医学科、麻醉学）。通知另外列出的专业也认得。别的写法照写保留，但是认不出是哪个专业，对那个专业的专门要求就判不了。',
      en: 'The specialty is best written as a name of the directory or a usual one for it (全科, 全科医学科, 麻醉学). So is one that the notice lists besides. Any other text is kept, but which specialty it is cannot be told, and what is asked of that specialty cannot be judged.',
    },
    reading: {
      zh: '字母大小写、空格、全角字母和繁体字不影响辨认。文字里含有目录名称的（如“全科科”），多半是写法不同，报警告；完全不像的只提示。外科的亚专科不算通知所列的“外科”。',
      en: 'Letter case, blanks, full-width letters and traditional characters make no difference. A text that contains a name of the directory is a warning, since most likely it is that specialty; any other is for information. A subspecialty of surgery is not the surgery that the notice lists.',
    },
    remedy: {
      zh: '改成目录里的名称；目录里没有的，可以不改',
      en: 'Write the name of the directory; where it has none, leave it',
    },
  }),
});
