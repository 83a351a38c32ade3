import { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { choose, localise } from '../language.ts';
import { writeText } from '../output.ts';

const SHELLS = ['powershell', 'bash', 'zsh', 'fish'] as const;

/** `hn-gp completion`: the script by which a shell completes hn-gp's commands, options and rules. */
export function completionCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return localise(new Command('completion'), lang)
    .description(
      word('输出 Tab 补全脚本：命令、选项、规则编号', 'Print a script for Tab completion: commands, options, rules'),
    )
    .argument(`<${SHELLS.join('|')}>`, word('所用的命令行', 'the shell'))
    .option('--lang <zh|en>', word('说明用的语言（默认 zh）', 'language of the descriptions (default zh)'))
    .addHelpText(
      'after',
      word(
        `
先用 npm install -g 装好 hn-gp，再执行一行，重开窗口即可：
  PowerShell  if (!(Test-Path $PROFILE)) { New-Item -Force $PROFILE }; Add-Content $PROFILE 'hn-gp.cmd completion powershell | Out-String | Invoke-Expression'
  bash        echo 'source <(hn-gp completion bash)' >> ~/.bashrc
  zsh         echo 'autoload -U compinit; compinit; source <(hn-gp completion zsh)' >> ~/.zshrc
  fish        echo 'hn-gp completion fish | source' >> ~/.config/fish/config.fish
PowerShell 提示“禁止运行脚本”时，先执行 Set-ExecutionPolicy -Scope CurrentUser RemoteSigned。`,
        `
Install hn-gp with npm install -g, run one line, and open a new window:
  PowerShell  if (!(Test-Path $PROFILE)) { New-Item -Force $PROFILE }; Add-Content $PROFILE 'hn-gp.cmd completion powershell --lang en | Out-String | Invoke-Expression'
  bash        echo 'source <(hn-gp completion bash --lang en)' >> ~/.bashrc
  zsh         echo 'autoload -U compinit; compinit; source <(hn-gp completion zsh --lang en)' >> ~/.zshrc
  fish        echo 'hn-gp completion fish --lang en | source' >> ~/.config/fish/config.fish
Where PowerShell says that running scripts is disabled, first: Set-ExecutionPolicy -Scope CurrentUser RemoteSigned`,
      ),
    )
    .action(async (shell: string, options: { lang?: string }, command: Command) => {
      const chosen = choose('completion', shell, SHELLS);
      if (options.lang !== undefined) choose('--lang', options.lang, ['zh', 'en']);
      const { offersOf } = await import('../completion/offers.ts');
      const { scripts } = await import('../completion/scripts.ts');
      await writeText(undefined, scripts[chosen](offersOf(present(command.parent, 'program'), lang)));
    });
}
