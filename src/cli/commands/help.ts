import { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { NamedArgument } from '../arguments.ts';
import { choose, localise } from '../language.ts';

/** `hn-gp help`: the help of a command. */
export function helpCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return localise(new Command('help'), lang)
    .description(word('显示某个命令的帮助', 'Show help of a command'))
    .addArgument(
      new NamedArgument(
        word('[命令...]', '[command...]'),
        word(
          '命令，或其下的命令，如 edition new（默认全部）',
          'a command, or one below it such as edition new (default: all)',
        ),
        'command',
      ),
    )
    .action((given: readonly string[], _, { parent }: Command) => {
      let command = parent;
      for (const name of given) {
        const below = new Map(command?.commands.map((each) => [each.name(), each]));
        if (below.size === 0)
          throw new UsageError(`${command?.name()} 下面没有别的命令`, `there are no commands below ${command?.name()}`);
        command = below.get(choose('help', name, [...below.keys()])) ?? null;
      }
      command?.help();
    });
}
