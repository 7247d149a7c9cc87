import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves one built file by its plain name from a folder; anything that is not a plain name does not exist. */
export async function hostAsset(folder: string, name: string): Promise<Response> {
  const type = types[extname(name)];
  if (type === undefined || !/^[\w.-]+$/u.test(name)) return new Response("Not found", { status: 404 });
  const content = await readFile(join(folder, name)).catch(() => undefined);
  if (content === undefined) return new Response("Not found", { status: 404 });
  return new Response(content, {
    headers: { "Content-Type": type, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" },
  });
}
