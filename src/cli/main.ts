import { Command, CommanderError } from 'commander';
import type { Language } from '../model/finding.ts';
import { isUsageError, UsageError } from '../model/usage-error.ts';
import { version } from '../model/version.ts';
import { inert } from '../text/visible.ts';
import { localise, parserErrorWords, parserOutput, wantedLanguage } from './language.ts';
import { ERROR, write } from './standard-streams.ts';
import { tell } from './tell.ts';

/** Makes a command; `exit` takes the exit code that it ends with. */
type MakeCommand = (lang: Language, exit: (code: number) => void) => Command;

/** The commands, in the order in which help lists them. */
const commands: Record<string, () => Promise<MakeCommand>> = {
  init: async () => (await import('./commands/init.ts')).initCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  merge: async () => (await import('./commands/merge.ts')).mergeCommand,
  fix: async () => (await import('./commands/fix.ts')).fixCommand,
  watch: async () => (await import('./commands/watch.ts')).watchCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  deadlines: async () => (await import('./commands/deadlines.ts')).deadlinesCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  clauses: async () => (await import('./commands/clauses.ts')).clausesCommand,
  edition: async () => (await import('./commands/edition.ts')).editionCommand,
  web: async () => (await import('./commands/web.ts')).webCommand,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand,
  lsp: async () => (await import('./commands/lsp.ts')).lspCommand,
  completion: async () => (await import('./commands/completion.ts')).completionCommand,
  help: async () => (await import('./commands/help.ts')).helpCommand,
};

/** Commands that tell of all others. */
const ABOUT_ALL = ['completion', 'help'];

/** What makes the commands that a call may mean: one alone where it is named first, for what the others need takes a fifth of a start. */
function commandsFor([first = '']: readonly string[]): (() => Promise<MakeCommand>)[] {
  const named = ABOUT_ALL.includes(first) || !Object.hasOwn(commands, first) ? undefined : commands[first];
  return named ? [named] : Object.values(commands);
}

/** Runs the command line and returns the exit code: 0 clean, 1 findings, 2 a call that cannot be carried out, 3 a fault of the tool. */
export async function main(argv: readonly string[]): Promise<number> {
  const lang = wantedLanguage(argv);
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  let code = 0;
  const program = localise(new Command('hn-gp'), lang)
    .description(
      word(
        '检查海南省住培和全科医生培训的计划、培训班和结对帮扶是否符合三份通知',
        'Checks plans, sessions and pairings of GP and residency training in Hainan against the three notices',
      ),
    )
    .version(version, '-V, --version', word('显示版本号', 'show the version'))
    .option(
      '--lang <zh|en>',
      word('语言（默认 zh），写在命令前后都行', 'language (default zh), before or after the command'),
    )
    .hook('preAction', (program, command) => {
      command.setOptionValue('lang', program.opts().lang);
      requireNothingEmpty(command);
    })
    .addHelpText(
      'after',
      word(
        '\n常用：\n  hn-gp init plan                  写一份带说明的起始文件 plan.yaml\n  hn-gp check plan.yaml            检查一份计划\n  hn-gp check plans --format csv -o 结果.csv   检查一个文件夹，结果用 Excel 打开\n\nEnglish: hn-gp --help --lang en',
        '\nOften used:\n  hn-gp init plan                        write plan.yaml, a commented starter\n  hn-gp check plan.yaml                  check one plan\n  hn-gp check plans --format csv -o result.csv   check a folder, for Excel',
      ),
    );
  const exit = (exitCode: number) => {
    code = exitCode;
  };
  for (const load of commandsFor(argv)) program.addCommand((await load())(lang, exit));
  try {
    await parse(program, argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      tell(parserErrorWords(error, program.args, nameOf(program, program.args)), lang);
      return 2;
    }
    if (isUsageError(error)) {
      tell(error.words, lang);
      return 2;
    }
    if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
      tell(
        {
          zh: '当前文件夹不在了，可能已被删除或移走；请换到别的文件夹再运行',
          en: 'the working folder is gone, deleted or moved away; change to another and run it again',
        },
        lang,
      );
      return 2;
    }
    await tellFault(error, lang);
    return 3;
  }
}

/** Tells of a fault of the tool, and how to report it. */
export async function tellFault(error: unknown, lang: Language): Promise<void> {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const system = [`hn-gp ${version}`, `Node ${process.version}`, process.platform];
  await write(ERROR, [
    inert(
      lang === 'zh'
        ? `hn-gp: 程序出错了，这不是您的文件的问题。请把下面的内容和所用的命令、文件一起报告给维护者。\n${system.join('，')}\n${detail}\n`
        : `hn-gp: a fault of the tool, not of your files. Please report what follows with the command and the files to the maintainers.\n${system.join(', ')}\n${detail}\n`,
    ),
  ]);
}

/** Runs the command that some arguments name, or prints the help or version that they ask for. */
async function parse(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || (error.exitCode !== 0 && error.code !== 'commander.help')) throw error;
    // Without a command the parser writes its help to standard error, which is not shown.
    if (error.exitCode !== 0)
      (program.commands.find((each) => each.name() === program.args[0]) ?? program).outputHelp();
    const { writeText } = await import('./output.ts');
    await writeText(undefined, parserOutput());
  }
}

/** How the command is called that some arguments lead to, as far as they name one. */
function nameOf(command: Command, [first, ...others]: readonly string[]): string {
  const next = command.commands.find((each) => each.name() === first);
  return next ? `${command.name()} ${nameOf(next, others)}` : command.name();
}

/** Throws a UsageError where an argument or the value of an option is empty: a shell puts that where a variable has no value. */
function requireNothingEmpty(command: Command): void {
  const argument = command.registeredArguments.find((_, index) => [command.processedArgs[index]].flat().includes(''));
  if (argument)
    throw new UsageError(
      `参数“${argument.name()}”是空的（也许是变量没有值）`,
      `the argument "${argument.name()}" is empty (a variable without a value?)`,
    );
  const option = command.options.find((each) => [command.getOptionValue(each.attributeName())].flat().includes(''));
  if (option)
    throw new UsageError(
      `选项“${option.long}”的内容是空的（也许是变量没有值）`,
      `the value of the option "${option.long}" is empty (a variable without a value?)`,
    );
}
