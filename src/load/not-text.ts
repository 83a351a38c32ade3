import type { Finding, Words } from '../model/finding.ts';
import type { Decoded } from '../text/decode.ts';
import { CONFIG_FILE } from './files.ts';
import type { LoadedFile } from './loaded.ts';

/** Largest file that is read, in bytes: a year's plan with every participant named is well under one megabyte. */
export const MAXIMUM_BYTES = 5_000_000;

/** Largest workbook that is read, in bytes: photos in it may take many times what its cells do, and are not unpacked. */
const MAXIMUM_WORKBOOK_BYTES = 50_000_000;

/** Largest file of a name that is read, in bytes. */
export const mostBytes = (file: string): number => (isNamedWorkbook(file) ? MAXIMUM_WORKBOOK_BYTES : MAXIMUM_BYTES);

/** Whether a file is a workbook by its name. */
export const isNamedWorkbook = (file: string): boolean => /\.xls[xm]$/i.test(file);

/** Whether a file is a table of another program by its name. */
export const isOtherTable = (file: string): boolean =>
  /\.(?:xls|xlsb|xlt|ods|fods|et|ett|csv|tsv|numbers)$/i.test(file);

/** What is said of a table of another program. */
export const otherTable: FileProblem = {
  rule: 'yaml/encoding',
  line: 1,
  message: { zh: '这种表格文件读不了，只读 .xlsx', en: 'A table of this kind is not read; only .xlsx is' },
  remedy: {
    zh: '用 Excel 或 WPS 打开，另存为 .xlsx 工作簿，再检查那一份',
    en: 'Open it in Excel or WPS, save it as an .xlsx workbook and check that',
  },
};

/** Whether a file is named like the config, save for its ending, so that it is none. */
export const isMisnamedConfig = (file: string): boolean => /(?:^|[\\/])hn-gp\.config\.yml$/i.test(file);

/** What is said of a config by a name that none has. */
export const misnamedConfig: FileProblem = {
  rule: 'schema/kind',
  line: 1,
  message: {
    zh: `这是配置，不是记录，也没有用上：配置文件的名字是 ${CONFIG_FILE}`,
    en: `This is a config and no record, and was not used: a config is named ${CONFIG_FILE}`,
  },
  remedy: { zh: `改名为 ${CONFIG_FILE}`, en: `Rename it to ${CONFIG_FILE}` },
};

/** The result for a file too large to read; `size` in bytes. */
export const loadTooLarge = (file: string, size: number): LoadedFile => fileProblem(file, tooLarge(file, size));

interface FileProblem {
  rule: 'yaml/encoding' | 'yaml/limit' | 'schema/kind';
  line: number;
  message: Words;
  remedy: Words;
}

/** A size in bytes that is too large as it is said, rounded up: 5,000,001 bytes are more than 5 MB. */
export const megabytes = (size: number): string => (Math.ceil(size / 1e5) / 10).toFixed(1);

/** What is said of a file larger than is read; `size` in bytes. */
export const tooLarge = (file: string, size: number): FileProblem => ({
  rule: 'yaml/limit',
  line: 1,
  message: {
    zh: `文件有 ${megabytes(size)} MB，超过 ${mostBytes(file) / 1e6} MB，没有读`,
    en: `The file has ${megabytes(size)} MB, more than ${mostBytes(file) / 1e6} MB, and was not read`,
  },
  remedy: {
    zh: '计划文件只有几十 KB；请核对是不是选错了文件，或分成几个文件',
    en: 'A plan has some tens of kilobytes: check that this is the right file, or split it',
  },
});

