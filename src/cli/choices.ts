import { Option } from 'commander';

/** An option whose value is one of a few, which completion offers. Judging what is given is left to `choose`. */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description);
  option.argChoices = [...choices];
  return option;
}
