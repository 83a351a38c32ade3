import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import { zsh } from './zsh.ts';

/** What writes the completion script of a shell. */
export const scripts = { powershell, bash, zsh, fish };
