import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { disk } from '../disk/disk.ts';
import { type Partial, partialText, readPartial, type Shard, sourcesOf } from '../disk/partial.ts';
import { notRegular, reasonOf } from '../disk/read.ts';
import type { LoadedFile } from '../load/loaded.ts';
import type { Language } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { classHoursBy } from '../notices/edition.ts';
import { requireFittingName } from './fitting-name.ts';
import { outputFile, writeReports } from './output.ts';
import { progressLine } from './progress.ts';
import { readSelection, type SelectionOptions } from './selection.ts';
import { tell } from './tell.ts';

interface Options extends SelectionOptions {
  output?: string;
}

/** Options of `check` that a shard takes; all others are about judging and reports, which are for `merge`. */
const OF_READING = new Set(['shard', 'output', 'config', 'edition', 'lang']);

/**
 * Reads one share of the files that paths name and writes what was read for `hn-gp merge`; nothing is judged. What cannot be
 * read is left to the merge, which tries again and tells. Throws a UsageError for a call that cannot be meant.
 */
export async function writeShard(paths: string[], given: string, options: Options, wanted: Language): Promise<void> {
  const shard = shardOf(given);
  const other = Object.entries(options).find(([name, value]) => value !== undefined && !OF_READING.has(name));
  if (other || options.output === undefined || options.output === '-')
    throw new UsageError(
      '--shard 只读文件、不判定，要用 -o 写明存到哪里；判定和报告的选项请写给 hn-gp merge',
      '--shard reads and judges nothing; say with -o where it goes, and give options of judging and reports to hn-gp merge',
    );
  requireFittingName(options.output, 'json');
  if (paths.includes('-')) throw new UsageError('--shard 不能读标准输入', '--shard cannot read standard input');
  const selection = await readSelection(paths, options, wanted);
  const { cwd, config, lang } = selection;
  const found = await selection.files();
  const classHours = classHoursBy(config.editions);
  const share = sourcesOf(shard, found).map((source) => ({ ...source, classHours, fingerprint: true }));
  const progress = progressLine(lang);
  const read = await disk.load(share, (done) => progress.show(done, share.length));
  progress.clear();
  const loaded = read.filter((each): each is LoadedFile => 'records' in each);
  const text = partialText(paths, loaded, classHours);
  const inputs = found.map(({ file }) => file);
  await writeReports([{ file: outputFile(options.output, cwd), text }], { inputs }, config);
  tell(
    {
      zh: `读了 ${found.length} 个文件中的 ${loaded.length} 个，还没有判定；各片都有了，用 hn-gp merge 合起来判定`,
      en: `read ${loaded.length} of ${found.length} files and judged nothing yet; once every shard is there, hn-gp merge judges them together`,
    },
    lang,
  );
}

function shardOf(given: string): Shard {
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new UsageError(
    `--shard 要写第几片/共几片，例如 2/4，现在是“${given}”`,
    `--shard takes which share of how many, such as 2/4, found "${given}"`,
  );
}

/**
 * What shards of one set hold: the paths that it was asked for by, and the files, as read there. Throws a UsageError where
 * they are not of one set.
 */
export function readShards(given: readonly string[], cwd: string): { paths: string[]; partials: Partial[] } {
  const partials = given.map((file) => readPartial(file, textOf(resolve(cwd, file), file)));
  const [first] = partials;
  const other = partials.findIndex(({ paths }) => JSON.stringify(paths) !== JSON.stringify(first?.paths));
  if (other > 0)
    throw new UsageError(
      `${given[0]} 和 ${given[other]} 不是同一批文件的分片`,
      `${given[0]} and ${given[other]} are not shards of one set`,
    );
  return { paths: first?.paths ?? [], partials };
}

function textOf(path: string, file: string): string {
  try {
    if (statSync(path).isFile()) return readFileSync(path, 'utf8');
  } catch (error) {
    const { zh, en } = reasonOf(error);
    throw UsageError.by(error, `读不了 ${file}：${zh}`, `cannot read ${file}: ${en}`);
  }
  throw new UsageError(`读不了 ${file}：${notRegular.zh}`, `cannot read ${file}: ${notRegular.en}`);
}
