import { argument, optionsIn, program, shellAtHand } from '../text/command.ts';

/** How to call a command on a file, with options, as the shell at hand takes it. */
export function callOn(command: string, file: string, options: readonly string[] = []): string {
  const shell = shellAtHand(process.platform, process.env);
  return [program(shell, process.env), command, argument(file, shell), ...optionsIn(options, shell)].join(' ');
}
