/** Whether a text has a Chinese character. Most have a usual one, of which Unicode's tables need not be asked: a start would wait for them. */
export const hasChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text) || /\p{Script=Han}/u.test(text);
