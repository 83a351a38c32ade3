import { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { NamedArgument } from '../arguments.ts';
import { choose, localise } from '../language.ts';

/** `hn-gp help`: the help of a command. */
export function helpCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return localise(new Command('help'), lang)
    .description(word('显示某个命令的帮助', 'Show help of a command'))
    .addArgument(
      new NamedArgument(word('[命令]', '[command]'), word('命令（默认全部）', 'the command (default: all)'), 'command'),
    )
    .action((given: string | undefined, _, { parent }: Command) => {
      const commands = new Map(parent?.commands.map((each) => [each.name(), each]));
      (given === undefined ? parent : commands.get(choose('help', given, [...commands.keys()])))?.help();
    });
}
