import type { Language } from "#domain/shared/language.ts";
import { type PagePart, type PublicPages, type PublicPath, publicPaths } from "./public-page.ts";

/** What a page is made from. */
export interface PageParts {
  readonly path: PublicPath;
  readonly language: Language;
  readonly texts: PublicPages;
  readonly municipality: string;
}

/**
 * One open page as HTML: no script, one style element (which the content policy allows), colours by the machine's own
 * setting, and everything a person has written or configured escaped.
 */
export function publicPageHtml({ path, language, texts, municipality }: PageParts): string {
  const { frame, pages } = texts;
  const page = pages[path];
  const named: Named = (text) => text.replaceAll("{kommune}", () => municipality);
  const other: Language = language === "da" ? "en" : "da";
  const link = (to: PublicPath): string =>
    `<li><a href="/${to}?sprog=${language}"${to === path ? ' aria-current="page"' : ""}>${safe(frame.names[to])}</a></li>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${safe(page.title)} – Fremdrift</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#indhold">${safe(frame.skip)}</a>
<header><div class="row">
<a class="name" href="/tab/">Fremdrift</a>
<nav aria-label="${safe(frame.navigation)}"><ul>${publicPaths.map(link).join("")}</ul></nav>
<a href="/${path}?sprog=${other}" lang="${other}" hreflang="${other}">${safe(frame.otherLanguage)}</a>
</div></header>
<main id="indhold" tabindex="-1">
<h1>${safe(page.title)}</h1>
<p class="lead">${safe(named(page.lead))}</p>
<nav class="contents" aria-label="${safe(frame.contents)}"><ul>${page.parts
    .map(({ id, heading }) => `<li><a href="#${id}">${safe(heading)}</a></li>`)
    .join("")}</ul></nav>
${page.parts.map((part) => partHtml(part, named)).join("\n")}
<p><a class="open" href="/tab/">${safe(frame.open)}</a></p>
</main>
<footer><div class="row"><span>${safe(municipality)}</span><span>${safe(frame.updated)}</span></div></footer>
</body>
</html>
`;
}

/** Puts the municipality's name where a text speaks of it. */
type Named = (text: string) => string;

function partHtml({ id, heading, text, points = [], inOrder = false, link }: PagePart, named: Named): string {
  const list = inOrder ? "ol" : "ul";
  const items = points.map((point) => `<li>${safe(named(point))}</li>`).join("");
  return `<section aria-labelledby="${id}"><h2 id="${id}">${safe(heading)}</h2>${text
    .map((sentence) => `<p>${safe(named(sentence))}</p>`)
    .join("")}${items === "" ? "" : `<${list}>${items}</${list}>`}${
    link === undefined ? "" : `<p><a href="${safe(link.url)}" rel="noreferrer">${safe(link.text)}</a></p>`
  }</section>`;
}

/** A text as HTML shows it. */
function safe(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const STYLE = `
:root{color-scheme:light dark;--back:#fafafa;--card:#fff;--text:#242424;--soft:#424242;--line:#d1d1d1;--link:#444791}
@media (prefers-color-scheme:dark){:root{--back:#1f1f1f;--card:#292929;--text:#fff;--soft:#d6d6d6;--line:#666;--link:#9ea2ff}}
*{box-sizing:border-box}
html{scroll-padding-top:16px}
body{margin:0;background:var(--back);color:var(--text);font:16px/24px "Segoe UI",system-ui,-apple-system,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:2px}
a:focus-visible,main:focus-visible{outline:2px solid currentcolor;outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:8px;top:-60px;padding:8px 12px;background:var(--card);border:1px solid var(--line)}
.skip:focus{top:8px}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:0 24px;max-width:760px;margin:0 auto;padding:0 16px}
header{background:var(--card);border-bottom:1px solid var(--line)}
header a{display:inline-block;padding:12px 0;min-width:24px}
header nav{flex:1 1 auto}
header li{margin:0}
header ul{display:flex;flex-wrap:wrap;gap:0 16px;margin:0;padding:0;list-style:none}
.name{color:inherit;font-weight:600;text-decoration:none}
[aria-current]{color:inherit;font-weight:600}
main{max-width:760px;margin:0 auto;padding:24px 16px 40px;outline-offset:-2px}
h1{margin:0 0 8px;font-size:28px;line-height:36px;font-weight:600}
h2{margin:32px 0 8px;font-size:20px;line-height:28px;font-weight:600}
p{margin:0 0 12px;max-width:68ch}
.lead{color:var(--soft);font-size:18px;line-height:28px}
.contents ul{margin:0 0 8px;padding-left:20px}
.contents a{display:inline-block;padding:4px 0}
ol,ul{max-width:68ch;padding-left:24px}
li{margin-bottom:4px}
.open{display:inline-block;margin-top:24px;padding:10px 20px;border:1px solid currentcolor;border-radius:4px;font-weight:600;text-decoration:none}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:14px;line-height:20px}
footer .row{justify-content:space-between;padding-block:12px}
@media print{header,.contents,.open,.skip{display:none}}
`;
