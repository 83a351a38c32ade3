import type { Words } from '../model/finding.ts';
import { isUsageError } from '../model/usage-error.ts';
import { version } from '../model/version.ts';
import { Answers } from './answers.ts';
import { saidHere } from './here.ts';
import type { FromWorker, ToWorker } from './machine.ts';
import type { Failure } from './requests.ts';
import { warmUp } from './warm-up.ts';

const answers = new Answers();

const say = (said: FromWorker): void => self.postMessage(said);

/** One request after the other, in the order in which they come. */
let last: Promise<void> = Promise.resolve();

let isWarm = false;

/** How often at most progress is told. */
const STEPS = 20;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  last = last.then(() => heed(data));
  if (isWarm) return;
  isWarm = true;
  // Behind what was asked first, and in nobody's way: a fault in it shows itself again in a check that is asked for.
  last = last.then(warmUp).catch(() => {});
};

async function heed(message: ToWorker): Promise<void> {
  if ('hold' in message) return answers.hold(message.hold, message.all);
  const { id, name, asked } = message;
  try {
    let shown = 0;
    const answer = await answers.answer(name, asked, (progress) => {
      // Each is drawn, which takes longer than to read a file.
      const step = Math.floor((progress.done / progress.total) * STEPS);
      if (step > shown) say({ id, progress });
      shown = step;
    });
    say({ id, answer });
  } catch (error) {
    say({ id, failure: failureOf(error) });
  }
}

function failureOf(error: unknown): Failure {
  if (isUsageError(error))
    return { kind: 'usage', words: { zh: saidHere(error.words.zh, 'zh'), en: saidHere(error.words.en, 'en') } };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'fault', words: faultOf(`hn-gp ${version}, ${navigator.userAgent}\n${detail}`) };
}

const faultOf = (detail: string): Words => ({
  zh: `程序出错了，这不是您的文件的问题。请把下面的内容和所用的文件一起报告给维护者。\n${detail}`,
  en: `a fault of the tool, not of your files. Please report what follows with the files to the maintainers.\n${detail}`,
});
