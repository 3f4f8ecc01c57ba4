import { escapeHtml } from './html-text.ts'

/** The whole document around a page: its styles are within, and nothing is fetched. */
export function printFrame(title: string, body: string, script: string | null): string {
  const scripts = script === null ? '' : `\n<script>${script}</script>`
  // Even if a text slipped through the escaping, nothing of it would be loaded or sent.
  const policy = `default-src 'none'; style-src 'unsafe-inline'${script === null ? '' : "; script-src 'unsafe-inline'"}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}${scripts}
</body>
</html>
`
}

const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#1d2126;--soft:#5b6470;--line:#e3e0da;--link:#0b57a4;--mark:#eef2f7;
--four:#8a4b00;--four-bg:#fdf0dc;--five:#9a1c2a;--five-bg:#fde8ea}
@media (prefers-color-scheme:dark){:root{--paper:#15181c;--card:#1c2026;--ink:#e7e9ec;--soft:#a0a9b4;--line:#30363e;--link:#8ab8ee;--mark:#262c34;
--four:#f2c078;--four-bg:#3a2c16;--five:#f5a3ab;--five-bg:#41202a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
overflow-wrap:anywhere}
main,.top{max-width:46rem;margin:0 auto;padding:0 1.25rem}
main{padding-top:.75rem;padding-bottom:4rem}
.top{padding-top:1.5rem;color:var(--soft);font-size:.9rem}
h1{font-size:1.9rem;line-height:1.2;margin:.75rem 0 .5rem;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.1rem;margin:2.25rem 0 .6rem}
h3{font-size:1rem;margin:1.5rem 0 .4rem}
p{margin:.6rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,input:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:.3rem}
code,pre{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.9em}
code{background:var(--mark);padding:.1em .35em;border-radius:.3rem}
pre{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1rem;overflow-x:auto;line-height:1.45;overflow-wrap:normal}
pre code{background:none;padding:0;font-size:.92em}
.lead{color:var(--soft);margin:0 0 1.25rem}
.badge{display:inline-block;min-width:3.1em;text-align:center;font-variant-numeric:tabular-nums;font-weight:600;font-size:.82rem;
padding:.1em .5em;border-radius:.4rem;color:var(--four);background:var(--four-bg)}
.badge.five{color:var(--five);background:var(--five-bg)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.45rem 1.25rem;margin:1.25rem 0;padding:1rem;background:var(--card);
border:1px solid var(--line);border-radius:.6rem}
dt{color:var(--soft)}dd{margin:0}
.list{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:.6rem;overflow:hidden}
.list>li+li{border-top:1px solid var(--line)}
.row{display:grid;grid-template-columns:auto 1fr;gap:.15rem .85rem;align-items:baseline;padding:.65rem 1rem;color:inherit;text-decoration:none}
a.row:hover{background:var(--mark)}
a.row:focus-visible{outline-offset:-3px}
.row .title{grid-column:2;font-weight:600}.row .code{grid-column:2;color:var(--soft);font-size:.9rem}
.row .code code{background:none;padding:0}
.sign{padding:.65rem 1rem}.sign p{margin:0}.sign .when{color:var(--soft);font-size:.9rem}
.find{position:sticky;top:0;z-index:1;background:var(--paper);padding:.75rem 0}
.find label{display:block;font-size:.9rem;color:var(--soft);margin-bottom:.3rem}
.find input{width:100%;font:inherit;padding:.6rem .8rem;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:.6rem}
.count{color:var(--soft);font-size:.9rem;margin:.4rem 0 0}
[hidden]{display:none!important}
@media (max-width:30rem){h1{font-size:1.55rem}dl{grid-template-columns:1fr;gap:.1rem}dd+dt{margin-top:.55rem}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#bbb;--link:#000;--mark:#fff}
body{font-size:11pt}.find,.top{display:none}main,.top{max-width:none}pre{white-space:pre-wrap;overflow-wrap:anywhere}
h2,h3{break-after:avoid}.list>li,dl,pre{break-inside:avoid}}
`
