import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { call } from './kept/kept.ts';

const bin = fileURLToPath(new URL('../../bin/hn-gp.js', import.meta.url));

/** In milliseconds; generous, since a loaded machine is no fault. */
const PATIENCE = 60_000;

/** What a call of the command line printed, and its exit code. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** A call that is still going on. */
export interface Running {
  /** Waits until what it printed since the last call of this matches, and returns that; throws after a minute, or at its end. */
  shows(expected: RegExp): Promise<string>;
  /** What it printed and its exit code, once it has ended. */
  ended: Promise<Run>;
  /** Sends a signal, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Run>;
}

/** Reads what a process prints, both streams together. */
export function running(child: ChildProcessWithoutNullStreams): Running {
  let printed = '';
  let out = '';
  let err = '';
  let heard = () => {};
  const read = (stream: Readable, keep: (text: string) => void) =>
    stream.setEncoding('utf8').on('data', (text: string) => {
      keep(text);
      printed += text;
      heard();
    });
  read(child.stdout, (text) => {
    out += text;
  });
  read(child.stderr, (text) => {
    err += text;
  });
  const ended = new Promise<Run>((done) => child.on('close', (code) => done({ code, out, err })));
  return {
    ended,
    async shows(expected) {
      let isOver = false;
      const late = setTimeout(() => {
        isOver = true;
        heard();
      }, PATIENCE);
      ended.then(() => {
        isOver = true;
        heard();
      });
      for (;;) {
        const match = expected.exec(printed);
        if (match) {
          clearTimeout(late);
          const shown = printed.slice(0, match.index + match[0].length);
          printed = printed.slice(shown.length);
          return shown;
        }
        if (isOver) throw new Error(`waited in vain for ${expected}: ${printed}`);
        await new Promise<void>((again) => {
          heard = again;
        });
      }
    },
    stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
  };
}

/** What a call of the command line is given besides its arguments. */
export interface Setting {
  /** The folder to call it in. */
  cwd?: string;
  /** Standard input. */
  input?: string;
  /** Further variables: such a call has a process of its own, since Node.js reads some when it starts. */
  env?: Record<string, string>;
}

const environment = (env: Record<string, string> = {}) => {
  const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  return { ...inherited, ...env };
};

/** Calls hn-gp as it was built, and waits for its end. */
export function hnGp(args: readonly string[], { cwd = process.cwd(), input = '', env }: Setting = {}): Run {
  if (env === undefined) return call({ args, cwd, input, env: environment() });
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: 'utf8',
    timeout: PATIENCE,
    maxBuffer: 100_000_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder of its own with the given files, and a way to call hn-gp in it; `remove` takes it away again. */
export function workspace(files: Record<string, string | Uint8Array> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hn-gp-test-'));
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    folder,
    write,
    path: (name: string) => join(folder, name),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
    run: (args: string[], { cwd = '.', ...setting }: Setting = {}): Run =>
      hnGp(args, { ...setting, cwd: join(folder, cwd) }),
    /** Starts a call that goes on until it is told to end. */
    start(args: string[], { env = {}, cwd = '.' }: { env?: Record<string, string>; cwd?: string } = {}): Running {
      return running(spawn(process.execPath, [bin, ...args], { cwd: join(folder, cwd), env: environment(env) }));
    },
    /** Runs a shell line in which "$HN" is the command. */
    shell(line: string): Run {
      // On a socket, which it is given here, Bash takes itself for a remote login and reads the settings of whoever runs the tests.
      const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', line], {
        cwd: folder,
        env: { ...process.env, HN: `${process.execPath} ${bin}` },
        encoding: 'utf8',
        timeout: PATIENCE,
      });
      return { code: status, out: stdout, err: stderr };
    },
  };
}

/** A plan on which, as of 15 January 2024, there is one finding of one rule: an online part of eight class hours. */
export const plan = `文种: 年度计划
年度: 2024
基地:
  名称: 海口市人民医院
  类别: [住培基地]
培训班:
  - 编号: HK-2024-01
    名称: 教学查房能力提升
    层级: 院级
    对象: 师资
    线下: {开始: 2024-05-08, 结束: 2024-05-08, 学时: 8}
    线上: {开始: 2024-05-10, 结束: 2024-05-11, 学时: 8}
`;
