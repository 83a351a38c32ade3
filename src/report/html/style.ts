/** The page's style: light and dark, readable on a phone and on A4, verdicts told apart without colour. */
export const style = `
:root{color-scheme:light dark;--bg:#f3f5f3;--card:#fff;--ink:#17211f;--muted:#52605c;--line:#d9dfdc;--accent:#0a5a66;--soft:#e8eeec;
--offline:#0a5a66;--online:#b7dbe0;
--pass-bg:#e2f2e6;--pass:#1d5a31;--fail-bg:#b3261e;--fail:#fff;--fail-edge:#7d120c;--fail-text:#a11d16;--unknown-bg:#f6e4a8;--unknown:#513c00;--pending-bg:#dde8f6;--pending:#1d4475;--waived-bg:#eae1f5;--waived:#523479;--mark:#ffe08a}
@media (prefers-color-scheme:dark){:root{--bg:#0f1516;--card:#182022;--ink:#e7eeec;--muted:#a3b3ae;--line:#2e3a3b;--accent:#74c9d4;--soft:#212b2d;
--offline:#6cc0cc;--online:#24545c;
--pass-bg:#173322;--pass:#a4dfb6;--fail-bg:#f2877c;--fail:#2a0503;--fail-edge:#ffd0ca;--fail-text:#ff9d93;--unknown-bg:#4a3d12;--unknown:#f5df97;--pending-bg:#1d3150;--pending:#b3cff8;--waived-bg:#37294c;--waived:#d6c3f2;--mark:#665013}}
*{box-sizing:border-box}
html{font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;background:var(--bg);color:var(--ink);-webkit-text-size-adjust:100%}
h3,h1,.message,li,label{overflow-wrap:anywhere}body{overflow-wrap:break-word;margin:0 auto;max-width:1180px;padding:0 20px 48px}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:8px;z-index:9}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{padding:36px 0 8px}
h1{font-size:1.9rem;line-height:1.25;margin:0 0 8px;letter-spacing:.01em}
h2{font-size:1.25rem;margin:44px 0 12px}
.facts{list-style:none;padding:0;margin:0;color:var(--muted);display:flex;flex-wrap:wrap;gap:2px 20px;font-size:.92rem}
.cards{display:grid;grid-template-columns:repeat(6,1fr);gap:12px;list-style:none;margin:20px 0 0;padding:0}
.cards li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px}
.cards b{display:block;font-size:2rem;line-height:1.15;font-variant-numeric:tabular-nums}
.cards small,.muted{color:var(--muted);font-size:.88rem}
.warn{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--fail-bg);border-radius:6px;padding:12px 18px;margin-top:20px}
.warn ul{margin:4px 0 0;padding-left:1.2em}
.sign{display:inline-grid;place-items:center;min-width:1.5em;height:1.5em;border-radius:4px;font-weight:700;font-style:normal;padding:0 .25em;line-height:1}
.fail{background:var(--fail-bg);color:var(--fail)}.unknown{background:var(--unknown-bg);color:var(--unknown)}.pending{background:var(--pending-bg);color:var(--pending)}.waived{background:var(--waived-bg);color:var(--waived)}.pass{background:var(--pass-bg);color:var(--pass)}.flawed{background:var(--card);color:var(--fail-text);box-shadow:inset 0 0 0 1.5px var(--fail-text)}
.scroll,.rows{position:relative}.scroll{overflow:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;max-width:100%}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.92rem}
th,td{text-align:left;padding:8px 10px;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child>td,tr:last-child>th{border-bottom:0}
thead th{background:var(--soft);font-weight:600;white-space:nowrap}
caption{text-align:left;padding:10px 12px;color:var(--muted)}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
th button::after{content:" ↕";color:var(--muted)}th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
.zero{color:var(--muted)}
td .few{font-weight:700}
.bar{display:block;width:100%;min-width:150px;height:14px;border-radius:3px;overflow:hidden}
.bar .fail{fill:var(--fail-bg)}.bar .unknown{fill:var(--unknown)}.bar .pending{fill:var(--pending)}.bar .waived{fill:var(--waived)}.bar .pass{fill:var(--pass-bg)}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;list-style:none;padding:0;margin:0 0 10px;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:6px}
.matrix .scroll{max-height:78vh}
.matrix table{width:auto;min-width:0}
.matrix th,.matrix td{border-right:1px solid var(--line)}
.matrix thead th{position:sticky;top:0;z-index:2;vertical-align:bottom;padding:8px 2px;text-align:center}
.matrix thead th[colspan]{height:30px;padding:0 2px;vertical-align:middle;font-size:.85rem}.matrix thead tr+tr th{top:30px}
.matrix thead th[rowspan]:not(.data){left:0;z-index:3;text-align:left;padding:8px 12px}
.matrix tbody th{position:sticky;left:0;z-index:1;background:var(--card);white-space:nowrap;font-weight:500;padding:4px 12px;max-width:15em;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}
.matrix tbody td{padding:0;text-align:center;min-width:30px;height:32px;vertical-align:middle;font-weight:700}
.matrix td a{color:inherit;text-decoration:none;display:grid;place-content:center;grid-auto-flow:column;height:32px}
.matrix td small{font-size:.68em;align-self:start}
.up{display:inline-block;writing-mode:vertical-rl;line-height:1.15;font-size:.82rem;font-weight:500;text-align:start;white-space:normal;max-height:17em}
[lang=en] .up{transform:rotate(180deg)}
.up a{color:inherit;text-decoration:none}
form{position:sticky;top:0;z-index:4;display:grid;grid-template-columns:repeat(6,1fr);gap:10px;background:var(--bg);padding:12px 0;border-bottom:1px solid var(--line);align-items:end}
label{display:block;font-size:.82rem;color:var(--muted);min-width:0}
select,input,.plain{font:inherit;font-size:.95rem;color:var(--ink);background:var(--card);border:1px solid #7a8784;border-radius:6px;padding:0 8px;height:38px;width:100%;min-width:0}
form .tools{grid-column:1/-1;display:flex;gap:14px;align-items:center}
.plain{width:auto;cursor:pointer}
[hidden]{display:none!important}
.owner,.owner tr{scroll-margin-top:130px}.owner{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:12px 0}
.owner>summary{padding:12px 16px;cursor:pointer;display:flex;flex-wrap:wrap;gap:6px 12px;align-items:center;list-style:none}
.owner>summary::-webkit-details-marker{display:none}
.owner>summary::before{content:"▸";color:var(--muted)}.owner[open]>summary::before{content:"▾"}
.owner>summary h3{font-size:1.05rem;margin:0;flex:1 1 12em}
.chips{display:flex;gap:6px;flex-wrap:wrap;font-size:.86rem}
.chip{border-radius:4px;padding:1px 7px;font-weight:600;white-space:nowrap}
.body{padding:0 16px 16px}
h4{font-size:.98rem;margin:22px 0 8px}
.items{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:minmax(0,1fr);gap:12px}
.finding{border:1px solid var(--line);border-left:5px solid var(--line);border-radius:8px;padding:12px 14px}
.finding.error{border-left-color:var(--fail-bg)}.finding.warning{border-left-color:var(--unknown)}.finding.info{border-left-color:var(--pending)}.finding.waived{border-left-color:var(--waived);background:none;color:inherit}
.message{margin:0 0 8px;font-weight:600}
.tag{border-radius:4px;padding:1px 7px;font-size:.84rem;font-weight:700;margin-right:6px;white-space:nowrap}
.tag.error{background:var(--fail-bg);color:var(--fail)}.tag.warning{background:var(--unknown-bg);color:var(--unknown)}.tag.info{background:var(--pending-bg);color:var(--pending)}
pre{margin:0 0 10px;padding:8px 10px;background:var(--soft);border-radius:6px;overflow:auto;font:.86rem/1.5 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace}
pre .ln{color:var(--muted);user-select:none}
mark{background:var(--mark);color:inherit;border-radius:2px;box-shadow:inset 0 -2px var(--fail-text)}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 14px;margin:0;font-size:.93rem}
dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
dd.remedy{font-weight:600}
code{font:.92em ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
figure{margin:8px 0 0}
figure .rows svg{display:block;min-width:760px;width:100%;height:auto}
.year .grid{fill:none;stroke:var(--line);shape-rendering:crispEdges}
.year text{font-size:13px;fill:var(--ink);dominant-baseline:central}.year .months{text-anchor:middle;fill:var(--muted)}
.year rect{fill:var(--card);stroke:var(--offline);stroke-width:1.5}.year .offline{fill:var(--offline)}.year .online{fill:var(--online)}.year .batch{stroke-dasharray:4 2}
.year .done{fill:var(--muted);stroke:var(--card)}.year .pending{fill:var(--card);stroke:var(--ink);stroke-width:1.8}.year .overdue{fill:var(--fail-bg);stroke:var(--fail-edge);stroke-width:1.8}
.year .set,.year .today{stroke-width:1.5;stroke:var(--accent)}.year .set{stroke:var(--muted);stroke-dasharray:5 4}
.year text.set,.year text.today{font-size:12px;text-anchor:middle;stroke:none;fill:var(--accent)}.year text.set{fill:var(--muted)}
figcaption{font-size:.88rem;color:var(--muted);margin-top:6px}
.key{display:inline-block;width:1.5em;height:.75em;border:1.5px solid var(--offline);border-radius:2px;vertical-align:-.05em;background:var(--card)}
.key.offline{background:var(--offline)}.key.online{background:var(--online)}.key.batch{border-style:dashed}
.rows{overflow:auto}
.rows td:first-child{white-space:nowrap}
details.more{margin-top:16px}details.more>summary{cursor:pointer;color:var(--accent);font-weight:600}
details.more .rows,section>details .scroll{margin-top:8px}
section>details>summary{cursor:pointer}
section>details>summary h2{display:inline-block}
.due{width:15px;height:15px}.due path{stroke-width:1.8;fill:var(--card);stroke:var(--ink)}.due-overdue path{fill:var(--fail-bg);stroke:var(--fail-edge)}.due-done path{fill:var(--muted);stroke:var(--card);transform:scale(.6)}
.plain-list{margin:0;padding-left:1.1em}table.law th[scope=row]{white-space:nowrap}article.finding{margin:12px 0;scroll-margin-top:12px;background:var(--card)}article.finding h4{margin:0 0 8px}article.finding h4 code{font-weight:400;color:var(--muted)}nav ul{margin:8px 0;padding-left:1.2em}tr:target>*,article.finding:target{box-shadow:inset 0 0 0 2px var(--accent)}
td.hash{font:.8rem/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
footer{margin-top:44px;color:var(--muted);font-size:.88rem;border-top:1px solid var(--line);padding-top:14px}
@media (max-width:760px){body{padding:0 12px 32px}header{padding-top:20px}h1{font-size:1.45rem}h2{margin-top:34px}
.cards{grid-template-columns:repeat(2,1fr);gap:8px}.cards li{padding:10px 12px}.cards b{font-size:1.6rem}
form{position:static;grid-template-columns:1fr 1fr}.body{padding:0 12px 12px}
.matrix tbody th,.matrix thead th[rowspan]:not(.data){min-width:7em;max-width:8.5em;white-space:normal;padding:4px 8px;line-height:1.25}
dl{grid-template-columns:minmax(0,1fr)}dt{margin-top:6px;font-size:.84rem}}
@page{size:A4;margin:14mm}
@page wide{size:A4 landscape;margin:10mm}
@media print{:root{--bg:#fff;--card:#fff;--ink:#000;--muted:#444;--line:#bbb;--accent:#0a5a66;--soft:#eee;--offline:#0a5a66;--online:#b7dbe0;
--pass-bg:#e2f2e6;--pass:#1d5a31;--fail-bg:#b3261e;--fail:#fff;--fail-edge:#7d120c;--fail-text:#a11d16;--unknown-bg:#f6e4a8;--unknown:#513c00;--pending-bg:#dde8f6;--pending:#1d4475;--waived-bg:#eae1f5;--waived:#523479;--mark:#ffe08a;color-scheme:light}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
html{font-size:10.5pt}body{max-width:none;padding:0}header{padding-top:0}form,.skip,th button::after{display:none!important}
.cards{gap:6px}.cards li{padding:6px 10px}.cards b{font-size:1.5rem}
.scroll,.matrix .scroll,.rows,pre{overflow:visible;max-height:none}pre{white-space:pre-wrap}
.scroll{border-radius:0}
.matrix{page:wide;break-inside:avoid}.matrix h2{margin-top:0}
.matrix table{width:100%;font-size:8pt}.matrix thead th,.matrix tbody th{position:static}.matrix tbody td{min-width:0;height:20px}.matrix td a{height:20px}.matrix thead th{padding:3px 0}.matrix tbody th{padding:2px 4px;max-width:none;white-space:normal}
.up{font-size:7.5pt}
.summary,.rows table{font-size:8.5pt}.summary th,.summary td,.rows th,.rows td{padding:3px 6px}.bar{min-width:60px}th button{display:contents}.chip{padding:0 4px}
.owner{border:0;border-top:2px solid var(--ink);border-radius:0}.owner>summary{padding:8px 0}.owner>summary::before{display:none}.body{padding:0}
.finding,tr,figure,.cards li{break-inside:avoid}h2,h3,h4,summary{break-after:avoid}
figure .rows svg{min-width:0}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`.trim();
