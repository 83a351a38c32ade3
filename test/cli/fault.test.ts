import { expect, test } from 'vitest';
import { version } from '../../src/model/version.ts';
import { plan, workspace } from './run.ts';

/** Throws where nobody waits for it, once the program has begun or it is known that it does not mind. */
const throwing = `
const asked = Date.now();
const throws = setInterval(() => {
  if (process.listenerCount('uncaughtException') === 0 && Date.now() - asked < 20_000) return;
  clearInterval(throws);
  throw new Error('the clock stands still');
}, 1);
`;

test.each([
  ['zh', '程序出错了，这不是您的文件的问题。', `hn-gp ${version}，Node `],
  ['en', 'a fault of the tool, not of your files.', `hn-gp ${version}, Node `],
])('a fault that nobody waits for ends with 3 and says how to report it, in %s', (lang, says, names) => {
  const place = workspace({ 'plan.yaml': plan, 'throwing.cjs': throwing });
  const env = { NODE_OPTIONS: `--require ${JSON.stringify(place.path('throwing.cjs'))}` };
  const { code, err } = place.run(['check', 'plan.yaml', '--as-of', '2024-01-15', '--lang', lang], { env });
  const lines = err.slice(err.indexOf('hn-gp: ')).split('\n');
  expect(lines[0]).toContain(says);
  expect(lines[1]).toContain(names);
  expect(lines[2]).toBe('Error: the clock stands still');
  expect(code).toBe(3);
  place.remove();
});
