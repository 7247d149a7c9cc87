/** The one HTML document of the pages; what the script needs to know is in it as JSON. */
export function pageDocument(options: {
  readonly title: string;
  readonly nonce: string;
  readonly config: Readonly<Record<string, unknown>>;
}): string {
  const { title, nonce, config } = options;
  return `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="style-nonce" content="${nonce}">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    <style nonce="${nonce}">html, body, #root { height: 100%; margin: 0; }</style>
    <script type="application/json" id="page-config">${JSON.stringify(config).replaceAll("<", "\\u003c")}</script>
    <script defer src="/assets/sharepoint.js"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>Siden kræver JavaScript.</noscript>
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
