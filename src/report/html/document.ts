import type { Language } from '../../model/finding.ts';
import { version } from '../../model/version.ts';
import { sha256Base64 } from '../../text/digest.ts';
import { LongText } from '../../text/long-text.ts';
import { html, Markup } from './markup.ts';
import { style } from './style.ts';

/** What a page shows. */
export interface Page {
  title: string;
  /** Its head, under a heading of its own, and what comes after that. */
  header: Markup;
  main: Markup | Iterable<Markup>;
  footer: Markup | string;
  /** The page's own script, if it has one. */
  script?: string;
}

/** One HTML page that needs nothing else: no network, no files; the same bytes for the same content. */
export function document({ title, header, main, footer, script }: Page, lang: Language): LongText {
  const run = script === undefined ? '' : ` script-src 'sha256-${sha256Base64(script)}';`;
  const policy = `default-src 'none';${run} style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
  const head = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="hn-gp ${version}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#main">${lang === 'zh' ? '跳到正文' : 'Skip to content'}</a>
<header>${header}</header>
<main id="main">
`;
  const end = html`
</main>
<footer>${footer}</footer>
${script !== undefined && html`<script>${new Markup(script)}</script>`}
</body>
</html>
`;
  return new LongText(function* () {
    yield head.text;
    for (const part of main instanceof Markup ? [main] : main) yield part.text;
    yield end.text;
  });
}
