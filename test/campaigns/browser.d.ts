/** What the page's own code knows of the browser, where a campaign runs it in Node.js. */
declare const navigator: { readonly userAgent: string };
