import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "./app-env.ts";
import { microsoftHosts, securityHeaders } from "./security-headers.ts";

function aService(publicUrl: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(securityHeaders({ publicUrl, hostOrigins: microsoftHosts, identityOrigin: "https://login.example" }));
  app.onError((_error, context) => context.text("", 500));
  app.get("/tab/", (context) => context.html("<p></p>"));
  app.get("/tab/redirect.html", (context) => context.html("<p></p>"));
  app.get("/api/me", (context) => context.json({}));
  app.get("/api/broken", () => {
    throw new Error("broken");
  });
  return app;
}

const get = async (path: string, publicUrl = "https://fremdrift.example") =>
  (await aService(publicUrl).fetch(new Request(`https://fremdrift.example${path}`))).headers;
const directive = (headers: Headers, name: string) =>
  (headers.get("content-security-policy") ?? "").split("; ").find((each) => each.startsWith(`${name} `));

describe("securityHeaders", () => {
  it.each(["/tab/", "/tab/redirect.html", "/api/me", "/api/broken", "/api/missing", "/missing"])(
    "T50 %s may only be framed by Teams, Outlook and Microsoft 365",
    async (path) => {
      const headers = await get(path);
      expect(directive(headers, "frame-ancestors")).toBe(`frame-ancestors 'self' ${microsoftHosts.join(" ")}`);
      // X-Frame-Options knows no list: it would keep Teams out, or say nothing at all.
      expect(headers.get("x-frame-options")).toBeNull();
    },
  );

  it.each(["/tab/", "/api/me", "/api/broken", "/missing"])(
    "%s runs only its own scripts and tells nothing",
    async (path) => {
      const headers = await get(path);
      expect(directive(headers, "default-src")).toBe("default-src 'none'");
      expect(directive(headers, "script-src")).toBe("script-src 'self'");
      expect(directive(headers, "base-uri")).toBe("base-uri 'none'");
      expect(directive(headers, "form-action")).toBe("form-action 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  it("keeps answers of the API nowhere, and asks for https only where there is https", async () => {
    expect((await get("/api/me")).get("cache-control")).toBe("no-store");
    expect((await get("/tab/", "http://localhost:4281")).get("strict-transport-security")).toBeNull();
  });

  it("lets the tab talk to itself, to sign-in and to Teams' list of hosts, and to nobody else", async () => {
    const connect = directive(await get("/tab/"), "connect-src");
    expect(connect).toBe("connect-src 'self' https://res.cdn.office.net https://login.example");
  });
});
