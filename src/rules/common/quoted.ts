import { same, type Words } from '../../model/finding.ts';

/** Names of keys in a row, in quotation marks: “签到”“禁带手机”, "signIn" and "phonesBanned". */
export function quoted(names: readonly Words[]): Words {
  const last = names.at(-1) ?? same('');
  const others = names.slice(0, -1).map(({ en }) => `"${en}"`);
  return {
    zh: names.map(({ zh }) => `“${zh}”`).join(''),
    en: [...(others.length > 0 ? [others.join(', ')] : []), `"${last.en}"`].join(' and '),
  };
}
