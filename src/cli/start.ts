import { main } from './main.ts';

/** Runs the call that the process has in its arguments. */
export function start(): void {
  // Whoever writes hears of it by the write's own callback; unheard, the event would end the program with a stack trace.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}

start();
