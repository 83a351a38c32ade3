import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plan } from '../cli/run.ts';
import { hasWine, windows } from './wine.ts';

const root = join(import.meta.dirname, '../..');
const zip = join(root, 'hn-gp-windows.zip');
const isBuilt = existsSync(zip);
const { pathsIn } = createRequire(import.meta.url)('../../windows/launch.js');

test.each([
  ['a double click', '"C:\\x 检查.d\\检查.cmd" ', []],
  ['blanks and none', '"C:\\x\\检查.cmd" "D:\\a b\\c.yaml" D:\\d.xlsx', ['D:\\a b\\c.yaml', 'D:\\d.xlsx']],
  ['a bare launcher', 'C:\\x\\检查.cmd D:\\a.yaml', ['D:\\a.yaml']],
  [
    'wide blanks',
    'C:\\x\\检查.cmd D:\\计划　海口.yaml D:\\a\u00a0b.yaml',
    ['D:\\计划　海口.yaml', 'D:\\a\u00a0b.yaml'],
  ],
  ['signs of cmd.exe', 'C:\\x\\检查.CMD D:\\a&b^c,d;e=f(1)!%x%.yaml', ['D:\\a&b^c,d;e=f(1)!%x%.yaml']],
])('paths are read from the call of a launcher as it came: %s', (_, line, paths) => {
  expect(pathsIn(`C:\\WINDOWS\\system32\\cmd.exe /c "${line}"`, '检查.cmd')).toEqual(paths);
});

test('in the call of a terminal there are none', () => {
  expect(pathsIn('"C:\\WINDOWS\\system32\\cmd.exe" ', '检查.cmd')).toBeUndefined();
});

test.each(['bin/hn-gp.cmd', 'windows/检查.cmd', 'windows/新建.cmd'])(
  '%s is what cmd.exe reads in any code page',
  (name) => {
    expect(readFileSync(join(root, name), 'latin1')).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
  },
);

