import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeProtectedHeader } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { activitySchema } from "#service/bot/activity.ts";
import { createChannelTokenCheck } from "#service/bot/channel-token.ts";
import { remoteKeys, tokenVerifier, type VerifyToken } from "#service/http/sign-in.ts";
import { createIdentity, type Identity } from "#workspace/identity/identity.ts";
import { startWorkspace, type Workspace } from "#workspace/start-workspace.ts";
import { anApplication, anna, testAppId, testSeed } from "#workspace/test-seed.ts";

const ownTenant = testSeed().tenant;
const foreignTenant = { ...ownTenant, id: "99999999-9999-4999-8999-999999999999", domain: "fremmed.example" };
const graphAudience = "https://graph.microsoft.com";
const connectorAudience = "https://api.botframework.com";
const client = anApplication(testAppId, "Prøveapp");

let folder: string;
let workspace: Workspace;
/** Another tenant with the same people, applications and, as at Entra, the same signing keys. */
let foreign: Identity;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fremdrift-tenants-"));
  workspace = await startWorkspace({ port: 0, seed: testSeed(), dataFolder: folder });
  foreign = await createIdentity({
    seed: testSeed({ tenant: foreignTenant }),
    origin: workspace.origins.identity,
    keysFile: join(folder, "identity-key.json"),
  });
});
afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Anna's token, by either tenant; everything but the tenant is the same. */
function token(by: Identity, audience: string, scopes: readonly string[] = ["User.Read"]): Promise<string> {
  return by.issue.userAccessToken({ person: anna, client, audience, scopes });
}

function get(url: string, bearer: string): Promise<Response> {
  return fetch(url, { headers: { authorization: `Bearer ${bearer}`, accept: "application/json" } });
}

/** The check the service makes, on the keys the workspace publishes. */
function serviceCheck(): VerifyToken {
  const authority = `${workspace.origins.identity}/${ownTenant.id}`;
  const keys = remoteKeys(`${authority}/discovery/v2.0/keys`, fetch);
  return tokenVerifier(keys, { issuer: `${authority}/v2.0`, clientId: testAppId, tenantId: ownTenant.id });
}

describe("a token of another tenant, signed with the same keys", () => {
  test("has everything right but its tenant", async () => {
    const own = await token(workspace.identity, graphAudience);
    const other = await token(foreign, graphAudience);
    expect(decodeProtectedHeader(other).kid).toBe(decodeProtectedHeader(own).kid);
    expect(await foreign.verify(other, { audiences: [graphAudience] })).toMatchObject({ ok: true });
  });

  test("is refused by Graph, a person's and an application's", async () => {
    const url = `${workspace.origins.graph}/v1.0/me`;
    expect((await get(url, await token(workspace.identity, graphAudience))).status).toBe(200);
    const application = await foreign.issue.applicationToken({ client, audience: graphAudience });
    for (const bearer of [await token(foreign, graphAudience), application]) {
      const answer = await get(`${workspace.origins.graph}/v1.0/sites/root`, bearer);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: "InvalidAuthenticationToken" } });
    }
  });

  test("is refused by the service's API", async () => {
    const check = serviceCheck();
    const scopes = ["access_as_user"];
    expect(await check(await token(workspace.identity, testAppId, scopes))).toMatchObject({ objectId: anna.id });
    expect(await check(await token(foreign, testAppId, scopes))).toBeUndefined();
  });

  test("is refused by the bot, and so is a chat of another tenant", async () => {
    const check = createChannelTokenCheck({
      config: {
        appId: testAppId,
        tenantId: ownTenant.id,
        issuer: workspace.identity.issuer,
        openIdUrl: "https://channel.test/v1/.well-known/openidconfiguration",
        anonymous: false,
      },
      // The worst a key server can do: it vouches for the very keys both tenants sign with.
      fetch: async () => {
        const keys = await fetch(`${workspace.origins.identity}/${ownTenant.id}/discovery/v2.0/keys`);
        const body = (await keys.json()) as { keys: object[] };
        return Response.json({ keys: body.keys.map((key) => ({ ...key, endorsements: ["msteams"] })) });
      },
      machineNow: Date.now,
    });
    const activity = activitySchema.parse({
      type: "message",
      channelId: "msteams",
      serviceUrl: "https://channel.test/",
      from: { id: "29:x", aadObjectId: anna.id },
      recipient: { id: "28:bot" },
      conversation: { id: "a:1", tenantId: foreignTenant.id },
    });
    const bearerOf = async (by: Identity) => new Headers({ authorization: `Bearer ${await token(by, testAppId)}` });
    expect(await check(await bearerOf(foreign), activity)).toBe("bad-token");
    // Not even our own tenant's users speak for the channel: their tokens name no service address.
    expect(await check(await bearerOf(workspace.identity), activity)).toBe("wrong-service-url");
  });

  test("sends nothing into the chat", async () => {
    const url = `${workspace.origins.host}/channel/connector/v3/conversations`;
    const post = async (by: Identity): Promise<number> => {
      const bearer = await by.issue.applicationToken({ client, audience: connectorAudience });
      const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
      return (await fetch(url, { method: "POST", headers, body: "{}" })).status;
    };
    expect(await post(foreign)).toBe(401);
    expect(await post(workspace.identity)).not.toBe(401);
  });

  test("is refused by SharePoint's pages, which read with it", async () => {
    const url = `${workspace.origins.sharePoint}/sites/aaben/_api/web/lists`;
    expect((await get(url, await token(workspace.identity, graphAudience, ["AllSites.Read"]))).status).not.toBe(401);
    expect((await get(url, await token(foreign, graphAudience, ["AllSites.Read"]))).status).toBe(401);
    const signIn = new URLSearchParams({
      grant_type: "password",
      client_id: testAppId,
      username: `anna@${foreignTenant.domain}`,
    });
    const foreignAddress = `${workspace.origins.identity}/${foreignTenant.id}/oauth2/v2.0/token`;
    expect((await fetch(foreignAddress, { method: "POST", body: signIn })).status).toBe(400);
  });
});

describe("the signing key changes while people are signed in", () => {
  test("T15 service, Graph and chat take the new key without a restart, and old tokens until they end", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const check = serviceCheck();
    const api = ["access_as_user"];
    const old = {
      api: await token(workspace.identity, testAppId, api),
      graph: await token(workspace.identity, graphAudience),
    };
    expect(await check(old.api)).toMatchObject({ objectId: anna.id });
    await workspace.identity.rotateSigningKey();
    // Keys are asked for at most once in five seconds.
    vi.setSystemTime(Date.now() + 6000);
    const fresh = {
      api: await token(workspace.identity, testAppId, api),
      graph: await token(workspace.identity, graphAudience),
    };
    expect(decodeProtectedHeader(fresh.api).kid).not.toBe(decodeProtectedHeader(old.api).kid);
    for (const each of [fresh, old]) {
      expect(await check(each.api)).toMatchObject({ objectId: anna.id });
      expect((await get(`${workspace.origins.graph}/v1.0/me`, each.graph)).status).toBe(200);
    }
    const bearer = await workspace.identity.issue.applicationToken({ client, audience: connectorAudience });
    const chat = await fetch(`${workspace.origins.host}/channel/connector/v3/conversations`, {
      method: "POST",
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      body: "{}",
    });
    expect(chat.status).not.toBe(401);
  });
});
