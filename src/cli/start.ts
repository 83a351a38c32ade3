import { main } from './main.ts';

/** Runs the call that the process has in its arguments. */
export function start(): void {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}

start();
