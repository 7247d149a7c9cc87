import { afterEach, describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { createApi } from "./api.ts";
import { type ApiProblem, toApiProblem } from "./api-problem.ts";
import { SignInNeededError } from "./sign-in-needed.ts";

const schema = z.object({ name: z.string() });

function anApi(responses: readonly (Response | Error)[], token = vi.fn(() => Promise.resolve("token"))) {
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const response = responses[requests.length];
    requests.push({ url, init });
    return response instanceof Response ? Promise.resolve(response) : Promise.reject(response ?? new Error("no more"));
  });
  return {
    api: createApi({ baseUrl: "http://service.test/", tokens: { token }, language: () => "en" }),
    requests,
    token,
  };
}

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => toApiProblem(error),
  );
  if (!problem) throw new Error("The call succeeded");
  return problem;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("createApi", () => {
  test("asks with token and language, and parses the answer", async () => {
    const { api, requests } = anApi([json({ name: "Mette", more: 1 })]);
    expect(await api.read("/me", schema)).toEqual({ name: "Mette" });
    expect(requests[0]?.url).toBe("http://service.test/api/me");
    expect(requests[0]?.init.headers).toMatchObject({ Authorization: "Bearer token", "Accept-Language": "en" });
  });

  test("fetches one fresh token after a 401, and no second one", async () => {
    const { api, token } = anApi([json({}, 401), json({}, 401)]);
    expect((await problemOf(api.read("/me", schema))).status).toBe(401);
    expect(token.mock.calls).toEqual([
      [{ fresh: false, challenge: undefined }],
      [{ fresh: true, challenge: undefined }],
    ]);
  });

  test("T29 asks again once with what a challenge wants, and a second challenge is for the person to answer", async () => {
    const challenge = 'Bearer error="insufficient_claims", claims="e30="';
    const challenged = () => json({}, 401, { "WWW-Authenticate": challenge });
    const good = anApi([challenged(), json({ name: "Mette" })]);
    expect(await good.api.read("/me", schema)).toEqual({ name: "Mette" });
    expect(good.token.mock.calls.at(-1)).toEqual([{ fresh: true, challenge }]);
    expect(good.api.signals.snapshot().signInNeeded).toBe(false);
    const { api, token, requests } = anApi([challenged(), challenged(), challenged()]);
    expect(await problemOf(api.read("/me", schema))).toMatchObject({ code: "sign-in-needed", status: 401 });
    expect([requests.length, token.mock.calls.length]).toEqual([2, 2]);
    expect(api.signals.snapshot()).toMatchObject({ signInNeeded: true, signInReason: "more" });
  });

  test("T29 hands on why only the person can bring a token", async () => {
    const { api } = anApi(
      [],
      vi.fn(() => Promise.reject(new SignInNeededError("consent"))),
    );
    await problemOf(api.read("/me", schema));
    expect(api.signals.snapshot()).toMatchObject({ signInNeeded: true, signInReason: "consent" });
  });

  test("hands on the service's sentence, fields and time to wait", async () => {
    const body = {
      type: "x",
      title: "t",
      status: 429,
      detail: "Vent lidt.",
      code: "throttled",
      instance: "nr-1",
      fields: [{ field: "title", code: "missing", data: {} }],
    };
    const { api } = anApi([json(body, 429, { "Retry-After": "7" })]);
    const problem = await problemOf(api.send("POST", "/x", { a: 1 }, schema));
    expect(problem).toMatchObject({
      status: 429,
      code: "throttled",
      detail: "Vent lidt.",
      requestId: "nr-1",
      retryAfterS: 7,
    });
    expect(problem.fields).toHaveLength(1);
    expect(problem.passing).toBe(true);
  });

  test("an answer that breaks the contract is an unexpected one, with the number to give to support", async () => {
    const { api } = anApi([json({ name: 7 }, 200, { "X-Correlation-Id": "nr-2" })]);
    const problem = await problemOf(api.read("/me", schema));
    expect(problem).toMatchObject({ code: "unexpected-answer", requestId: "nr-2", passing: false });
  });

  test("tells a lost connection from a missing sign-in", async () => {
    expect((await problemOf(anApi([new TypeError("Failed to fetch")]).api.read("/me", schema))).code).toBe("offline");
    const signedOut = vi.fn(() => Promise.reject(new SignInNeededError()));
    expect((await problemOf(anApi([], signedOut).api.read("/me", schema))).code).toBe("sign-in-needed");
  });

  test("an answer without content suits a schema of nothing", async () => {
    const { api } = anApi([new Response(null, { status: 204 })]);
    expect(await api.send("DELETE", "/drafts/x", {}, z.undefined())).toBeUndefined();
  });
});
