import { decodeJwt, decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import { testAppId } from "../test-seed.ts";
import { now, openTestChannel, origin } from "./bot-channel.test-support.ts";

describe("the channel's tokens", () => {
  it("are RS256 with issuer, audience, service address and one hour, by a published key endorsed for Teams", async () => {
    const sent: string[] = [];
    const { channel, installed, call } = openTestChannel({
      fetch: (_url, init) => {
        sent.push(new Headers(init.headers).get("authorization") ?? "");
        return Promise.resolve(new Response(null, { status: 200 }));
      },
    });
    await installed();
    const token = sent[0]?.replace(/^Bearer /u, "") ?? "";
    const { alg, kid } = decodeProtectedHeader(token);
    expect(alg).toBe("RS256");
    const { nbf, iat, exp, ...claims } = decodeJwt(token);
    expect(claims).toEqual({
      iss: `${origin}/channel`,
      aud: testAppId,
      serviceurl: `${origin}/channel/connector`,
    });
    const second = now.getTime() / 1000;
    expect([nbf, iat, exp]).toEqual([second, second, second + 3600]);

    const configuration: unknown = await (await call("/v1/.well-known/openidconfiguration", "")).json();
    expect(configuration).toMatchObject({
      issuer: `${origin}/channel`,
      jwks_uri: `${origin}/channel/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
    });
    expect(await (await call("/v1/.well-known/keys", "")).json()).toMatchObject({
      keys: [{ kid, kty: "RSA", endorsements: ["msteams"] }],
    });
    channel.close();
  });

  it("keep the private key to themselves", async () => {
    const { channel, call } = openTestChannel();
    const text = await (await call("/v1/.well-known/keys", "")).text();
    for (const part of ["d", "p", "q", "dp", "dq", "qi"]) expect(text).not.toContain(`"${part}":`);
    channel.close();
  });
});
