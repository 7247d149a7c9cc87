import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { anApplication, anna, bo, testAppId, testSeed } from "../test-seed.ts";
import { answerOf, apiScope, identityClient, redirectUri } from "./identity.test-support.ts";
import { createIdentity, type Identity } from "./identity.ts";

const origin = "http://localhost:4283";
const hostOrigin = "http://localhost:4280";
const tenant = testSeed().tenant.id;
const graph = ["https://graph.microsoft.com"];
const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: "c1" } } });

let machine: Date;
let identity: Identity;
const { authorizePath, get, post, choose, aCode, redeem, redeemProblem, refresh } = identityClient(origin, (request) =>
  identity.fetch(request),
);

beforeEach(async () => {
  machine = new Date("2026-11-22T09:00:00Z");
  identity = await createIdentity({ seed: testSeed(), origin, machineNow: () => machine, hostOrigins: [hostOrigin] });
});

/** What the host page or a script changes about sign-in. */
async function control(body: object, from?: string): Promise<number> {
  const headers = { "content-type": "application/json", ...(from === undefined ? {} : { origin: from }) };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  return (await identity.fetch(new Request(`${origin}/workspace/sign-in`, init))).status;
}

async function broker(body: object): Promise<Record<string, unknown>> {
  const headers = { origin: hostOrigin, "content-type": "application/json" };
  const question = { account: bo.id, clientId: testAppId, scope: apiScope, ...body };
  const init = { method: "POST", headers, body: JSON.stringify(question) };
  const answer = await identity.fetch(new Request(`${origin}/workspace/broker`, init));
  return (await answer.json()) as Record<string, unknown>;
}

describe("PKCE", () => {
  it.each([
    ["plain", { code_challenge_method: "plain" }],
    ["no method, which would mean plain", { code_challenge_method: "" }],
    ["no challenge", { code_challenge: "" }],
    ["a challenge that is no SHA-256", { code_challenge: "short" }],
  ])("is S256 only: %s is refused before anybody is asked", async (_name, changes) => {
    const answer = answerOf(await get(authorizePath(changes)));
    expect(answer.parameters.get("error")).toBe("invalid_request");
    expect(answer.location.startsWith(redirectUri)).toBe(true);
  });

  it.each([
    ["no verifier", { code_verifier: "" }],
    ["the challenge itself", { code_verifier: new URLSearchParams(authorizePath()).get("code_challenge") ?? "" }],
    ["a verifier that is too short", { code_verifier: "v".repeat(42) }],
  ])("gives no token for %s", async (_name, changes) => {
    expect(await redeemProblem(await aCode(), changes)).toMatchObject({ error: "invalid_grant" });
  });
});

