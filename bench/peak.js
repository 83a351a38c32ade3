// Loaded with --import: writes the process's peak resident memory, in kilobytes, as it ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** The process's own peak, where the system tells it: maxRSS begins with what the process had that started this one. */
function peak() {
  try {
    const [, own] = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (own !== undefined) return own;
  } catch {}
  return String(process.resourceUsage().maxRSS);
}

const { PEAK_FILE } = process.env;
if (isMainThread && PEAK_FILE) process.on('exit', () => writeFileSync(PEAK_FILE, peak()));
