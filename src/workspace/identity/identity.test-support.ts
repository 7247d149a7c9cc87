import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { anna, testAppId, testSeed } from "../test-seed.ts";

/** What a public client (a browser page) sees of a token answer. */
export const tokensSchema = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z._default(z.string(), ""),
  client_info: z.string(),
  scope: z.string(),
  expires_in: z.number(),
});

export const redirectUri = "http://localhost:4281/tab/signed-in.html";
export const apiScope = `api://${testAppId}/access_as_user`;
const verifier = "v".repeat(50);
const challenge = createHash("sha256").update(verifier).digest("base64url");
const tenant = testSeed().tenant.id;

type Form = Record<string, string>;

/** Where an answer of the authorize endpoint leads, and what it says. */
export function answerOf(answer: Response): { location: string; parameters: URLSearchParams } {
  const location = answer.headers.get("location") ?? "";
  const { hash, search } = new URL(location);
  return { location, parameters: new URLSearchParams(hash === "" ? search : hash.slice(1)) };
}

/** A browser and an application of the test tenant, by plain requests. */
export function identityClient(origin: string, fetch: (request: Request) => Promise<Response>) {
  const get = (path: string, headers: Form = {}) => fetch(new Request(origin + path, { headers }));
  const post = (path: string, form: Form, headers: Form = {}) =>
    fetch(new Request(origin + path, { method: "POST", headers, body: new URLSearchParams(form) }));
  const authorizePath = (changes: Form = {}): string => {
    const query = new URLSearchParams({
      client_id: testAppId,
      response_type: "code",
      redirect_uri: redirectUri,
      scope: `openid profile offline_access ${apiScope}`,
      code_challenge: challenge,
      code_challenge_method: "S256",
      ...changes,
    });
    return `/${tenant}/oauth2/v2.0/authorize?${query}`;
  };
  const choose = async (path: string, account: string) => {
    const answer = await post(path, { account }, { origin });
    return { ...answerOf(answer), cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  };
  const aCode = async (changes: Form = {}) =>
    (await choose(authorizePath(changes), anna.id)).parameters.get("code") ?? "";
  const token = async (form: Form): Promise<Record<string, unknown>> =>
    (await (await post(`/organizations/oauth2/v2.0/token`, form)).json()) as Record<string, unknown>;
  const redeemProblem = (code: string, changes: Form = {}) =>
    token({
      grant_type: "authorization_code",
      client_id: testAppId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...changes,
    });
  return {
    get,
    post,
    authorizePath,
    choose,
    aCode,
    token,
    redeemProblem,
    redeem: async (code: string, changes: Form = {}) => tokensSchema.parse(await redeemProblem(code, changes)),
    refresh: (refreshToken: string, scope = apiScope, more: Form = {}) =>
      token({ grant_type: "refresh_token", client_id: testAppId, refresh_token: refreshToken, scope, ...more }),
  };
}
