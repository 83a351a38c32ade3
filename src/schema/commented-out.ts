import type { Words } from '../model/finding.ts';
import { canRead } from './values/index.ts';
import type { Property, Shape } from './vocabulary/shape.ts';
import { valueTypeOf } from './vocabulary/value-type.ts';

/**
 * Says of keys that are missing where their value stands behind a #, in the text of the object that lacks them; undefined
 * where none does. A remark that only explains the key is no value.
 */
export function unreadWords(text: string, missing: readonly Property[]): Words | undefined {
  if (!text.includes('#')) return undefined;
  const found = missing.flatMap(({ name, title, shape }) => {
    const key = new RegExp(`^(?:[ \\t]*(#))?[ \\t]*(?:- +)?(${title}|${name})[:：][ \\t]*(#?)([ \\t]*)(.*)$`, 'm');
    const [, before, written, behind, blank = '', rest = ''] = key.exec(text) ?? [];
    const value = rest.trimEnd();
    const isUnread = before ? !behind && isValue(value, shape, '') : behind && isValue(value, shape, blank);
    return isUnread ? [{ zh: `“${written}”的“${value}”`, en: `"${value}" of "${written}"` }] : [];
  });
  if (found.length === 0) return undefined;
  return {
    zh: `${found.map(({ zh }) => zh).join('、')}写在“#”后面，程序不看，去掉“#”`,
    en: `${found.map(({ en }) => en).join(', ')} stands behind a #, where it is not read: take the # away`,
  };
}

/** Whether a text, with the blanks between it and its #, is just what can stand as a value; any can for a text, where nothing parts the two. */
export function isValue(text: string, shape: Shape, blanks: string): boolean {
  if (text === '') return false;
  const type = valueTypeOf(shape);
  if (type !== undefined) return canRead(type, text);
  switch (shape.type) {
    case 'text':
      return shape.codes.length > 0 ? shape.forms.has(text) : blanks === '';
    case 'array':
      return text
        .replace(/^\[|\]$/g, '')
        .split(/[、,，\s]+/)
        .every((item) => isValue(item, shape.items, ' '));
    default:
      return false;
  }
}
