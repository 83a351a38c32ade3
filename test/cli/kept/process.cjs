// The process that is kept: runs the built command line for one call after another, each until nothing is left to do, as a
// process of its own would. It saves the start, and V8 what it has learnt of the program; kept.test.ts holds each answer to
// that of a process of its own.
const fs = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Readable, Writable } = require('node:stream');
const { Script } = require('node:vm');

const root = join(__dirname, '../../..');
const bundle = join(root, 'dist/cli.cjs');
const bin = join(root, 'bin/hn-gp.js');
// As the program does it.
const script = new Script(fs.readFileSync(bundle, 'latin1'), { filename: bundle });
/** Starts a further call, once the first has. */
let start = () => {
  ({ start } = script.runInThisContext()(createRequire(bundle), bundle));
};
let printed;

function put(name, value) {
  Object.defineProperty(process, name, { value, configurable: true, writable: true });
}

function collecting(name) {
  return new Writable({
    decodeStrings: true,
    write(chunk, _, done) {
      printed[name].push(chunk);
      done();
    },
  });
}

// Where a standard stream is a file or a pipe it is written to by its number.
const { writeSync } = fs;
fs.writeSync = (to, chunk, ...how) => {
  if (to !== 1 && to !== 2) return writeSync(to, chunk, ...how);
  printed[to === 1 ? 'out' : 'err'].push(chunk);
  return chunk.length;
};

process.on('message', ({ args, cwd, env, input }) => {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (process.env[name] !== value) process.env[name] = value;
  process.chdir(cwd);
  process.argv = [process.execPath, bin, ...args];
  process.exitCode = undefined;
  printed = { out: [], err: [] };
  put('stdin', Readable.from(input === '' ? [] : [Buffer.from(input)]));
  put('stdout', collecting('out'));
  put('stderr', collecting('err'));
  // From here on the channel keeps nothing alive: what is left to do is the call's.
  process.channel.unref();
  start();
});

process.on('beforeExit', (code) => {
  if (printed === undefined) return;
  const text = (name) => Buffer.concat(printed[name]).toString();
  // The call's folder may be removed as soon as it is answered, and Node.js may ask for the working folder in between.
  process.chdir(root);
  process.send({ code, out: text('out'), err: text('err') });
  printed = undefined;
  process.channel.ref();
});
