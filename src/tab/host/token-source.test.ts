import { beforeEach, describe, expect, test, vi } from "vitest";
import { testTabConfig as config } from "#tab/testing/a-tab-config.ts";
import type { HostContext } from "./host.ts";
import type { TokenAsk } from "./msal-client.ts";
import { createTokenSource } from "./token-source.ts";

const silent = vi.fn<(ask: TokenAsk) => Promise<string>>();
const create = vi.fn();
vi.mock("./msal-client.ts", () => ({
  createMsalClient: (...parts: unknown[]): unknown => {
    create(...parts);
    return Promise.resolve({ silent, interactive: () => Promise.resolve(true), forget: () => Promise.resolve() });
  },
}));

const context: HostContext = { theme: "default", locale: "da", userId: "u", loginHint: undefined, route: undefined };

beforeEach(() => {
  silent.mockReset();
  create.mockReset();
});

describe("createTokenSource", () => {
  test("loads MSAL once, and parallel calls share one request", async () => {
    silent.mockResolvedValue("token");
    const tokens = createTokenSource(config, context);
    expect(create).not.toHaveBeenCalled();
    expect(await Promise.all([tokens.token(), tokens.token(), tokens.token()])).toEqual(["token", "token", "token"]);
    expect(create).toHaveBeenCalledTimes(1);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  test("a fresh token is a request of its own", async () => {
    silent.mockImplementation(({ fresh }) => Promise.resolve(fresh ? "fresh" : "old"));
    const tokens = createTokenSource(config, context);
    expect(await Promise.all([tokens.token(), tokens.token({ fresh: true })])).toEqual(["old", "fresh"]);
  });

  test("T29 parallel calls that were challenged alike share one request, and it carries the challenge", async () => {
    silent.mockImplementation(({ challenge }) => Promise.resolve(challenge ?? "none"));
    const tokens = createTokenSource(config, context);
    const ask = { fresh: true, challenge: 'Bearer claims="e30="' };
    await Promise.all([tokens.token(ask), tokens.token({ ...ask }), tokens.token(ask), tokens.token({ fresh: true })]);
    expect(silent.mock.calls).toEqual([[ask], [{ fresh: true, challenge: undefined }]]);
  });

  test("T29 the administrator's link leads to the tenant, also where MSAL is told of another one than Entra's", async () => {
    const link = new URL(await createTokenSource(config, context).adminConsentUrl());
    expect(link.origin + link.pathname).toBe("https://login.microsoftonline.com/t/v2.0/adminconsent");
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: "c",
      scope: "api://c/access_as_user",
      redirect_uri: "http://localhost/tab/redirect.html",
    });
    const authorityMetadata = JSON.stringify({
      authorization_endpoint: "http://localhost:4283/tenant/oauth2/v2.0/authorize",
    });
    const local = createTokenSource({ ...config, authorityMetadata }, context);
    expect(await local.adminConsentUrl()).toContain("http://localhost:4283/tenant/v2.0/adminconsent?");
  });

  test("asks again after a failure", async () => {
    silent.mockRejectedValueOnce(new Error("lost")).mockResolvedValueOnce("token");
    const tokens = createTokenSource(config, context);
    await expect(tokens.token()).rejects.toThrow("lost");
    expect(await tokens.token()).toBe("token");
  });
});
