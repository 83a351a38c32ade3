import { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { localise } from '../language.ts';
import { addSelection, type SelectionOptions } from '../selection.ts';
import { addShown, type ShownOptions } from '../shown.ts';

/** `hn-gp watch`: checks again whenever a file is saved. */
export function watchCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = addSelection(localise(new Command('watch'), lang), lang, { stdin: false });
  return addShown(command, lang)
    .description(word('守着文件，一保存就重新检查', 'Check again whenever a file is saved'))
    .addHelpText(
      'after',
      word(
        '\n按 Ctrl-C 退出，退出码 0；命令一开始就无法执行，或当前文件夹后来被移走、删除，是 2。\n文件在网络盘上、保存后没有反应时，先设环境变量 CHOKIDAR_USEPOLLING=1。',
        '\nCtrl-C ends it with exit code 0; 2 where the call cannot be carried out at the start, or the working folder is moved away later.\nWhere files lie on a network drive and saving goes unnoticed, set CHOKIDAR_USEPOLLING=1 first.',
      ),
    )
    .action(async (paths: string[], options: SelectionOptions & ShownOptions) => {
      const { watch } = await import('../watch.ts');
      await watch(paths, options, lang);
    });
}
