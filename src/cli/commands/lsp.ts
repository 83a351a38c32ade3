import { Command, Option } from 'commander';
import { dateInChina } from '../../calendar/date.ts';
import type { Language } from '../../model/finding.ts';
import { choose, localise } from '../language.ts';
import { asOfOption, requireDay } from '../selection.ts';

/** `hn-gp lsp`: the language server, for editors to start. */
export function lspCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return (
    localise(new Command('lsp'), lang)
      .description(
        word(
          '供编辑器启动的语言服务器：边写边检查，悬停看讲解，一键改正',
          'The language server, started by editors: findings while typing, explanations, quick fixes',
        ),
      )
      .option(
        '--stdio',
        word('经标准输入输出通信（本来就是，可以不写）', 'talk over standard input and output (it does anyway)'),
      )
      .addOption(asOfOption(lang))
      .option(
        '--lang <zh|en>',
        word(
          '语言；编辑器有要求时听编辑器的（默认按配置里的 lang，没有就是 zh）',
          'language; what the editor asks for goes first (default: lang of the config, else zh)',
        ),
      )
      // Some clients add it, so that the server can end when they are gone.
      .addOption(new Option('--clientProcessId <PID>').hideHelp())
      .action(async (options: { lang?: string; asOf?: string }) => {
        const { asOf } = options;
        if (asOf !== undefined) requireDay(asOf);
        const chosen = options.lang === undefined ? undefined : choose('--lang', options.lang, ['zh', 'en']);
        const { serve } = await import('../language-server.ts');
        serve({
          lang: chosen,
          cwd: process.cwd(),
          asOf: () => asOf ?? dateInChina(new Date()),
          input: process.stdin,
          output: process.stdout,
        });
      })
  );
}
