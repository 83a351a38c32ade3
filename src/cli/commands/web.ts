import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { requireFittingName } from '../fitting-name.ts';
import { localise } from '../language.ts';
import { outputFile, writeText } from '../output.ts';
import { tell } from '../tell.ts';

/** The page, beside the bundle. */
const PAGE = 'hn-gp.html';

interface Options {
  output?: string;
  force?: boolean;
}

/** `hn-gp web`: the check as one page for a browser. */
export function webCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return localise(new Command('web'), lang)
    .description(
      word(
        '写一份单个文件的网页：双击打开就能检查，不用安装，不联网，文件不离开这台电脑',
        'Write the check as one page: it opens by a double click, needs no installation, and sends nothing',
      ),
    )
    .option(
      '-o, --output <FILE>',
      word(`存成这个文件，- 表示输出到屏幕（默认 ${PAGE}）`, `the file, or - for standard output (default ${PAGE})`),
    )
    .option('--force', word('文件已经有了也覆盖', 'overwrite the file where there is one'))
    .action(async ({ output = PAGE, force = false }: Options) => {
      const file = outputFile(output, process.cwd());
      requireFittingName(output, 'html');
      if (file !== undefined && !force && existsSync(file))
        throw new UsageError(
          `${output} 已经有了，没有覆盖；要覆盖请加 --force，或用 -o 换个文件名`,
          `${output} is there already and was not overwritten; add --force, or choose another name with -o`,
        );
      await writeText(file, readFileSync(new URL(`./${PAGE}`, import.meta.url)));
      if (file !== undefined)
        tell(
          {
            zh: `已写好 ${output}。双击它，用浏览器打开，再把计划拖进去`,
            en: `${output} written. Open it by a double click, and drop plans onto it`,
          },
          lang,
        );
    });
}
