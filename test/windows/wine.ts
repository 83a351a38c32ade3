import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../cli/run.ts';

/** Whether there is Wine, to run Windows programs with. */
export const hasWine = spawnSync('wine', ['--version']).status === 0;

/** A Windows of its own: a folder that is its drive D:, and a way to run programs there. */
export function windows() {
  const folder = mkdtempSync(join(tmpdir(), 'hn-gp-wine-'));
  const prefix = join(folder, 'prefix');
  const drive = join(folder, 'd');
  mkdirSync(drive);
  /** Runs a program of Windows. Its streams are files: Node.js for Windows takes no pipe of another system. */
  const run = (args: readonly string[], env: Record<string, string> = {}): Run => {
    const [out, err] = [join(folder, 'out'), join(folder, 'err')];
    const streams = [openSync(out, 'w'), openSync(err, 'w')] as const;
    const { status } = spawnSync('wine', args, {
      cwd: drive,
      env: { ...process.env, LC_ALL: 'C.UTF-8', WINEPREFIX: prefix, WINEDEBUG: '-all', ...env },
      stdio: ['ignore', ...streams],
      timeout: 120_000,
    });
    for (const stream of streams) closeSync(stream);
    return { code: status, out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') };
  };
  run(['wineboot', '--init']);
  // Node.js asks for a Windows that is newer than what Wine says it is.
  run(['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']);
  symlinkSync(drive, join(prefix, 'dosdevices/d:'));
  writeFileSync(join(drive, 'call.cjs'), CALL);
  return {
    drive,
    run,
    /** Runs a line as Explorer does, `cmd.exe /c "…"`, with answers to what it asks; %cmdcmdline% holds it, which Wine lacks. */
    explorer(node: string, line: string, input = ''): Run {
      const { code, out, err } = run([node, 'D:\\call.cjs', line, input], { cmdcmdline: `cmd.exe /c "${line}"` });
      return code === 0 ? JSON.parse(out) : { code, out, err };
    },
    remove() {
      spawnSync('wineserver', ['--kill'], { env: { ...process.env, WINEPREFIX: prefix } });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const CALL = `
const [line, input] = process.argv.slice(2);
const options = { windowsVerbatimArguments: true, input, encoding: 'utf8', cwd: 'C:\\\\' };
const { status, stdout, stderr } = require('node:child_process').spawnSync('cmd.exe', ['/c "' + line + '"'], options);
console.log(JSON.stringify({ code: status, out: stdout, err: stderr }));
`;
