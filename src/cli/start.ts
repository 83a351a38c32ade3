import { wantedLanguage } from './language.ts';
import { main, tellFault } from './main.ts';

/** Runs the call that the process has in its arguments. */
export function start(): void {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}

// What is thrown where nobody waits for it, as by a listener, is a fault too; Node.js would end with 1, as for findings.
process.on('uncaughtException', (error) => {
  void tellFault(error, wantedLanguage(process.argv.slice(2))).then(() => process.exit(3));
});

start();