/** What is said of a file whose bytes are no text that is read. */
export function notText(decoded: Extract<Decoded, { problem: string }>): FileProblem {
  const rule = 'yaml/encoding';
  const save = {
    zh: '用记事本等打开，另存为 UTF-8 编码的 YAML 文本',
    en: 'Open it in an editor and save it as YAML text in UTF-8',
  };
  const otherwise = {
    zh: '用 hn-gp init 生成一份，再把内容填进去；喜欢用 Excel 的，用 hn-gp init plan --xlsx 生成工作簿',
    en: 'Make a file with hn-gp init and fill it in; in Excel, with hn-gp init plan --xlsx',
  };
  switch (decoded.problem) {
    case 'excel':
      return {
        rule,
        line: 1,
        message: {
          zh: '这是 Excel 工作簿，改了文件名也不会变成文本',
          en: 'This is an Excel workbook; another file name does not make it a text',
        },
        remedy: {
          zh: '把文件名改回 .xlsx，再检查',
          en: 'Name it .xlsx again, and check that',
        },
      };
    case 'word':
    case 'office':
    case 'pdf':
    case 'zip':
    case 'web':
    case 'rtf': {
      const name = {
        word: { zh: 'Word 文档', en: 'a Word document' },
        office: { zh: '旧版 Word 或 Excel 文件', en: 'an old Word or Excel file' },
        pdf: { zh: 'PDF 文件', en: 'a PDF file' },
        zip: { zh: '压缩文件', en: 'an archive' },
        web: { zh: '网页（或存成网页的 Word、Excel 文件）', en: 'a web page, or a Word or Excel file saved as one' },
        rtf: { zh: 'RTF 文档', en: 'an RTF document' },
      }[decoded.problem];
      return {
        rule,
        line: 1,
        message: { zh: `这是${name.zh.replace(/^(?=[A-Z])/, ' ')}，不是文本`, en: `This is ${name.en}, not a text` },
        remedy: otherwise,
      };
    }
    case 'binary':
      return {
        rule,
        line: 1,
        message: { zh: '这不是文本文件', en: 'This is no text file' },
        remedy: otherwise,
      };
    case 'misread':
    case 'question-marks':
      return {
        rule,
        line: 1,
        message:
          decoded.problem === 'misread'
            ? {
                zh: '文字全成了乱码：有程序把 UTF-8 当成 GBK 转了一遍',
                en: 'The text is garbled: some program took its UTF-8 for GBK',
              }
            : {
                zh: '汉字全成了问号：有程序转换文字时把汉字丢了',
                en: 'The Chinese was lost: some program put question marks in its place',
              },
        remedy: {
          zh: '内容已经找不回来，请用原来的文件。这多半是 PowerShell 的 > 或 | 弄的：要检查就直接写文件名（hn-gp check 文件名），要存结果就用 -o 文件名',
          en: "What was lost cannot be had back: use the original file. PowerShell's > and | do this: name the file itself (hn-gp check FILE), and save with -o FILE",
        },
      };
    case 'western':
    case 'replaced':
      return {
        rule,
        line: 1,
        message:
          decoded.problem === 'western'
            ? {
                zh: '文字全成了乱码：有程序把汉字当成西文字母转了一遍',
                en: 'The text is garbled: some program took its Chinese for Western letters',
              }
            : {
                zh: '文字全成了乱码：有程序用错了编码打开，认不出的字存成了“\ufffd”',
                en: 'The text is garbled: some program opened it in a wrong encoding and saved \ufffd for what it could not read',
              },
        remedy: {
          zh: '内容已经找不回来，请用原来的文件；UTF-8、GBK 的都能直接检查，不用先转编码',
          en: 'What was lost cannot be had back: use the original file; in UTF-8 or GBK it is checked as it is',
        },
      };
    case 'damaged':
      return {
        rule,
        line: decoded.line,
        message: {
          zh: '这一行有损坏的字符（不是正确的 UTF-8）',
          en: 'A character on this line is damaged (not valid UTF-8)',
        },
        remedy: {
          zh: '改正这一行的乱码，存为 UTF-8',
          en: 'Mend the garbled characters on this line and save in UTF-8',
        },
      };
    case 'neither':
      return {
        rule,
        line: 1,
        message: {
          zh: '文件既不是 UTF-8，也不是 GB18030（GBK）编码',
          en: 'The file is neither in UTF-8 nor in GB18030 (GBK)',
        },
        remedy: save,
      };
  }
}

const plain = { policy: null, clause: null, modality: null } as const;

/** The result for a file that is not read at all. */
export function fileProblem(file: string, { rule, line, message, remedy }: FileProblem): LoadedFile {
  const finding: Finding = {
    ...plain,
    rule,
    severity: 'error',
    message,
    remedy,
    expected: null,
    actual: null,
    file,
    path: '',
    subject: null,
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
    source: '',
  };
  return { file, records: [], recordCount: 0, unjudged: [], findings: [finding], text: () => '' };
}
