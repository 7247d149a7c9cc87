import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppEnv } from "./app-env.ts";
import { mountTab } from "./static-tab.ts";

let folder: string;
const app = new Hono<AppEnv>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fremdrift-tab-"));
  writeFileSync(join(folder, "index.html"), '<html lang="da"><title>Fremdrift</title>');
  writeFileSync(join(folder, "tab.0a1b2c3d.js"), "tab()");
  mountTab(app, {
    folder,
    config: {
      clientId: "app",
      authority: "https://login.example/tenant",
      knownAuthorities: [],
      scope: "api://app/access_as_user",
      apiBaseUrl: "https://fremdrift.example",
      validMessageOrigins: [],
      appId: "app",
      redirectUri: "https://fremdrift.example/tab/redirect.html",
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = async (path: string) => app.fetch(new Request(`http://service.test${path}`));

describe("mountTab", () => {
  it.each(["default", "dark", "contrast"])(
    "G12 paints the frame in the host's theme %s before any script",
    async (theme) => {
      const answer = await get(`/tab/?theme=${theme}`);
      expect(await answer.text()).toContain(`<html data-theme="${theme}" lang="da">`);
    },
  );

  it.each(["glass", "", "dark%22%3E%3Cscript%3E", "DARK"])(
    "knows no theme %j and writes nothing of it",
    async (theme) => {
      expect(await (await get(`/tab/?theme=${theme}`)).text()).toBe('<html lang="da"><title>Fremdrift</title>');
    },
  );

  it.each(["/tab/", "/tab/index.html", "/tab/rounds/1/ranking"])(
    "%s is the page, and is asked for anew",
    async (path) => {
      const answer = await get(path);
      expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([
        200,
        '<html lang="da"><title>Fremdrift</title>',
        "no-cache",
      ]);
    },
  );

  it("a file with a hash in its name is kept for ever", async () => {
    const answer = await get("/tab/tab.0a1b2c3d.js");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("content-type")).toContain("javascript");
  });

  it("G11 a script travels compressed to whoever can read that, and is the same script", async () => {
    const script = "tab(1);".repeat(1000);
    writeFileSync(join(folder, "long.0a1b2c3d.js"), script);
    const asked = new Request("http://service.test/tab/long.0a1b2c3d.js", {
      headers: { "accept-encoding": "gzip, br" },
    });
    const answer = await app.fetch(asked);
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThan(script.length / 10);
    expect(gunzipSync(bytes).toString()).toBe(script);
    const plain = await get("/tab/long.0a1b2c3d.js");
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, script]);
  });

  it("the configuration is made at run time and never kept", async () => {
    const answer = await get("/tab/config.json");
    expect([((await answer.json()) as { appId: string }).appId, answer.headers.get("cache-control")]).toEqual([
      "app",
      "no-store",
    ]);
  });

  it.each(["/tab/missing.js", "/tab/..%2f..%2fetc%2fpasswd.txt", "/tab/%2e%2e/secret.json"])(
    "%s is not there",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
