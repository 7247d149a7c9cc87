import type { webcrypto } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { anApplication, anna, bo, carl, foreignAppId, testAppId, testScriptId, testSeed } from "../test-seed.ts";
import { answerOf, apiScope, identityClient, redirectUri, tokensSchema } from "./identity.test-support.ts";
import { createIdentity, type Identity } from "./identity.ts";

const origin = "http://localhost:4283";
const hostOrigin = "http://localhost:4280";
const tenant = testSeed().tenant.id;

let machine = new Date("2026-11-22T09:00:00Z");
let assertionKey: webcrypto.CryptoKey;
let identity: Identity;
const { authorizePath, get, post, choose, aCode, token, redeem, redeemProblem, refresh } = identityClient(
  origin,
  (request) => identity.fetch(request),
);

beforeAll(async () => {
  const pair = await generateKeyPair("RS256", { extractable: true });
  assertionKey = pair.privateKey;
  const clientKeys = [JSON.stringify(await exportJWK(pair.publicKey))];
  const seed = testSeed({
    applications: [
      anApplication(testAppId, "Prøveapp", { clientKeys }),
      anApplication(testScriptId, "Script", { publicClient: true }),
      anApplication(foreignAppId, "Fremmed"),
    ],
  });
  identity = await createIdentity({ seed, origin, machineNow: () => machine, hostOrigins: [hostOrigin] });
});

describe("authorization code with PKCE", () => {
  it("shows every account, featured ones first, and returns a code in the fragment", async () => {
    const page = await get(authorizePath());
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).toContain("Vælg konto");
    expect(text.indexOf("Anna Ager")).toBeLessThan(text.indexOf("Carl Åby"));
    const { parameters, location } = await choose(authorizePath({ response_mode: "fragment", state: "a b" }), anna.id);
    expect(location.startsWith(`${redirectUri}#`)).toBe(true);
    expect(parameters.get("state")).toBe("a b");
    expect(parameters.get("code")).toBeTruthy();
  });

  it("appends to an address that has a query already", async () => {
    const { location } = await choose(authorizePath({ redirect_uri: "http://localhost:4281/with?query=1" }), anna.id);
    expect(location.startsWith("http://localhost:4281/with?query=1&code=")).toBe(true);
  });

  it("gives tokens that verify against the published keys", async () => {
    const answer = await redeem(await aCode({ nonce: "n1" }));
    const keys = createRemoteJWKSet(new URL(`${origin}/${tenant}/discovery/v2.0/keys`), {
      [customFetch]: (url, init) => identity.fetch(new Request(url, init as RequestInit)),
    });
    const issuer = `${origin}/${tenant}/v2.0`;
    const access = await jwtVerify(answer.access_token, keys, { issuer, audience: testAppId, currentDate: machine });
    expect(access.payload).toMatchObject({
      tid: tenant,
      oid: anna.id,
      upn: anna.userPrincipalName,
      name: "Anna Ager",
      scp: "access_as_user",
      roles: ["Administrator"],
      appid: testAppId,
      azp: testAppId,
      ver: "2.0",
      exp: machine.getTime() / 1000 + 3600,
    });
    const id = await jwtVerify(answer.id_token, keys, { issuer, audience: testAppId, currentDate: machine });
    expect(id.payload).toMatchObject({
      nonce: "n1",
      preferred_username: anna.userPrincipalName,
      roles: ["Administrator"],
    });
    expect(access.protectedHeader.kid).toBe(id.protectedHeader.kid);
    expect(answer.scope).toBe(`openid profile offline_access ${apiScope}`);
    expect(JSON.parse(Buffer.from(answer.client_info, "base64url").toString())).toEqual({ uid: anna.id, utid: tenant });
  });

  it("redeems a code once, and a second try ends what the first one gave", async () => {
    const code = await aCode();
    const first = await redeem(code);
    expect(await redeemProblem(code)).toMatchObject({ error: "invalid_grant", error_codes: [54005] });
    expect(await refresh(first.refresh_token)).toMatchObject({ error: "invalid_grant" });
  });

  it("refuses a wrong verifier and a wrong redirect address, and the code is then spent", async () => {
    const code = await aCode();
    expect(await redeemProblem(code, { code_verifier: "w".repeat(50) })).toMatchObject({ error_codes: [501481] });
    expect(await redeemProblem(code)).toMatchObject({ error: "invalid_grant" });
    expect(await redeemProblem(await aCode(), { redirect_uri: "http://localhost:4281/with?query=1" })).toMatchObject({
      error_codes: [500112],
    });
  });

  it("refuses a code after ten minutes", async () => {
    const code = await aCode();
    const before = machine;
    machine = new Date(before.getTime() + 10 * 60_000);
    const problem = await redeemProblem(code);
    machine = before;
    expect(problem).toMatchObject({ error: "invalid_grant" });
  });

  it("never redirects to an address that is not registered, but ignores a loopback port", async () => {
    const foreign = await get(authorizePath({ redirect_uri: "http://evil.example/tab/signed-in.html" }));
    expect(foreign.status).toBe(400);
    expect(foreign.headers.get("location")).toBeNull();
    expect((await get(authorizePath({ redirect_uri: "http://localhost:5999/tab/signed-in.html" }))).status).toBe(200);
  });

  it("refuses the plain method, a missing challenge and an unknown scope", async () => {
    const problemOf = async (changes: Record<string, string>) =>
      answerOf(await get(authorizePath(changes))).parameters.get("error");
    expect(await problemOf({ code_challenge_method: "plain" })).toBe("invalid_request");
    expect(await problemOf({ code_challenge: "" })).toBe("invalid_request");
    expect(await problemOf({ response_type: "token" })).toBe("unsupported_response_type");
    expect(await problemOf({ scope: `api://${testAppId}/no_such` })).toBe("invalid_scope");
  });
});

