import type { Command } from 'commander';
import type { Language } from '../../finding.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { offersOf } from './offers.ts';
import { powershell } from './powershell.ts';
import { zsh } from './zsh.ts';

const scripts = { bash, zsh, fish, powershell };

/** The completion script of a program for a shell, with descriptions in a language. */
export const completionScript = (shell: keyof typeof scripts, program: Command, lang: Language): string =>
  scripts[shell](offersOf(program, lang));
