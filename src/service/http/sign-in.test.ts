import { Hono } from "hono";
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, type JWTVerifyGetKey, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { AppEnv } from "./app-env.ts";
import { remoteKeys, signIn, tokenVerifier, type VerifyToken } from "./sign-in.ts";

const issuer = "https://login.example/tenant/v2.0";
const clientId = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02";
const tenantId = "tenant";
const objectId = "00000000-0000-4000-8000-000000000001";
/** Who is not let in is never looked up. */
const noDeps = new Proxy({} as Deps, {
  get: () => {
    throw new Error("Nothing is read for somebody who is not signed in");
  },
});

let verify: VerifyToken;
let ownKeys: JWTVerifyGetKey;
let sign: (claims: JWTPayload, more?: { readonly expiresInS?: number; readonly foreign?: boolean }) => Promise<string>;

beforeAll(async () => {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  ownKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: "1", alg: "RS256" }] });
  verify = tokenVerifier(ownKeys, { issuer, clientId, tenantId });
  sign = (claims, more = {}) =>
    new SignJWT({ iss: issuer, aud: clientId, oid: objectId, tid: tenantId, scp: "access_as_user", ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setExpirationTime(Math.floor(Date.now() / 1000) + (more.expiresInS ?? 300))
      .sign(more.foreign ? foreign.privateKey : own.privateKey);
});

describe("tokenVerifier", () => {
  it.each([{ aud: clientId }, { aud: `api://${clientId}` }, { scp: "openid access_as_user" }])(
    "accepts a token for this API: %o",
    async (claims) => {
      expect(await verify(await sign(claims))).toMatchObject({ objectId });
    },
  );

  it.each<[string, JWTPayload]>([
    ["another audience", { aud: "https://graph.microsoft.com" }],
    ["another issuer", { iss: "https://login.example/other/v2.0" }],
    ["another tenant", { tid: "other" }],
    ["another scope", { scp: "openid" }],
    ["no scope, as applications have", { scp: undefined }],
    ["no person", { oid: undefined }],
  ])("T14 refuses %s", async (_name, claims) => {
    expect(await verify(await sign(claims))).toBeUndefined();
  });

  it("T13 refuses a foreign key, an expired token, an unsigned one and rubbish", async () => {
    expect(await verify(await sign({}, { foreign: true }))).toBeUndefined();
    expect(await verify(await sign({}, { expiresInS: -600 }))).toBeUndefined();
    const [, payload] = (await sign({})).split(".");
    const header = Buffer.from('{"alg":"none"}').toString("base64url");
    expect(await verify(`${header}.${payload}.`)).toBeUndefined();
    expect(await verify("rubbish")).toBeUndefined();
  });

  it("T14 refuses the sign-in's own id token, which says who but allows nothing", async () => {
    expect(await verify(await sign({ scp: undefined, nonce: "n" }))).toBeUndefined();
  });

  it("knows a person by object id: another name and mail change nothing, and somebody else's name is no key", async () => {
    const renamed = { preferred_username: "ny@kommune.example", upn: "ny@kommune.example", name: "Ny" };
    expect(await verify(await sign(renamed))).toMatchObject({ objectId });
    const borrowed = { oid: "00000000-0000-4000-8000-000000000002", upn: "mette@kommune.example" };
    expect(await verify(await sign(borrowed))).toMatchObject({ objectId: borrowed.oid });
  });

  it("T15 keys that cannot be fetched are nobody's bad token", async () => {
    const rules = { issuer, clientId, tenantId };
    const token = await sign({});
    const broken = async () => new Response("no", { status: 503 });
    const gone = async () => {
      throw new TypeError("fetch failed");
    };
    for (const fetchKeys of [broken, gone]) {
      const check = tokenVerifier(remoteKeys("https://login.example/keys", fetchKeys), rules);
      expect(await check(token)).toBe("keys-unavailable");
    }
  });

  it("T15 an unknown key is asked for once in five seconds", async () => {
    let fetches = 0;
    const keys = remoteKeys("https://login.example/keys", async () => {
      fetches += 1;
      return Response.json({ keys: [] });
    });
    const check = tokenVerifier(keys, { issuer, clientId, tenantId });
    for (let flood = 0; flood < 10; flood += 1) expect(await check(await sign({}))).toBeUndefined();
    expect(fetches).toBe(1);
  });
});

describe("an organisation that asks for more (conditional access)", () => {
  const wanted = { access_token: { acrs: { essential: true, value: "c1" } } };

  it("T29 challenges a token without the context with the claims to ask again with, and takes one that has it", async () => {
    const strict = tokenVerifier(ownKeys, { issuer, clientId, tenantId, authenticationContext: "c1" });
    for (const acrs of [undefined, [], ["c2"]]) {
      const answer = await strict(await sign({ acrs }));
      expect(typeof answer === "object" && "claims" in answer ? JSON.parse(answer.claims) : answer).toEqual(wanted);
    }
    expect(await strict(await sign({ acrs: ["c2", "c1"] }))).toMatchObject({ objectId });
    expect(await strict(await sign({ acrs: ["c1"] }, { foreign: true }))).toBeUndefined();
  });

  it("T29 answers 401 with the challenge in its header and a sentence in the reader's language", async () => {
    const app = new Hono<AppEnv>();
    app.use(async (context, next) => {
      context.set("language", context.req.header("accept-language") === "en" ? "en" : "da");
      context.set("requestId", "nr-1");
      await next();
    });
    const challenged: VerifyToken = async () => ({ claims: JSON.stringify(wanted) });
    app.use(signIn(challenged, noDeps));
    const ask = (language: string) => {
      const headers = { authorization: "Bearer a.b.c", "accept-language": language };
      return app.fetch(new Request("http://service.test/api/me", { headers }));
    };
    const answer = await ask("da");
    const header = answer.headers.get("www-authenticate") ?? "";
    expect([answer.status, header]).toEqual([401, expect.stringContaining('error="insufficient_claims"')]);
    const claims = /claims="([^"]+)"/u.exec(header)?.[1] ?? "";
    expect(JSON.parse(Buffer.from(claims, "base64").toString())).toEqual(wanted);
    expect(await answer.json()).toMatchObject({ code: "more-sign-in-needed", title: "Bekræft, at det er dig" });
    expect(await (await ask("en")).json()).toMatchObject({ title: "Confirm that it is you" });
  });
});