describe("consent", () => {
  it("is asked of each person once it is no longer given for everybody, and her no leads back to the app", async () => {
    const before = await redeem(await aCode());
    expect(await control({ consent: { clientId: testAppId, policy: "personal" } })).toBe(200);
    expect(await refresh(before.refresh_token)).toMatchObject({
      error: "invalid_grant",
      error_codes: [65001],
      suberror: "consent_required",
    });
    const refused = answerOf(await post(authorizePath(), { cancel: "1" }, { origin }));
    expect(refused.parameters.get("error")).toBe("access_denied");
    expect(await broker({})).toMatchObject({ suberror: "consent_required" });
    expect(await broker({ consent: true })).toMatchObject({ scope: apiScope });
    expect(await broker({ account: anna.id })).toMatchObject({ suberror: "consent_required" });
    expect((await redeem(await aCode())).access_token).toBeTruthy();
  });

  it("that only an administrator may give is explained to the person, with a way back", async () => {
    await control({ consent: { clientId: testAppId, policy: "administrator" } });
    const page = await post(authorizePath(), { account: bo.id }, { origin });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("kan kun en administrator")]);
    const back = answerOf(await post(authorizePath({ state: "s" }), { account: bo.id, back: "1" }, { origin }));
    expect(back.parameters.get("error_description")).toContain("AADSTS90094");
    expect(back.parameters.get("state")).toBe("s");
    expect(await broker({ consent: true })).toMatchObject({ error_codes: [90094] });
  });

  it("is given for everybody by an administrator's link", async () => {
    await control({ consent: { clientId: testAppId, policy: "administrator" } });
    const query = new URLSearchParams({ client_id: testAppId, redirect_uri: redirectUri, state: "s", scope: apiScope });
    const link = `/${tenant}/v2.0/adminconsent?${query}`;
    const text = await (await get(link)).text();
    expect([text.includes("Anna Ager"), text.includes("Bo Bæk")]).toEqual([true, false]);
    expect((await post(link, { account: bo.id }, { origin })).status).toBe(403);
    expect((await post(link, { account: anna.id }, { origin: "http://evil.example" })).status).toBe(403);
    const declined = answerOf(await post(link, { cancel: "1" }, { origin }));
    expect(declined.parameters.get("error")).toBe("access_denied");
    expect(await broker({})).toMatchObject({ suberror: "consent_required" });
    const { location, parameters } = answerOf(await post(link, { account: anna.id }, { origin }));
    expect(location.startsWith(`${redirectUri}?`)).toBe(true);
    expect(Object.fromEntries(parameters)).toEqual({ admin_consent: "True", tenant, state: "s", scope: apiScope });
    expect(await broker({})).toMatchObject({ scope: apiScope });
  });

  it("link leads to no address that is not registered", async () => {
    const query = new URLSearchParams({ client_id: testAppId, redirect_uri: "http://evil.example/" });
    const answer = await get(`/${tenant}/v2.0/adminconsent?${query}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
  });
});

describe("conditional access", () => {
  it("refuses silently with the claims to ask again with, and gives the token once the person has confirmed", async () => {
    const first = await redeem(await aCode());
    expect(decodeJwt(first.access_token)["acrs"]).toBeUndefined();
    const refusal = await refresh(first.refresh_token, apiScope, { claims });
    expect(refusal).toMatchObject({ error: "interaction_required", error_codes: [50076], claims });
    const { cookie } = await choose(authorizePath(), anna.id);
    const silent = answerOf(await get(authorizePath({ claims, prompt: "none" }), { cookie }));
    expect(silent.parameters.get("error")).toBe("interaction_required");
    expect(silent.parameters.get("claims")).toBe(claims);
    const page = await get(authorizePath({ claims }), { cookie });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("ekstra bekræftelse")]);
    const confirmed = await redeem(await aCode({ claims }), { claims });
    expect(decodeJwt(confirmed.access_token)).toMatchObject({ acrs: ["c1"] });
    expect((await get(authorizePath({ claims }), { cookie })).status).toBe(302);
  });

  it("can be demanded of everybody who uses a resource, until the demand is taken away", async () => {
    const first = await redeem(await aCode());
    await control({ conditionalAccess: { audience: testAppId, context: "c1" } });
    expect(await refresh(first.refresh_token)).toMatchObject({ error: "interaction_required", claims });
    expect(await refresh(first.refresh_token, "User.Read")).toMatchObject({ scope: "User.Read" });
    expect(await broker({})).toMatchObject({ error: "interaction_required", claims });
    expect(await broker({ claims, confirmed: true })).toMatchObject({ scope: apiScope });
    await control({ forgetConfirmations: true });
    expect(await broker({})).toMatchObject({ error: "interaction_required" });
    await control({ conditionalAccess: { audience: testAppId, context: null } });
    expect(await broker({})).toMatchObject({ scope: apiScope });
  });

  it.each(["{", '"c1"', '{"access_token":{"acrs":"c1"}}'])("refuses claims that are none: %s", async (wrong) => {
    const first = await redeem(await aCode());
    expect(await refresh(first.refresh_token, apiScope, { claims: wrong })).toMatchObject({ error: "invalid_request" });
    expect(answerOf(await get(authorizePath({ claims: wrong }))).parameters.get("error")).toBe("invalid_request");
  });
});

describe("signing keys", () => {
  const kidOf = (token: string) => decodeProtectedHeader(token).kid;
  const publishedKids = async () => {
    const { keys } = (await (await get(`/${tenant}/discovery/v2.0/keys`)).json()) as { keys: { kid: string }[] };
    return keys.map(({ kid }) => kid);
  };
  const aToken = () =>
    identity.issue.userAccessToken({
      person: anna,
      client: anApplication(testAppId, "x"),
      scopes: ["User.Read"],
      audience: "https://graph.microsoft.com",
      lifetimeS: 48 * 3600,
    });

  it("T15 change while people are signed in: old tokens hold, the old key is published for a day and no longer", async () => {
    const old = await aToken();
    await identity.rotateSigningKey();
    const fresh = await aToken();
    expect(kidOf(fresh)).not.toBe(kidOf(old));
    expect(await publishedKids()).toEqual([kidOf(fresh), kidOf(old)]);
    for (const token of [old, fresh])
      expect(await identity.verify(token, { audiences: graph })).toMatchObject({ ok: true });
    machine = new Date(machine.getTime() + 24 * 3_600_000);
    expect(await publishedKids()).toEqual([kidOf(fresh)]);
    expect(await identity.verify(old, { audiences: graph })).toEqual({ ok: false, refusal: "signature" });
    expect(await identity.verify(fresh, { audiences: graph })).toMatchObject({ ok: true });
  });

  it("survive a restart, all that are published, and the file of the time before there were several", async () => {
    const folder = mkdtempSync(join(tmpdir(), "identity-keys-"));
    const keysFile = join(folder, "identity.json");
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    writeFileSync(keysFile, JSON.stringify(await exportJWK(privateKey)));
    const open = () => createIdentity({ seed: testSeed(), origin, machineNow: () => machine, keysFile });
    identity = await open();
    const old = await aToken();
    await identity.rotateSigningKey();
    const fresh = await aToken();
    identity = await open();
    expect(await publishedKids()).toEqual([kidOf(fresh), kidOf(old)]);
    expect(await identity.verify(old, { audiences: graph })).toMatchObject({ ok: true });
    expect(JSON.parse(readFileSync(keysFile, "utf8"))).toMatchObject({ keys: [{}, { retiredAt: machine.getTime() }] });
    rmSync(folder, { recursive: true });
  });

  it("are changed by the host page and scripts only", async () => {
    const before = await publishedKids();
    expect(await control({ rotateKey: true }, "http://localhost:4281")).toBe(403);
    expect(await control({ rotateKey: "yes" })).toBe(400);
    expect(await publishedKids()).toEqual(before);
    expect(await control({ rotateKey: true }, hostOrigin)).toBe(200);
    expect(await publishedKids()).toHaveLength(2);
  });
});
