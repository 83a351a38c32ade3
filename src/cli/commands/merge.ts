import { Command } from 'commander';
import { disk } from '../../disk/disk.ts';
import { readElsewhere } from '../../disk/partial.ts';
import type { Language, Words } from '../../model/finding.ts';
import { NamedArgument } from '../arguments.ts';
import { localise } from '../language.ts';
import { addJudging } from '../selection.ts';
import { tell } from '../tell.ts';
import { addReports, judgeAndReport, type Options } from './check.ts';

/** `hn-gp merge`: judges a set of files that several machines have read, and writes what one `hn-gp check` would write. */
export function mergeCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = localise(new Command('merge'), lang)
    .description(
      word(
        '把 check --shard 分头读好的文件合起来判定，报告同一次检查完全一样',
        'Judge together what check --shard read apart; the reports are those of a single check',
      ),
    )
    .addArgument(
      new NamedArgument(
        word('<分片...>', '<shards...>'),
        word('各片 check --shard 存下的文件', 'the files that check --shard wrote'),
        'shards',
      ),
    );
  return addReports(addJudging(command, lang), lang)
    .addHelpText(
      'after',
      word(
        '\n在同一个文件夹里、对着同一批文件运行；读过之后改了的、各片里没有的文件，在这里重新读，并且说明。',
        '\nRun it in the same folder with the same files there; what has changed since it was read, or is in no shard, is read again here, and told.',
      ),
    )
    .action(async (shards: string[], options: Options) => {
      const { readShards } = await import('../shard.ts');
      const { paths, partials } = readShards(shards, process.cwd());
      const from = readElsewhere(disk, partials, (files) => tell(readAnew(files), lang));
      exit(await judgeAndReport(paths, options, lang, from));
    });
}

/** How many of the files that were read again are named. */
const MOST_NAMED = 3;

function readAnew(files: readonly string[]): Words {
  const named = files.slice(0, MOST_NAMED);
  const isMore = files.length > MOST_NAMED;
  return {
    zh: `有 ${files.length} 个文件各片里没有、或者之后改过，在这里重新读了：${named.join('、')}${isMore ? ' 等' : ''}`,
    en: `${files.length} files that are in no shard, or have changed since, were read here: ${named.join(', ')}${isMore ? ' …' : ''}`,
  };
}