describe("session", () => {
  it("answers prompt=none only with a session for the hinted account", async () => {
    const silent = (hint: string, cookie: string) =>
      get(authorizePath({ prompt: "none", login_hint: hint }), { cookie });
    expect(answerOf(await silent(anna.userPrincipalName, "")).parameters.get("error")).toBe("login_required");
    const { cookie } = await choose(authorizePath(), anna.id);
    expect(answerOf(await silent(anna.userPrincipalName, cookie)).parameters.get("code")).toBeTruthy();
    expect(answerOf(await silent(bo.userPrincipalName, cookie)).parameters.get("error")).toBe("login_required");
  });

  it("passes without the page on a session, unless prompt=select_account, and forgets at logout", async () => {
    const { cookie } = await choose(authorizePath(), carl.id);
    expect((await get(authorizePath(), { cookie })).status).toBe(302);
    expect((await get(authorizePath({ prompt: "select_account" }), { cookie })).status).toBe(200);
    await get(`/${tenant}/oauth2/v2.0/logout`, { cookie });
    expect((await get(authorizePath(), { cookie })).status).toBe(200);
  });

  it("refuses a choice posted by another page", async () => {
    const answer = await identity.fetch(
      new Request(origin + authorizePath(), {
        method: "POST",
        headers: { origin: "http://evil.example" },
        body: new URLSearchParams({ account: anna.id }),
      }),
    );
    expect(answer.status).toBe(403);
  });

  it("asks for consent to a permission nobody has given, and only once", async () => {
    const path = authorizePath({ scope: "Mail.Read" });
    const { cookie } = await choose(authorizePath(), bo.id);
    const silent = answerOf(await get(`${path}&prompt=none`, { cookie }));
    expect(silent.parameters.get("error")).toBe("interaction_required");
    expect((await get(path, { cookie })).status).toBe(200);
    await choose(path, bo.id);
    expect(answerOf(await get(`${path}&prompt=none`, { cookie })).parameters.get("code")).toBeTruthy();
  });

  it("returns access_denied when the person cancels", async () => {
    const answer = await post(authorizePath(), { cancel: "1" }, { origin });
    expect(answerOf(answer).parameters.get("error")).toBe("access_denied");
  });
});

