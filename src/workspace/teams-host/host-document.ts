import { randomBytes } from "node:crypto";

/**
 * The one HTML document of the host page, under a strict content security policy. `frameOrigins` are the origins
 * apps and SharePoint live at; `identityOrigin` is where the broker answers.
 */
export function hostDocument(options: {
  readonly frameOrigins: readonly string[];
  readonly identityOrigin: string;
}): Response {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // The style engine puts the nonce on its style elements (see host-entry).
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: http://localhost:* http://127.0.0.1:*",
    "font-src 'self'",
    `connect-src 'self' ${options.identityOrigin}`,
    `frame-src ${["http://localhost:*", "http://127.0.0.1:*", ...options.frameOrigins].join(" ")}`,
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const page = `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="style-nonce" content="${nonce}">
    <title>Teams</title>
    <link rel="icon" href="data:,">
    <style nonce="${nonce}">html, body, #root { height: 100%; margin: 0; } body { overflow: hidden; }</style>
    <script defer src="/assets/host.js"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>Siden kræver JavaScript.</noscript>
  </body>
</html>
`;
  return new Response(page, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Referrer-Policy": "strict-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
