/** The shells that a command can be shown for. */
export type Shell = 'posix' | 'cmd' | 'powershell';

/** Whether a text stands for itself in every shell. */
const isPlain = (text: string): boolean => /^[\p{L}\p{N}_./:-]+$/u.test(text);

/** What a shell reads even between double quotes; PowerShell takes curly quotation marks for straight ones. */
const READ_IN_QUOTES: Record<Shell, RegExp | undefined> = {
  posix: /["$`\\!]/,
  cmd: undefined,
  powershell: /["$`“”„]/,
};

/** An argument as a shell takes it for one word, and no path for an option. */
export function argument(given: string, shell: Shell): string {
  const text = given.startsWith('-') && given !== '-' ? `./${given}` : given;
  if (isPlain(shell === 'posix' ? text : text.replaceAll('\\', '/'))) return text;
  if (!READ_IN_QUOTES[shell]?.test(text)) return `"${text}"`;
  return `'${shell === 'posix' ? text.replaceAll("'", "'\\''") : text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

/** Options and what they are given, each as a shell takes it for one word. */
export const optionsIn = (options: readonly string[], shell: Shell): string[] =>
  options.map((each) => (/^--?[a-z]/.test(each) ? each : argument(each, shell)));

/**
 * How the program is called in a shell: by its path where it runs from a folder that the shell does not search, as the
 * launcher of that folder tells. On Windows else with its ending, which both shells there take: without it, PowerShell
 * chooses a script that its usual policy forbids.
 */
export function program(shell: Shell, { HN_GP_PROGRAM: path }: NodeJS.ProcessEnv): string {
  if (shell === 'posix') return 'hn-gp';
  const named = argument(path ?? 'hn-gp.cmd', shell);
  return shell === 'powershell' && /^["']/.test(named) ? `& ${named}` : named;
}

/** The shell that a process most likely was started from: PowerShell adds the user's own folder of modules to the system's. */
export function shellAtHand(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Shell {
  if (platform !== 'win32') return 'posix';
  const home = env.USERPROFILE?.toLowerCase();
  const modules = env.PSModulePath?.toLowerCase().split(';') ?? [];
  return home !== undefined && modules.some((folder) => folder.startsWith(`${home}\\`)) ? 'powershell' : 'cmd';
}