describe("refresh", () => {
  it("rotates: the next token works, the old one only within the grace, then the family ends", async () => {
    const first = await redeem(await aCode());
    const second = await refresh(first.refresh_token);
    expect(second["access_token"]).toBeTruthy();
    expect(second["refresh_token"]).not.toBe(first.refresh_token);
    expect((await refresh(first.refresh_token, "User.Read"))["access_token"]).toBeTruthy();
    const before = machine;
    machine = new Date(before.getTime() + 61_000);
    expect(await refresh(first.refresh_token)).toMatchObject({ error: "invalid_grant" });
    expect(await refresh(String(second["refresh_token"]))).toMatchObject({ error: "invalid_grant" });
    machine = before;
  });

  it("gives a Graph token for the same sign-in, without app roles", async () => {
    const first = await redeem(await aCode());
    const graph = decodeJwt(
      String((await refresh(first.refresh_token, "https://graph.microsoft.com/User.Read"))["access_token"]),
    );
    expect(graph).toMatchObject({ aud: "https://graph.microsoft.com", scp: "User.Read" });
    expect(graph["roles"]).toBeUndefined();
  });

  it("refuses another application's token", async () => {
    const first = await redeem(await aCode());
    const answer = await token({
      grant_type: "refresh_token",
      client_id: foreignAppId,
      refresh_token: first.refresh_token,
    });
    expect(answer).toMatchObject({ error: "invalid_grant" });
  });
});

describe("password grant", () => {
  it("signs a persona in for the script client, by short or full name, whatever the password", async () => {
    for (const username of ["bo", "BO@proeve.example"]) {
      const answer = await token({
        grant_type: "password",
        client_id: testScriptId,
        username,
        password: "x",
        scope: apiScope,
      });
      expect(decodeJwt(String(answer["access_token"]))).toMatchObject({
        oid: bo.id,
        aud: testAppId,
        appid: testScriptId,
      });
    }
  });

  it("is refused to every other application, and to unknown people", async () => {
    expect(
      await token({ grant_type: "password", client_id: testAppId, username: "bo", password: "x", scope: apiScope }),
    ).toMatchObject({
      error: "unauthorized_client",
    });
    expect(
      await token({ grant_type: "password", client_id: testScriptId, username: "nobody", password: "x" }),
    ).toMatchObject({
      error: "invalid_grant",
    });
  });
});

describe("client credentials", () => {
  const tokenUrl = `${origin}/organizations/oauth2/v2.0/token`;

  it("accepts an assertion signed by the registered key and puts consented permissions in roles", async () => {
    const answer = await withAssertion(await assertion({ aud: tokenUrl }));
    const claims = decodeJwt(String(answer["access_token"]));
    expect(claims).toMatchObject({
      aud: "https://graph.microsoft.com",
      appid: testAppId,
      roles: ["Sites.Selected"],
      idtyp: "app",
    });
    expect(claims["scp"]).toBeUndefined();
  });

  it("refuses another key, another audience, another issuer, an expired assertion and a bare scope", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const refusals = await Promise.all([
      assertion({ aud: tokenUrl }, privateKey).then((text) => withAssertion(text)),
      assertion({ aud: "http://elsewhere.example/token" }).then((text) => withAssertion(text)),
      assertion({ aud: tokenUrl, iss: foreignAppId }).then((text) => withAssertion(text)),
      assertion({ aud: tokenUrl, exp: machine.getTime() / 1000 - 301 }).then((text) => withAssertion(text)),
    ]);
    expect(refusals.map((answer) => answer["error"])).toEqual(Array(4).fill("invalid_client"));
    expect(
      await withAssertion(await assertion({ aud: tokenUrl }), "https://graph.microsoft.com/User.Read"),
    ).toMatchObject({ error: "invalid_scope" });
  });

  async function assertion(claims: JWTPayload, key: webcrypto.CryptoKey = assertionKey): Promise<string> {
    return new SignJWT({ iss: testAppId, sub: testAppId, exp: machine.getTime() / 1000 + 300, ...claims })
      .setProtectedHeader({ alg: "RS256" })
      .sign(key);
  }

  function withAssertion(
    text: string,
    scope = "https://graph.microsoft.com/.default",
  ): Promise<Record<string, unknown>> {
    return token({
      grant_type: "client_credentials",
      client_id: testAppId,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: text,
      scope,
    });
  }
});

