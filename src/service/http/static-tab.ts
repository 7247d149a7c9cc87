import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import type { Hono } from "hono";
import { compress } from "hono/compress";
import type { TabConfig } from "#contract/tab-config.ts";
import type { AppEnv } from "./app-env.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ico": "image/x-icon",
};

export interface TabFiles {
  /** Folder of the built tab. */
  readonly folder: string;
  readonly config: TabConfig;
}

/** The page in the colours the host asks for, from its first paint on: what stands before any script follows no host. */
function inTheme(page: string, theme: string): string {
  return page.replace("<html ", `<html data-theme="${theme}" `);
}

/**
 * Serves the built tab under /tab/. Files with a content hash in their name may be kept for ever; every other address
 * without an extension is a route of the tab and gets the page itself, so that every screen is a link. They travel
 * compressed (G11); answers of the API do not, since a secret beside what somebody chose could be guessed by its length.
 */
export function mountTab(app: Hono<AppEnv>, { folder, config }: TabFiles): void {
  app.get("/", (context) => context.redirect("/tab/"));
  app.get("/tab", (context) => context.redirect("/tab/"));
  app.use("/tab/*", compress());
  app.get("/tab/config.json", (context) => {
    context.header("Cache-Control", "no-store");
    return context.json(config);
  });
  app.get("/tab/*", async (context) => {
    const path = context.req.path.slice("/tab/".length);
    const wanted = extname(path) === "" ? "index.html" : decodeURIComponent(path);
    const file = normalize(join(folder, wanted));
    if (!file.startsWith(normalize(folder) + sep)) return context.text("Not found", 404);
    const content = await readFile(file).catch(() => undefined);
    if (content === undefined) return context.text("Not found", 404);
    context.header("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    context.header(
      "Cache-Control",
      /\.[0-9a-f]{8,}\./u.test(wanted) ? "public, max-age=31536000, immutable" : "no-cache",
    );
    const theme = /^(?:default|dark|contrast)$/u.exec(context.req.query("theme") ?? "")?.[0];
    if (wanted === "index.html" && theme !== undefined) return context.body(inTheme(content.toString("utf8"), theme));
    return context.body(new Uint8Array(content));
  });
}
