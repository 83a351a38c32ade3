const NOTHING = /^(?:[-–—/\\]+|…+|待定|未定|暂无|无|不详|不适用|略)$/;

/** Whether a text says that there is none, or none yet, as forms are filled in where nothing is to be said: `无`, `/`, `待定`. */
export const saysNothing = (text: string): boolean => NOTHING.test(text.trim());
