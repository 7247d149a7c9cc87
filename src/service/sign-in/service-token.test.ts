import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { CONNECTOR_SCOPE, createServiceToken, ServiceTokenError } from "./service-token.ts";

const tokenUrl = "http://identity.test/t/oauth2/v2.0/token";

async function tokenOn(answer: (body: URLSearchParams) => Response | Promise<Response>) {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "RS256" }] });
  const jwk = { ...(await exportJWK(privateKey)), kid: "k", alg: "RS256" };
  const asked: URLSearchParams[] = [];
  let now = Date.now();
  const token = createServiceToken({
    tokenUrl,
    clientId: "app",
    scope: CONNECTOR_SCOPE,
    privateKey: () => jwk,
    fetch: async (_, init) => {
      const body = init?.body instanceof URLSearchParams ? init.body : new URLSearchParams();
      asked.push(body);
      return answer(body);
    },
    machineNow: () => now,
  });
  return { token, asked, keys, pass: (milliseconds: number) => (now += milliseconds) };
}

describe("createServiceToken", () => {
  it("signs in with the certificate for the Bot Framework and keeps the token until it is old", async () => {
    let count = 0;
    const { token, asked, keys, pass } = await tokenOn(() =>
      Response.json({ access_token: `t${++count}`, expires_in: 3600 }),
    );
    expect(await Promise.all([token(), token()])).toEqual(["t1", "t1"]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.get("scope")).toBe("https://api.botframework.com/.default");
    const { payload } = await jwtVerify(asked[0]?.get("client_assertion") ?? "", keys, { audience: tokenUrl });
    expect(payload).toMatchObject({ iss: "app", sub: "app" });
    pass(3_200_000);
    expect(await token()).toBe("t1");
    pass(200_000);
    expect(await token()).toBe("t2");
  });

  it("gets another for one that was refused before its time, once for all who were told so", async () => {
    let count = 0;
    const { token, asked } = await tokenOn(() => Response.json({ access_token: `t${++count}`, expires_in: 3600 }));
    expect(await token()).toBe("t1");
    expect(await Promise.all([token("t1"), token("t1")])).toEqual(["t2", "t2"]);
    expect(await token("t1")).toBe("t2");
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["a refusal", () => new Response(null, { status: 401 })],
    ["no answer", () => Promise.reject(new TypeError("fetch failed"))],
    ["something else", () => Response.json({ token: "?" })],
  ])("tells %s as one error, and asks again the next time", async (_, answer) => {
    let isBroken = true;
    const { token } = await tokenOn(() => (isBroken ? answer() : Response.json({ access_token: "t", expires_in: 60 })));
    await expect(token()).rejects.toBeInstanceOf(ServiceTokenError);
    isBroken = false;
    expect(await token()).toBe("t");
  });
});
