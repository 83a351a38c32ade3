const none = '[-–—/\\\\－／]+|…+|无|不适用|略';

/** A text that says that there is none, as forms are filled in where nothing is to be said: `无`, `/`. */
export const NONE = new RegExp(`^\\s*(?:${none})\\s*$`);

/** One that says that there is none, or that it is not known yet: `无`, `/`, `待定`. */
export const NOTHING = new RegExp(`^\\s*(?:${none}|待定|未定|暂无|不详)\\s*$`);

/** Whether a text says that there is none, or none yet. */
export const saysNothing = (text: string): boolean => NOTHING.test(text);
