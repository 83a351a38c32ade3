import { spawn, spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { running, workspace } from './run.ts';

const place = workspace({
  'plan.yaml': '',
  '计划 一.yml': '',
  'plain.txt': '',
  'plans/deep.yaml': '',
  'plan.xlsx': '',
  'macros.xlsm': '',
  '计划 2024/一.yaml': '',
});
afterAll(place.remove);

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
type Shell = (typeof shells)[number];

for (const shell of shells) place.write(`completion.${shell}`, script(shell));

// In an interactive zsh, makes Tab print what is offered instead of inserting it. What compinit finds is the same each time.
place.write(
  'listing.zsh',
  `stty -echo
autoload -U compinit
compinit -u -C -d ./.zcompdump
source ./completion.zsh
unset zle_bracketed_paste
compadd() {
  if [[ \${@[1,(i)(-|--)]} != *-(O|A|D)\\ * ]]; then
    local -a offers
    builtin compadd -O offers "$@"
    local each
    for each in $offers; do print -r -- "<offer>$each</offer>"; done
  fi
  builtin compadd "$@"
}
list() {
  _main_complete
  compstate[insert]= compstate[list]=
  print '<over>'
}
zle -C list complete-word list
bindkey '^I' list
print '<ready>'
`,
);

function script(shell: Shell, lang = 'zh'): string {
  const { code, out, err } = place.run(['completion', shell, '--lang', lang]);
  expect([code, err]).toEqual([0, '']);
  return out;
}

/** Runs a program in the workspace and returns the lines that it prints. */
function lines(program: string, args: string[]): string[] {
  const { stdout, stderr, error } = spawnSync(program, args, {
    cwd: place.folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm', HOME: place.folder, XDG_CONFIG_HOME: place.folder },
  });
  if (error) throw error;
  expect(stderr).toBe('');
  return stdout.split(/\r?\n/).filter((line) => line !== '');
}

const single = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** What each shell itself offers for a line with the cursor at its end: whole words, or parts of them from the last = on. */
const offered: Record<Shell, (line: string) => string[]> = {
  bash: (line) => {
    const words = line.split(' ').flatMap((word) => word.split(/(?<==)|(?==)/));
    return lines('bash', [
      '--norc',
      '-c',
      `source completion.bash
      COMP_WORDS=(${words.map(single).join(' ')}) COMP_CWORD=${words.length - 1}
      compopt() { :; }
      _hn_gp
      printf '%s\\n' "\${COMPREPLY[@]//\\\\/}"`,
    ]);
  },
  fish: (line) =>
    lines('fish', ['--no-config', '-c', `source completion.fish; complete -C ${single(line)}`]).map(
      (each) => each.split('\t')[0] ?? '',
    ),
  zsh: (line) =>
    lines('zsh', [
      '-f',
      '-c',
      `zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'source ./listing.zsh'
      zpty -r shell output $'*<ready>*'
      zpty -n -w shell ${single(line)}$'\\t'
      zpty -r shell output $'*<over>*'
      print -r -- "$output"
      zpty -d shell`,
    ]).flatMap((each) => [...each.matchAll(/<offer>(.*?)<\/offer>/g)].map(([, offer]) => offer ?? '')),
  powershell: (line) =>
    lines('pwsh', [
      '-NoProfile',
      '-Command',
      `Get-Content -Raw completion.powershell | Invoke-Expression
      $line = ${`'${line.replaceAll("'", "''")}'`}
      (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }`,
    ]),
};

const programs: Record<Shell, string> = { bash: 'bash', zsh: 'zsh', fish: 'fish', powershell: 'pwsh' };
const isInstalled = (shell: Shell) => spawnSync(programs[shell], ['-c', 'exit'], { stdio: 'ignore' }).status === 0;

const ruleIds: string[] = JSON.parse(place.run(['rules', '--format', 'json']).out).map(({ id }: { id: string }) => id);
const help = (...args: string[]) => place.run([...args, '--help', '--lang', 'en']).out;
const kinds = ['plan', 'session', 'province', 'pairing', 'city-program'];
const commands = [
  ...help()
    .slice(help().indexOf('Commands:'))
    .matchAll(/^ {2}([a-z]+) /gm),
].map(([, name]) => name ?? '');

const editionCommands = ['edition new', 'edition check', 'edition diff'];

describe.each(shells)('%s', (shell) => {
  const complete = (line: string) =>
    offered[shell](line)
      .map((each) => each.trimEnd())
      .sort();
  const ends = (line: string) => complete(line).map((each) => each.slice(each.lastIndexOf('=', each.length - 2) + 1));
  const skipped = !isInstalled(shell);

  describe.skipIf(skipped)(skipped ? `(skipped: no ${programs[shell]})` : 'offers', () => {
    test('every command', () => {
      expect(complete('hn-gp ')).toEqual([...commands].sort());
      expect(complete('hn-gp ch')).toEqual(['check']);
      expect(complete('hn-gp help exp')).toEqual(['explain']);
    });

    test('every kind', () => {
      expect(complete('hn-gp init ')).toEqual([...kinds].sort());
      expect(complete('hn-gp schema --keys zh pl')).toEqual(['plan']);
    });

    test('options before the command, and the command after them', () => {
      expect(complete('hn-gp --').map((option) => option.replace(/=$/, ''))).toEqual(['--help', '--lang', '--version']);
      expect(complete('hn-gp --lang ')).toEqual(['en', 'zh']);
      expect(complete('hn-gp --lang en ch')).toEqual(['check']);
      expect(complete('hn-gp --lang=en rules --policy ')).toEqual(['haikou', 'pairing', 'training']);
    });

    test.each([...commands, ...editionCommands])('every option of %s', (command) => {
      const shown = [...help(...command.split(' ')).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)];
      const options = [...new Set(shown.map(([, option]) => option ?? ''))];
      const found = complete(`hn-gp ${command} --`).map((option) => option.replace(/=$/, ''));
      expect(found.filter((option) => option.startsWith('--'))).toEqual(options.sort());
    });

    test('the commands of edition, and what each of them takes', () => {
      expect(complete('hn-gp edition ')).toEqual(['check', 'diff', 'new']);
      expect(complete('hn-gp edition ch')).toEqual(['check']);
      expect(complete('hn-gp edition new ')).toEqual(['haikou', 'pairing', 'training']);
      expect(complete('hn-gp --lang en edition new --year 2025 tr')).toEqual(['training']);
      expect(complete('hn-gp edition check --format ')).toEqual(['json', 'text']);
      expect(complete('hn-gp edition diff -f ')).toEqual(['html', 'markdown', 'text']);
      expect(complete('hn-gp edition check pl')).toContain('plan.yaml');
    });

    test('every rule, and groups of them where a pattern is taken', () => {
      expect(complete('hn-gp explain ').filter((id) => id.includes('/'))).toEqual([...ruleIds].sort());
      const groups = [...new Set(ruleIds.map((id) => id.replace(/\/.*/, '/*')))];
      expect(complete('hn-gp check --rule ')).toEqual([...ruleIds, ...groups].sort());
      expect(complete('hn-gp watch --quiet --rule training/offline-f')).toEqual(['training/offline-first']);
    });

    test('the choices of an option, wherever it stands', () => {
      expect(complete('hn-gp check plan.yaml --fail-on ')).toEqual(['error', 'info', 'never', 'warning']);
      expect(complete('hn-gp rules --policy training --policy ')).toEqual(['haikou', 'pairing', 'training']);
      expect(ends('hn-gp deadlines --lang=')).toEqual(['en', 'zh']);
      expect(complete('hn-gp rules -f ')).toEqual(['csv', 'json', 'markdown', 'table']);
      expect(complete('hn-gp completion ')).toEqual([...shells].sort());
    });

    test('formats, on the screen and into a file', () => {
      expect(complete('hn-gp check --format cs')).toEqual(['csv', 'csv=']);
      expect(ends('hn-gp report --format=ht')).toEqual(['html', 'html=']);
    });

    test('files: records for paths, any where a file is asked for', () => {
      const files = (line: string) => ends(line).map((each) => each.replace(/[\\/'"]|^\.[\\/]/g, ''));
      expect(files('hn-gp check --quiet pla')).toEqual(
        shell === 'powershell' ? ['plain.txt', 'plan.xlsx', 'plan.yaml', 'plans'] : ['plan.xlsx', 'plan.yaml', 'plans'],
      );
      expect(files('hn-gp check 计')).toEqual(['计划 2024', '计划 一.yml']);
      expect(files('hn-gp check --output pla')).toEqual(['plain.txt', 'plan.xlsx', 'plan.yaml', 'plans']);
      if (shell !== 'powershell') {
        expect(files('hn-gp import pla')).toEqual(['plan.xlsx', 'plans']);
        expect(files('hn-gp fix pla')).toEqual(['plan.yaml', 'plans']);
        for (const command of ['check', 'report', 'deadlines', 'import'])
          expect(files(`hn-gp ${command} mac`)).toEqual(['macros.xlsm']);
        expect(files('hn-gp check --format csv=pla')).toEqual(['plain.txt', 'plan.xlsx', 'plan.yaml', 'plans']);
      }
    });

    // What the test gives bash is taken apart at blanks; Tab in a real bash is tested below. PowerShell completes files itself.
    test.skipIf(shell === 'bash' || shell === 'powershell')('files in a folder whose name has to be escaped', () => {
      const files = (line: string) => complete(line).map((each) => each.replace(/^.*\//, ''));
      expect(files('hn-gp check 计划\\ 2024/')).toEqual(['一.yaml']);
      expect(files('hn-gp check --format=json=计划\\ 2024/')).toEqual(['一.yaml']);
    });
  });
});

test('the PowerShell script is ASCII alone, since the console may read it in any code page', () => {
  expect(script('powershell')).toMatch(/^[\n -~]*$/);
});

test('descriptions are in the language asked for', () => {
  for (const shell of ['zsh', 'fish'] as const) {
    expect(script(shell)).toContain('检查文件是否符合通知的要求');
    expect(script(shell, 'en')).not.toMatch(/\p{Script=Han}/u);
  }
});

test('a shell that there is none for is refused', () => {
  expect(place.run(['completion', 'cmd'])).toMatchObject({ code: 2, out: '' });
  expect(place.run(['completion'])).toMatchObject({ code: 2, out: '' });
});

const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

test.skipIf(!hasScript)(
  `Tab in bash fills in words, quotes names and goes on after =${hasScript ? '' : ' (skipped: no script of util-linux)'}`,
  async () => {
    const child = spawn('script', ['--quiet', '--flush', '--command', 'bash --norc -i', '/dev/null'], {
      cwd: place.folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'dumb', HISTFILE: '/dev/null' },
    });
    const call = running(child);
    const typed = (keys: string) => child.stdin.write(keys);
    typed("source completion.bash; hn-gp() { printf '<%s>' \"$@\"; echo; }; echo rea''dy\n");
    await call.shows(/ready\r\n/);
    typed('hn-gp exp\ttraining/offline-f\t\n');
    await call.shows(/<explain><training\/offline-first>\r\n/);
    typed('hn-gp ch\t--form\tcsv=plai\t计划\\ 一\t--max=1 --fail-on=ne\t 计划\\ 2\t\t\n');
    await call.shows(
      /<check><--format><csv=plain\.txt><计划 一\.yml><--max=1><--fail-on=never><计划 2024\/一\.yaml>\r\n/,
    );
    await call.stop('SIGKILL');
  },
);