describe.skipIf(!isBuilt)('hn-gp-windows.zip (made by npm run build:windows)', () => {
  const bytes = isBuilt ? readFileSync(zip) : Buffer.alloc(0);
  const files = isBuilt ? unzipSync(bytes) : {};
  const file = (name: string) => Buffer.from(files[`hn-gp/${name}`] ?? []);

  test('it holds the package as it is built now, and what it takes to run it, in 40 MB', () => {
    expect(bytes.length).toBeLessThan(40_000_000);
    expect(Object.keys(files).every((name) => name.startsWith('hn-gp/'))).toBe(true);
    for (const name of ['bin/hn-gp.js', 'bin/hn-gp.cmd', 'dist/cli.cjs', 'notices/training-2024.yaml', 'LICENSE'])
      expect(
        file(`app/${name}`).equals(readFileSync(join(root, name))),
        `${name}: run npm run build:windows again`,
      ).toBe(true);
    for (const name of ['检查.cmd', '新建.cmd', '使用说明.txt'])
      expect(file(name).equals(readFileSync(join(root, 'windows', name))), name).toBe(true);
    expect(file('hn-gp.html').equals(file('app/dist/hn-gp.html'))).toBe(true);
    expect(file('app/NODE-LICENSE').toString()).toContain('Copyright Node.js contributors');
  });

  test('node.exe has the signature of its makers', () => {
    const exe = file('app/node.exe');
    const header = exe.readUInt32LE(0x3c);
    // The fifth of the data directories of a PE32+ header: where the certificate lies, and its size.
    const [place, size] = [exe.readUInt32LE(header + 24 + 112 + 32), exe.readUInt32LE(header + 24 + 112 + 36)];
    expect(size).toBeGreaterThan(1000);
    expect(exe.subarray(place, place + size).toString('latin1')).toContain('OpenJS Foundation');
  });

  test('names are marked as UTF-8, and no time of the build is in it', () => {
    let entries = 0;
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 46)) {
      const name = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString();
      if (!(name in files)) continue;
      entries += 1;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII
      expect(Boolean(bytes.readUInt16LE(at + 8) & 0x800), name).toBe(/[^\x00-\x7f]/.test(name));
      expect(bytes.readUInt32LE(at + 12), name).toBe((1 << 21) | (1 << 16));
    }
    expect(entries).toBe(Object.keys(files).length);
  });

  describe.skipIf(!hasWine)('under Wine', () => {
    const home = 'D:\\解压 (1) & ^ab\\hn-gp';
    const node = `${home}\\app\\node.exe`;
    let system: ReturnType<typeof windows>;
    const put = (name: string, content: string | Uint8Array) => {
      mkdirSync(dirname(join(system.drive, name)), { recursive: true });
      writeFileSync(join(system.drive, name), content, { mode: 0o755 });
    };
    beforeAll(() => {
      system = windows();
      for (const [name, content] of Object.entries(files)) put(`解压 (1) & ^ab/${name}`, content);
      put('opened.txt', '');
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a program
      put('open.cjs', "require('node:fs').appendFileSync('D:\\\\opened.txt', `${process.argv[2]}\\n`);");
      // What a double click on a page or a workbook does.
      const key = 'HKLM\\Software\\Classes';
      system.run([
        'reg',
        'add',
        `${key}\\opened\\shell\\open\\command`,
        '/ve',
        '/f',
        '/d',
        `"${node}" D:\\open.cjs "%1"`,
      ]);
      for (const kind of ['.html', '.xlsx']) system.run(['reg', 'add', `${key}\\${kind}`, '/ve', '/f', '/d', 'opened']);
    }, 180_000);
    afterAll(() => system?.remove());
    const opens = (file: string) =>
      expect
        .poll(() => readFileSync(join(system.drive, 'opened.txt'), 'utf8').split('\n').at(-2), { timeout: 20_000 })
        .toBe(file);

    test('a file dragged onto 检查.cmd is checked, and its record opens', async () => {
      put('计划 甲(2)&b/一 (1).yaml', plan);
      const { out, err } = system.explorer(node, `"${home}\\检查.cmd" "D:\\计划 甲(2)&b\\一 (1).yaml"`);
      expect(err).toBe('');
      expect(out).toContain('training/hospital-online-duration');
      expect(out).toContain('再拖到 检查.cmd 上');
      expect(out).not.toContain('hn-gp.cmd');
      expect(readFileSync(join(system.drive, '计划 甲(2)&b/合规记录.html'), 'utf8')).toContain('海口市人民医院');
      await opens('D:\\计划 甲(2)&b\\合规记录.html');
    });

    test('so is one in whose name cmd.exe sees two commands, and the second is not run', async () => {
      put('x&echo.yaml', plan);
      const { out } = system.explorer(node, `"${home}\\检查.cmd" D:\\x&echo.yaml`);
      expect(out).toContain('x&echo.yaml');
      expect(out).toContain('检查 1 个文件');
      expect(out).not.toMatch(/^yaml/m);
    });

    test('so is a folder', () => {
      put('文件夹/一.yaml', plan);
      put('文件夹/二.yaml', plan.replace('HK-2024-01', 'HK-2024-02'));
      const { out } = system.explorer(node, `"${home}\\检查.cmd" D:\\文件夹`);
      expect(out).toContain('检查 2 个文件');
    });

    test('without files, 检查.cmd opens the page', async () => {
      expect(system.explorer(node, `"${home}\\检查.cmd"`).err).toBe('');
      await opens(`${home}\\hn-gp.html`);
    });

    test('新建.cmd asks for base and year, and opens the workbook that it writes', async () => {
      put('新/readme.txt', '');
      const { err } = system.explorer(node, `"${home}\\新建.cmd" D:\\新`, '海口市人民医院\r\n2024\r\n');
      expect(err).toContain('已写好 年度计划.xlsx。下一步：用 Excel 或 WPS 填好、保存，再拖到 检查.cmd 上');
      await opens('D:\\新\\年度计划.xlsx');
    });

    test('hn-gp.cmd runs with the node.exe beside it, and names itself in what it says to do next', () => {
      const program = `${home}\\app\\bin\\hn-gp.cmd`;
      const { code, err } = system.explorer(node, `"${program}" init plan -o "D:\\新 (2).yaml"`);
      expect(err).toContain(`再运行 "${program}" check "D:\\新 (2).yaml"`);
      expect(code).toBe(0);
    });
  });
});