describe("verify", () => {
  it("accepts its own token for the right audience only", async () => {
    const bearer = `Bearer ${await aToken()}`;
    expect(await identity.verify(bearer, { audiences: ["https://graph.microsoft.com"] })).toMatchObject({
      ok: true,
      value: { objectId: anna.id, kind: "person" },
    });
    expect(await identity.verify(bearer, { audiences: [testAppId] })).toEqual({ ok: false, refusal: "audience" });
  });

  it("tells missing, malformed, foreign and expired tokens apart", async () => {
    const audiences = ["https://graph.microsoft.com"];
    const other = await createIdentity({ seed: testSeed(), origin, machineNow: () => machine });
    const foreign = await other.issue.userAccessToken({
      person: anna,
      client: anApplication(testAppId, "x"),
      scopes: ["User.Read"],
      audience: audiences[0]!,
    });
    expect(await identity.verify(undefined, { audiences })).toEqual({ ok: false, refusal: "missing" });
    expect(await identity.verify("Bearer nonsense", { audiences })).toEqual({ ok: false, refusal: "malformed" });
    expect(await identity.verify(foreign, { audiences })).toEqual({ ok: false, refusal: "signature" });
    const own = await aToken();
    const before = machine;
    machine = new Date(before.getTime() + 3_600_001);
    const late = await identity.verify(own, { audiences });
    machine = before;
    expect(late).toEqual({ ok: false, refusal: "expired" });
  });

  it("keeps accepting tokens after a restart when the key has a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "identity-"));
    const options = {
      seed: testSeed(),
      origin,
      machineNow: () => machine,
      keysFile: join(folder, "keys", "identity.json"),
    };
    const first = await createIdentity(options);
    const text = await first.issue.applicationToken({
      client: anApplication(testAppId, "x"),
      audience: "https://graph.microsoft.com",
    });
    const second = await createIdentity(options);
    expect(await second.verify(text, { audiences: ["https://graph.microsoft.com"] })).toMatchObject({
      ok: true,
      value: { roles: ["Sites.Selected"], kind: "application" },
    });
    rmSync(folder, { recursive: true });
  });

  function aToken(): Promise<string> {
    return identity.issue.userAccessToken({
      person: anna,
      client: anApplication(testAppId, "x"),
      scopes: ["User.Read"],
      audience: "https://graph.microsoft.com",
    });
  }
});

describe("broker", () => {
  const ask = async (body: object, from = hostOrigin) =>
    identity.fetch(
      new Request(`${origin}/workspace/broker`, {
        method: "POST",
        headers: { origin: from, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );

  it("gives the host page tokens for the pane's person and echoes the scopes", async () => {
    const answer = tokensSchema.parse(
      await (await ask({ account: bo.id, clientId: testAppId, scope: apiScope, lifetimeS: 302 })).json(),
    );
    expect(decodeJwt(answer.access_token)).toMatchObject({ oid: bo.id, aud: testAppId, scp: "access_as_user" });
    expect(answer).toMatchObject({ scope: apiScope, expires_in: 302 });
  });

  it("refuses other origins and asks for consent before a new permission", async () => {
    expect((await ask({ account: bo.id, clientId: testAppId, scope: apiScope }, "http://localhost:4281")).status).toBe(
      403,
    );
    const question = { account: carl.id, clientId: testAppId, scope: "Calendars.Read" };
    expect(await (await ask(question)).json()).toMatchObject({ error: "invalid_grant", suberror: "consent_required" });
    expect((await ask({ ...question, consent: true })).status).toBe(200);
    expect((await ask(question)).status).toBe(200);
  });
});

describe("addresses", () => {
  it("answers under the tenant's aliases and refuses other tenants", async () => {
    const configuration = await (await get("/organizations/v2.0/.well-known/openid-configuration")).json();
    expect(configuration).toMatchObject({
      issuer: `${origin}/${tenant}/v2.0`,
      jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
    });
    expect((await get("/other/v2.0/.well-known/openid-configuration")).status).toBe(400);
  });

  it("lets any page call the token endpoint", async () => {
    const answer = await identity.fetch(
      new Request(`${origin}/${tenant}/oauth2/v2.0/token`, {
        method: "OPTIONS",
        headers: { origin: "http://localhost:4281" },
      }),
    );
    expect(answer.headers.get("access-control-allow-origin")).toBe("http://localhost:4281");
  });

  it("refuses a token for two resources", async () => {
    const answer = await token({
      grant_type: "password",
      client_id: testScriptId,
      username: "bo",
      password: "x",
      scope: `${apiScope} User.Read`,
    });
    expect(answer).toMatchObject({ error: "invalid_scope", error_codes: [28000] });
  });
});
