import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { argument, program, shellAtHand } from '../../src/text/command.ts';
import { workspace } from '../cli/run.ts';

const names = ['plan.yaml', '新 计划 (1).yaml', "it's", '$HOME "x"', 'a`b', '-x.yaml', 'a;b&c', '甲“乙”', '\\x!'];

test.each(names)('a shell takes %s for one word', (name) => {
  const { stdout } = spawnSync('bash', ['--norc', '-c', `printf %s ${argument(name, 'posix')}`], { encoding: 'utf8' });
  expect(stdout.replace(/^\.\//, '')).toBe(name);
});

test.each([
  ['C:\\计划\\a.yaml', 'C:\\计划\\a.yaml', 'C:\\计划\\a.yaml'],
  ['新 计划 (1).yaml', '"新 计划 (1).yaml"', '"新 计划 (1).yaml"'],
  ['a,b.yaml', '"a,b.yaml"', '"a,b.yaml"'],
  ["$x's.yaml", '"$x\'s.yaml"', "'$x''s.yaml'"],
  ['“甲”.yaml', '"“甲”.yaml"', "'“甲”.yaml'"],
])('%s is quoted for the Windows shells', (name, cmd, powershell) => {
  expect(argument(name, 'cmd')).toBe(cmd);
  expect(argument(name, 'powershell')).toBe(powershell);
});

test('on Windows the program has its ending, and PowerShell is told by the folder of modules that it adds', () => {
  const modules = 'C:\\Program Files\\WindowsPowerShell\\Modules';
  const env = { USERPROFILE: 'C:\\Users\\me', PSModulePath: modules };
  expect(shellAtHand('win32', env)).toBe('cmd');
  const own = `c:\\users\\me\\Documents\\WindowsPowerShell\\Modules;${modules}`;
  expect(shellAtHand('win32', { ...env, PSModulePath: own })).toBe('powershell');
  expect(shellAtHand('linux', { ...env, PSModulePath: own })).toBe('posix');
  const shells = ['cmd', 'powershell', 'posix'] as const;
  expect(shells.map((shell) => program(shell, {}))).toEqual(['hn-gp.cmd', 'hn-gp.cmd', 'hn-gp']);
  const path = 'D:\\a b\\hn-gp.cmd';
  expect(shells.map((shell) => program(shell, { HN_GP_PROGRAM: path }))).toEqual([`"${path}"`, `& "${path}"`, 'hn-gp']);
  expect(program('powershell', { HN_GP_PROGRAM: 'D:\\hn-gp.cmd' })).toBe('D:\\hn-gp.cmd');
});

const space = workspace();
afterAll(space.remove);

test.each([
  ['-o', '新 计划 (1).yaml'],
  ['--xlsx', 'a b.xlsx'],
])('what init says to do next can be copied: %s %s', (option, name) => {
  const { err } = space.run(['init', 'plan', '--base', '海口市人民医院', option, name]);
  const [, command = ''] = /再运行 hn-gp (.*)$/m.exec(err) ?? [];
  const { code, err: said } = space.shell(`$HN ${command}`);
  expect(said).not.toMatch(/找不到|没有/);
  expect(code).not.toBe(2);
});
