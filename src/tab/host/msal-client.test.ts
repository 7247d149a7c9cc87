import type * as Msal from "@azure/msal-browser";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { testTabConfig as config } from "#tab/testing/a-tab-config.ts";
import type { HostContext } from "./host.ts";
import { createMsalClient } from "./msal-client.ts";

const library = {
  acquireTokenSilent: vi.fn<(request: object) => Promise<object>>(),
  acquireTokenPopup: vi.fn<(request: object) => Promise<object>>(),
  getAllAccounts: () => [],
  getActiveAccount: () => null,
  setActiveAccount: vi.fn(),
  clearCache: () => new Promise(() => undefined),
};
const create = vi.fn<(configuration: Msal.Configuration) => Promise<typeof library>>(() => Promise.resolve(library));
vi.mock("@azure/msal-browser", async (original) => ({
  ...(await original<typeof Msal>()),
  createNestablePublicClientApplication: (configuration: Msal.Configuration) => create(configuration),
}));
const { ClientAuthError, InteractionRequiredAuthError } = await import("@azure/msal-browser");

const context: HostContext = { theme: "default", locale: "da", userId: "u", loginHint: "u@x", route: undefined };
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const challenge = `Bearer error="insufficient_claims", claims="${btoa(claims)}"`;
const tokenOf = (person: string) => ({ accessToken: "token", account: { localAccountId: person } });
const askForMore = () =>
  new InteractionRequiredAuthError("interaction_required", "", "AADSTS50076", "", "", "", claims);

beforeEach(() => {
  vi.resetAllMocks();
  create.mockResolvedValue(library);
});

describe("createMsalClient", () => {
  test("says that it understands claims challenges, and gives people ten minutes in the window", async () => {
    await createMsalClient(config, context);
    expect(create.mock.calls[0]?.[0]).toMatchObject({
      auth: { clientCapabilities: ["cp1"] },
      system: { popupBridgeTimeout: 600_000 },
    });
  });

  test("T29 a challenge is first tried silently with its claims; then one window asks for them, and the next for nothing", async () => {
    library.acquireTokenSilent.mockRejectedValue(askForMore());
    library.acquireTokenPopup.mockResolvedValue(tokenOf("u"));
    const client = await createMsalClient(config, context);
    await expect(client.silent({ fresh: true, challenge })).rejects.toMatchObject({ reason: "more" });
    expect(library.acquireTokenSilent.mock.calls).toMatchObject([[{ claims, forceRefresh: true }]]);
    expect(library.acquireTokenPopup).not.toHaveBeenCalled();
    expect(await client.interactive()).toBe(true);
    expect(library.acquireTokenPopup.mock.calls).toMatchObject([[{ claims, loginHint: "u@x" }]]);
    await client.interactive();
    expect(library.acquireTokenPopup.mock.calls[1]?.[0]).not.toHaveProperty("claims");
  });

  test("T29 'not now' is no failure, in a host (user_canceled) as in a browser, and the next click asks the same", async () => {
    library.acquireTokenSilent.mockRejectedValue(askForMore());
    library.acquireTokenPopup.mockRejectedValue(new ClientAuthError("user_canceled", ""));
    const client = await createMsalClient(config, context);
    await expect(client.silent({ fresh: false })).rejects.toMatchObject({ reason: "more" });
    expect(await client.interactive()).toBe(false);
    expect(await client.interactive()).toBe(false);
    expect(library.acquireTokenPopup.mock.calls).toMatchObject([[{ claims }], [{ claims }]]);
  });

  test("T29 a window nobody answers ends after ten minutes, and a sign-out that hangs after twenty seconds", async () => {
    vi.useFakeTimers();
    library.acquireTokenPopup.mockReturnValue(new Promise(() => undefined));
    const client = await createMsalClient(config, context);
    const waiting = expect(client.interactive()).rejects.toMatchObject({ reason: "failed" });
    const leaving = expect(client.forget()).rejects.toThrow("Sign-out");
    await vi.advanceTimersByTimeAsync(600_000);
    await waiting;
    await leaving;
    vi.useRealTimers();
  });

  test("takes nobody's token but the one Teams shows", async () => {
    library.acquireTokenSilent.mockResolvedValue(tokenOf("somebody-else"));
    library.acquireTokenPopup.mockResolvedValue(tokenOf("somebody-else"));
    const client = await createMsalClient(config, context);
    await expect(client.silent({ fresh: false })).rejects.toMatchObject({ reason: "other-account" });
    await expect(client.interactive()).rejects.toMatchObject({ reason: "other-account" });
  });
});
