import type { Language } from '../finding.ts';

/** Reading shorter than this, in milliseconds, shows no progress. */
const PATIENCE = 1000;

/** A line on standard error that counts files while a long run reads them; only on a terminal. */
export function progressLine(lang: Language): { show(done: number, total: number): void; clear(): void } {
  const started = performance.now();
  let shown = false;
  return {
    show(done, total) {
      if (performance.now() - started < PATIENCE || !process.stderr.isTTY) return;
      shown = true;
      process.stderr.write(lang === 'zh' ? `\r已读 ${done} / ${total} 个文件` : `\r${done} of ${total} files read`);
    },
    clear() {
      if (shown) process.stderr.write('\r\x1b[K');
    },
  };
}
