import { describe, expect, it } from "vitest";
import { answerNestedAppAuth, type NestedAppAuthOptions } from "./nested-app-auth.ts";
import type { BrokerAnswer, BrokerQuestion } from "./token-broker.ts";

const tokens = { access_token: "a.b.c", id_token: "d.e.f", expires_in: 3600, scope: "api://x/read" };
const consentNeeded = { kind: "consent-needed", code: "invalid_grant", description: "AADSTS65001" } as const;
const stepUp: BrokerAnswer = { kind: "step-up", code: "interaction_required", description: "AADSTS50076" };

describe("answerNestedAppAuth", () => {
  it("names the pane's person at the start", async () => {
    expect(await ask("GetInitContext")).toMatchObject({
      messageType: "NestedAppAuthResponse",
      requestId: "r1",
      success: true,
      initContext: {
        accountContext: { homeAccountId: "oid.tid", environment: "login.microsoftonline.com", tenantId: "tid" },
      },
    });
  });

  it("gives the pane's person's tokens, whatever account the tab asks for", async () => {
    const asked: BrokerQuestion[] = [];
    const answer = await ask("GetToken", {
      ask: (question) => (asked.push(question), Promise.resolve({ kind: "tokens", tokens })),
    });
    expect(asked).toEqual([{ account: "oid", clientId: "client", scope: "api://x/read", claims: "{}" }]);
    expect(answer).toMatchObject({
      success: true,
      token: tokens,
      account: { localAccountId: "oid", username: "anna@proeve.example" },
    });
  });

  it("never opens a dialog for a silent request", async () => {
    const answer = await ask("GetToken", {
      ask: () => Promise.resolve(consentNeeded),
      confirm: () => Promise.reject(new Error("asked")),
    });
    expect(answer).toMatchObject({
      success: false,
      error: { status: "USER_INTERACTION_REQUIRED", code: "invalid_grant" },
    });
  });

  it("asks the person once when a popup is allowed, and takes no for an answer", async () => {
    const asked: BrokerQuestion[] = [];
    const broker = (question: BrokerQuestion): Promise<BrokerAnswer> => {
      asked.push(question);
      return Promise.resolve(question.consent === true ? { kind: "tokens", tokens } : consentNeeded);
    };
    expect(await ask("GetTokenPopup", { ask: broker, confirm: () => Promise.resolve(true) })).toMatchObject({
      success: true,
    });
    expect(asked.map(({ consent }) => consent)).toEqual([undefined, true]);
    expect(await ask("GetTokenPopup", { ask: broker, confirm: () => Promise.resolve(false) })).toMatchObject({
      error: { status: "USER_CANCEL" },
    });
  });

  it.each([
    [{ kind: "no-network" }, "NO_NETWORK"],
    [{ kind: "no-account" }, "ACCOUNT_UNAVAILABLE"],
    [{ kind: "refused", code: "invalid_scope", description: "" }, "PERSISTENT_ERROR"],
  ] as const)("says %j in the library's words", async (broker, status) => {
    expect(await ask("GetToken", { ask: () => Promise.resolve(broker) })).toMatchObject({
      success: false,
      error: { status },
    });
  });

  it("passes claims on, and lets the person show more when conditional access wants it", async () => {
    const asked: BrokerQuestion[] = [];
    const broker = (question: BrokerQuestion): Promise<BrokerAnswer> => {
      asked.push(question);
      return Promise.resolve(question.confirmed === true ? { kind: "tokens", tokens } : stepUp);
    };
    expect(await ask("GetToken", { ask: broker })).toMatchObject({
      error: { status: "USER_INTERACTION_REQUIRED", code: "interaction_required" },
    });
    expect(await ask("GetTokenPopup", { ask: broker })).toMatchObject({ success: true });
    expect(await ask("GetTokenPopup", { ask: broker, stepUp: () => Promise.resolve(false) })).toMatchObject({
      error: { status: "USER_CANCEL" },
    });
    expect(asked.map(({ claims, confirmed }) => [claims, confirmed])).toEqual([
      ["{}", undefined],
      ["{}", undefined],
      ["{}", true],
      ["{}", undefined],
    ]);
  });

  it("asks nobody for what only an administrator can allow", async () => {
    const confirm = (): Promise<boolean> => Promise.reject(new Error("asked"));
    const broker = () => Promise.resolve({ ...consentNeeded, byAdministrator: true });
    expect(await ask("GetTokenPopup", { ask: broker, confirm })).toMatchObject({
      error: { status: "USER_INTERACTION_REQUIRED", code: "invalid_grant" },
    });
  });

  it("refuses unknown methods and ignores what is no request", async () => {
    expect(await ask("GetActiveAccount")).toMatchObject({ success: false, error: { status: "PERSISTENT_ERROR" } });
    expect(await answerNestedAppAuth("{broken", options())).toBeUndefined();
    expect(await answerNestedAppAuth('{"messageType":"Other"}', options())).toBeUndefined();
  });

  it("passes a short token life on", async () => {
    const asked: BrokerQuestion[] = [];
    await ask("GetToken", {
      lifetimeS: 302,
      ask: (question) => (asked.push(question), Promise.resolve({ kind: "tokens", tokens })),
    });
    expect(asked).toMatchObject([{ lifetimeS: 302 }]);
  });
});

async function ask(method: string, overrides: Partial<NestedAppAuthOptions> = {}): Promise<unknown> {
  const request = {
    messageType: "NestedAppAuthRequest",
    method,
    requestId: "r1",
    tokenParams: { clientId: "client", scope: "api://x/read", claims: "{}", platformBrokerId: "somebody-else.tid" },
  };
  return JSON.parse((await answerNestedAppAuth(JSON.stringify(request), options(overrides))) ?? "null");
}

function options(overrides: Partial<NestedAppAuthOptions> = {}): NestedAppAuthOptions {
  return {
    person: { id: "oid", userPrincipalName: "anna@proeve.example", displayName: "Anna Ager" },
    tenantId: "tid",
    lifetimeS: undefined,
    ask: () => Promise.resolve({ kind: "tokens", tokens }),
    confirm: () => Promise.resolve(true),
    stepUp: () => Promise.resolve(true),
    ...overrides,
  };
}
