// Loaded with --import: writes the process's peak resident memory, in kilobytes, as it ends.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { PEAK_FILE } = process.env;
if (isMainThread && PEAK_FILE)
  process.on('exit', () => writeFileSync(PEAK_FILE, String(process.resourceUsage().maxRSS)));
