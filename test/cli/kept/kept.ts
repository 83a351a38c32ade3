import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Run } from '../run.ts';

/** A call of the command line, as a process of its own would see it. */
export interface Call {
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  input: string;
}

const PATIENCE = 60_000;

function keptProcess(): (call: Call) => Run {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const bridge = new Worker(new URL('./bridge.js', import.meta.url), {
    workerData: { port: port2, answered },
    transferList: [port2],
    execArgv: [],
  });
  bridge.unref();
  port1.unref();
  return (call) => {
    Atomics.store(answered, 0, 0);
    port1.postMessage(call);
    const waited = Atomics.wait(answered, 0, 0, PATIENCE);
    const run: Run | undefined = receiveMessageOnPort(port1)?.message;
    if (run) return run;
    port1.postMessage('stop');
    ask = undefined;
    const what = waited === 'timed-out' ? `took more than ${PATIENCE} ms` : 'ended its process at once';
    throw new Error(`hn-gp ${call.args.join(' ')} ${what}`);
  };
}

let ask: ((call: Call) => Run) | undefined;

/** Runs a call in the process that is kept for the test files of a worker, and waits for its end. */
export function call(asked: Call): Run {
  ask ??= keptProcess();
  return ask(asked);
}
