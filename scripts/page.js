// The check as one page: markup, style, the page's own script, and the source of its worker, packed, as a text of its own. The
// policy names the digests of style and script, and allows nothing to be fetched.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { cellsWithoutLog } from './cells-without-log.js';
import { lexerAtOnce } from './lexer-at-once.js';

/** Browsers of the last four years. */
const BROWSERS = ['chrome107', 'edge107', 'firefox106'];

/**
 * csv-stringify takes Node's Buffer for the byte-order mark, and asks whether its options are one.
 *
 * @type {import('esbuild').Plugin}
 */
const csvWithoutBuffer = {
  name: 'csv-without-buffer',
  setup({ onLoad }) {
    onLoad({ filter: /csv-stringify.lib.api.\w+\.js$/ }, ({ path }) => ({
      contents: `const Buffer = { from: () => '\\ufeff', isBuffer: () => false };${readFileSync(path, 'utf8')}`,
    }));
  },
};

/**
 * The page's text, the files that went into it, and what of it each of them gave.
 *
 * @param {(name: string) => string} path of a file of the project
 */
export async function pageOf(path) {
  /** @param {string} entry */
  const bundled = async (entry) => {
    const { outputFiles, metafile } = await build({
      entryPoints: [path(entry)],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: BROWSERS,
      minify: !process.env.NOMIN,
      charset: 'utf8',
      legalComments: 'none',
      metafile: true,
      absWorkingDir: path(''),
      write: false,
      plugins: [cellsWithoutLog, lexerAtOnce, csvWithoutBuffer],
      // Colours are for terminals; without them cli-table3 has none.
      external: ['@colors/colors/safe'],
      alias: { yaml: path('node_modules/yaml/browser/dist/index.js') },
    });
    return {
      text: (outputFiles[0]?.text ?? '').trim(),
      inputs: Object.keys(metafile.inputs),
      outputs: Object.values(metafile.outputs),
    };
  };
  const [worker, script, style] = await Promise.all([
    bundled('src/web/worker.ts'),
    bundled('src/web/page/page.ts'),
    bundled('src/web/page/page.css'),
  ]);
  const policy = [
    "default-src 'none'",
    `script-src ${digestOf(inElement(script.text))}`,
    `style-src ${digestOf(inElement(style.text))}`,
    'worker-src blob:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const text = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>hn-gp</title>
<style>${inElement(style.text)}</style>
</head>
<body>
${readFileSync(path('src/web/page/body.html'), 'utf8').trim()}
<script type="text/plain" id="worker">${deflateSync(worker.text, { level: 9 }).toString('base64')}</script>
<script>${inElement(script.text)}</script>
</body>
</html>
`;
  const outputs = Object.entries({ worker, script, style }).map(([name, { outputs }]) => [
    `hn-gp.html ${name}`,
    outputs[0],
  ]);
  return { text, inputs: [...worker.inputs, ...script.inputs], outputs };
}

/**
 * Code as it may stand in an element: what would end that, or begin a comment, is written with an escape, which is the same in strings and
 * regular expressions.
 *
 * @param {string} code
 */
const inElement = (code) => code.replace(/<(?=\/(?:script|style)|!--|script)/gi, '\\x3c');

/** @param {string} text */
const digestOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
