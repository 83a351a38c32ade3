// Stands between a test that waits and the process that is kept, which can only be talked to without waiting.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { flags } from '../../flags.js';

const { port, answered } = workerData;
const child = fork(fileURLToPath(new URL('process.cjs', import.meta.url)), {
  execArgv: flags,
  serialization: 'advanced',
});

function answer(run) {
  port.postMessage(run);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
}

child.on('message', answer);
child.on('exit', () => answer(undefined));
port.on('message', (call) => (call === 'stop' ? child.kill('SIGKILL') : child.send(call)));
