import { type Command, type CommanderError, Help } from 'commander';
import type { Language, Words } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { visible } from '../text/visible.ts';
import { width } from '../text/width.ts';
import { callOn } from './call.ts';

/** The language asked for on the command line, before it is parsed, so that help and errors are in it too. */
export function wantedLanguage(argv: readonly string[]): Language {
  const at = argv.lastIndexOf('--lang');
  const given =
    at >= 0 ? argv[at + 1] : argv.findLast((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
  return given === 'en' ? 'en' : 'zh';
}

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const fromParser: string[] = [];

/** What the parser had to print since this was last asked: help, or the version. */
export function parserOutput(): string {
  return fromParser.splice(0).join('');
}

/** Sets a command up so that help is in the language, Chinese columns line up, and nothing is printed: errors are thrown, help is kept. */
export function localise(command: Command, lang: Language): Command {
  const zh = lang === 'zh';
  const inLanguage = (usage: string) =>
    (zh ? usage.replace('[options]', '[选项]').replace('[command]', '[命令]') : usage).replace('...', '…');
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => void fromParser.push(text), writeErr: () => {} })
    .configureHelp({
      styleTitle: (title) => (zh ? (titles[title] ?? title) : title),
      displayWidth: (text) => width(text),
      // The description says what there is to choose, in the language.
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
      commandUsage: (each) => inLanguage(new Help().commandUsage(each)),
      subcommandTerm: (each) => inLanguage(`${each.name()} ${each.usage()}`),
    })
    .helpOption('-h, --help', zh ? '显示帮助' : 'show help')
    .helpCommand(false);
}

/**
 * One line in both languages for a call that the parser could not read; `args` are those of the program, without its own
 * options, and `called` is the command that they lead to.
 */
export function parserErrorWords(error: CommanderError, args: readonly string[], called: string): Words {
  const quoted = visible(/'([^']*)'/.exec(error.message)?.[1] ?? '');
  const meant = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1];
  const hint = meant
    ? { zh: `，是不是想写 ${meant}？`, en: `; did you mean ${meant}?` }
    : { zh: `；${called} --help 列出全部`, en: `; see ${called} --help` };
  switch (error.code) {
    case 'commander.unknownOption':
      return { zh: `没有“${quoted}”这个选项${hint.zh}`, en: `unknown option "${quoted}"${hint.en}` };
    case 'commander.optionMissingArgument':
      return { zh: `选项“${quoted}”后面缺内容`, en: `the option "${quoted}" needs a value` };
    case 'commander.missingMandatoryOptionValue':
      return { zh: `还要写选项“${quoted}”`, en: `the option "${quoted}" must be given` };
    case 'commander.missingArgument':
      return { zh: `缺参数“${quoted}”，用 --help 查看写法`, en: `the argument "${quoted}" is missing; see --help` };
    case 'commander.excessArguments':
      return { zh: '参数写多了，用 --help 查看写法', en: 'too many arguments; see --help' };
    case 'commander.unknownCommand': {
      const [first = quoted] = args;
      const call = visible(callOn('check', first));
      return /\.(?:ya?ml|xls[xm])$|[\\/*]/i.test(first)
        ? {
            zh: `没有“${visible(first)}”这个命令；检查文件请写 ${call}`,
            en: `unknown command "${visible(first)}"; to check a file, write ${call}`,
          }
        : { zh: `没有“${quoted}”这个命令${hint.zh}`, en: `unknown command "${quoted}"${hint.en}` };
    }
    default:
      return { zh: `命令写得不对：${visible(error.message)}`, en: visible(error.message.replace(/^error: /, '')) };
  }
}

/** A did-you-mean for a value among a few, in both languages. */
function choiceWords(option: string, given: string, choices: readonly string[]): Words {
  const near = suggest(given, choices);
  return {
    // A blank parts Latin letters from Chinese ones.
    zh: `${option}${/\w$/.test(option) ? ' ' : ''}不能是“${visible(given)}”${near ? `，是不是想写 ${near}？` : '；'}可以写：${choices.join('、')}`,
    en: `${option} cannot be "${visible(given)}"${near ? `; did you mean ${near}?` : '.'} Choices: ${choices.join(', ')}`,
  };
}

/** The value given to an option, which must be one of a few; any other is a UsageError. */
export function choose<Choice extends string>(option: string, given: string, choices: readonly Choice[]): Choice {
  if ((choices as readonly string[]).includes(given)) return given as Choice;
  const { zh, en } = choiceWords(option, given, choices);
  throw new UsageError(zh, en);
}
