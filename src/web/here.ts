import type { Language, Words } from '../model/finding.ts';

/** What the command line calls, and what the page has for it. */
const HERE: readonly [RegExp, Words][] = [
  [/hn-gp fix/g, { zh: '本页的“自动改好”', en: '“Mend” on this page' }],
  [/hn-gp init(?: plan)?(?: --xlsx)?/g, { zh: '本页的“新建起始表”', en: '“New workbook” on this page' }],
  [/(?:用|with) --edition/g, { zh: '在“其他设置”里选它', en: 'under Other settings' }],
  [/--edition/g, { zh: '自备的通知版本 ', en: 'The edition' }],
  [/--policy/g, { zh: '“按哪些通知判定”里的选择', en: 'the choice of notices' }],
  [/--base/g, { zh: '“基地全称”', en: '“Full name of the base”' }],
  [/--start/g, { zh: '“第一天”', en: '“First day”' }],
];

/** What was said for a terminal, for who has this page: it names the buttons that do here what commands do there. */
export const saidHere = (said: string, lang: Language): string =>
  HERE.reduce((text, [call, words]) => text.replace(lang === 'zh' ? withBlanks(call) : call, words[lang]), said);

/** Chinese has no blanks around what is no call. */
const withBlanks = ({ source, flags }: RegExp): RegExp => new RegExp(` ?(?:${source}) ?`, flags);
