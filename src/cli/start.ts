import { main } from './main.ts';

// A reader that stops early (`hn-gp check | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
