import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { remoteKeys, tokenVerifier, type VerifyToken } from "./sign-in.ts";

const issuer = "https://login.example/tenant/v2.0";
const clientId = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02";
const tenantId = "tenant";
const objectId = "00000000-0000-4000-8000-000000000001";

let verify: VerifyToken;
let sign: (claims: JWTPayload, more?: { readonly expiresInS?: number; readonly foreign?: boolean }) => Promise<string>;

beforeAll(async () => {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: "1", alg: "RS256" }] });
  verify = tokenVerifier(keys, { issuer, clientId, tenantId });
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
