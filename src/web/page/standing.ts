import { type Policy, policies, type Words } from '../../model/finding.ts';
import { noticeNames } from '../../model/names.ts';
import type { State } from './session.ts';

/** What came of the check as one sentence, and how good that is: only `good` may look like a pass. */
export interface Standing {
  mood: 'none' | 'busy' | 'bad' | 'doubtful' | 'good';
  said: Words;
}

const standing = (mood: Standing['mood'], zh: string, en: string): Standing => ({ mood, said: { zh, en } });

/** The worst that can be said comes first. What was not judged is never good. */
export function standingOf({ sources, held, progress, checked, failure, settings }: State): Standing {
  if (sources.length === 0) return standing('none', '还没有选文件，什么都没有检查', 'No files yet: nothing is checked');
  if (progress) {
    const { done, total } = progress;
    if (total === 0) return standing('busy', '正在读文件', 'Reading the files');
    return standing('busy', `正在检查 ${done} / ${total}`, `Checking ${done} of ${total}`);
  }
  if (failure) return standing('bad', `没有检查成：${failure.zh}`, `Not checked: ${failure.en}`);
  if (!checked)
    return standing('bad', '这里没有可以检查的文件，什么都没有检查', 'There is no file to check: nothing is checked');
  const { severities, counts, notJudged, records } = checked;
  if (held.gone.length > 0)
    return standing(
      'bad',
      `有 ${held.gone.length} 个文件改动或移走了，下面是改动以前的结果`,
      `${held.gone.length} of the files changed or moved: this is the result of what they were`,
    );
  const failed = notJudged.filter(({ isFailure }) => isFailure).length;
  const errors = severities.error;
  const unjudged = { zh: `有 ${failed} 份没有判定`, en: `${failed} not judged` };
  if (errors > 0)
    return standing(
      'bad',
      `有 ${errors} 个错误要改${failed > 0 ? `，${unjudged.zh}` : ''}`,
      `${errors} ${errors === 1 ? 'error' : 'errors'} to mend${failed > 0 ? `, ${unjudged.en}` : ''}`,
    );
  if (failed > 0) return standing('bad', `${unjudged.zh}，检查不算通过`, `${unjudged.en}: the check does not pass`);
  if (records === 0) return standing('bad', '没有读到记录，什么都没有判定', 'No record was read: nothing is judged');
  if (counts.unknown > 0)
    return standing(
      'doubtful',
      `没有错误，但有 ${counts.unknown} 项无法判断`,
      `No errors, but ${counts.unknown} unknown`,
    );
  if (notJudged.length > 0)
    return standing(
      'doubtful',
      `没有错误，但有 ${notJudged.length} 份没有判定`,
      `No errors, but ${notJudged.length} not judged`,
    );
  if (severities.warning > 0)
    return standing(
      'doubtful',
      `没有错误，有 ${severities.warning} 个警告要看`,
      `No errors; ${severities.warning} warnings to look at`,
    );
  if (counts.pass === 0) return standing('doubtful', '没有一项判为通过', 'Nothing has passed');
  const only = settings.policies.length > 0 ? onlyBy(settings.policies) : { zh: '', en: '' };
  return counts.pending > 0
    ? standing(
        'good',
        `${only.zh}到判定日没有问题，还有 ${counts.pending} 项未到期`,
        `${only.en}Nothing wrong so far; ${counts.pending} pending`,
      )
    : standing('good', `${only.zh}没有问题，${counts.pass} 项通过`, `${only.en}Nothing wrong; ${counts.pass} passed`);
}

/** Says that some notices alone were judged by. */
function onlyBy(chosen: readonly Policy[]): Words {
  const names = policies.filter((policy) => chosen.includes(policy)).map((policy) => noticeNames[policy]);
  return {
    zh: `只按${names.map(({ zh }) => zh).join('、')}：`,
    en: `By ${names.map(({ en }) => en).join(', ')} alone: `,
  };
}
