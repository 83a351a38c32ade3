import type { Language } from '../model/finding.ts';
import { ERROR, isScreen, write } from './standard-streams.ts';

/** Reading shorter than this, in seconds, shows no progress. */
const PATIENCE = 1;

/** A line on standard error that counts files while a long run reads them; only on a screen, where it can be cleared. */
export function progressLine(lang: Language): { show(done: number, total: number): void; clear(): void } {
  // process.uptime, because the first use of `performance` loads seven modules of Node's.
  const started = process.uptime();
  let shown = false;
  return {
    show(done, total) {
      if (process.uptime() - started < PATIENCE || !isScreen(ERROR)) return;
      shown = true;
      void write(ERROR, [lang === 'zh' ? `\r已读 ${done} / ${total} 个文件` : `\r${done} of ${total} files read`]);
    },
    clear() {
      if (shown) void write(ERROR, ['\r\x1b[K']);
    },
  };
}
