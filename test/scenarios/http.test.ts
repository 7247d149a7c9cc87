import { beforeAll, describe, expect, it } from "vitest";
import { applicationSchema } from "#contract/applications.ts";
import { draftSchema } from "#contract/drafts.ts";
import { meSchema } from "#contract/me.ts";
import { overviewSchema } from "#contract/overview.ts";
import { problemSchema } from "#contract/problem.ts";
import { rankingSchema } from "#contract/ranking.ts";
import { reviewItemSchema, reviewWalkSchema } from "#contract/reviews.ts";
import { roundSchema } from "#contract/rounds.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { endpoints } from "#service/http/openapi.ts";
import { type Harness, type HttpAnswer, openHarness } from "./harness.ts";
import { filledDraft, type OpenRound, openRound, send, sentSpring } from "./pool-story.ts";
import { answers, good, typed } from "./world.ts";

let harness: Harness;
let round: OpenRound;
let keys: readonly Key[];

/** The API call of a user. */
const call = (user: string, method: string, path: string, body?: unknown): Promise<HttpAnswer> =>
  harness.http(user, method, path, body);
const problemOf = ({ body }: HttpAnswer) => problemSchema.parse(body);
const first = (): Key => {
  const [key] = keys;
  if (key === undefined) throw new Error("No application");
  return key;
};

describe("the journey over HTTP", () => {
  beforeAll(async () => {
    harness = await openHarness();
    round = await openRound(harness);
  });

  it("goes from an empty form to a recommendation, every answer in the contract's shape", async () => {
    const me = meSchema.parse((await call("leder.sundhed", "GET", "/api/me")).body);
    expect([me.name, me.isHead, me.openSiteUrl]).toEqual([
      "Karin Thorup",
      true,
      "http://sharepoint.test/sites/fremdrift",
    ]);
    const page = roundSchema.parse((await call("ansoeger.sundhed", "GET", `/api/rounds/${round.roundKey}`)).body);
    expect(page).toMatchObject({ may: { apply: true, review: false, rank: false, decide: false }, applications: [] });

    const made = await call("ansoeger.sundhed", "POST", `/api/rounds/${round.roundKey}/drafts`, {
      commandKey: harness.press(),
    });
    expect(made.status).toBe(201);
    const draft = draftSchema.parse(made.body);
    const application = firstRoundApplications[0];
    if (application === undefined) throw new Error("No application");
    const changes = typed(application);
    const saved = await call("ansoeger.sundhed", "PATCH", `/api/drafts/${draft.key}`, { changes, base: {} });
    expect(draftSchema.parse(saved.body)).toMatchObject({ problems: [], sums: { differenceOere: 0 } });

    const sent = await call("ansoeger.sundhed", "POST", `/api/drafts/${draft.key}/submit`, {
      commandKey: harness.press(),
    });
    const { key, status, sharePointUrl } = applicationSchema.parse(sent.body);
    // The applicant is no member of the open site.
    expect(sharePointUrl).toBeUndefined();
    expect(status).toBe("awaiting-manager");
    const tasks = overviewSchema.parse((await call("leder.sundhed", "GET", "/api/overview")).body).tasks;
    expect(tasks.map((task) => [task.kind, task.link])).toEqual([["approve-application", `/applications/${key}`]]);
    const approved = await call("leder.sundhed", "POST", `/api/applications/${key}/approve`, {
      commandKey: harness.press(),
    });
    expect(applicationSchema.parse(approved.body)).toMatchObject({
      status: "submitted",
      sharePointUrl: `http://sharepoint.test/row/${key}`,
    });

    harness.at("2022-04-04 10:00");
    const walk = reviewWalkSchema.parse((await call("oekonomi", "GET", `/api/rounds/${round.roundKey}/reviews`)).body);
    expect(walk).toMatchObject({ given: 0, total: 1, open: true });
    for (const user of ["formand.dsg", "leder.skole", "oekonomi", "tr.boern", "suppleant"]) {
      const given = await call(user, "PUT", `/api/applications/${key}/review`, {
        commandKey: harness.press(),
        answers: answers(5, 4, 5, 4, 4),
        give: true,
      });
      expect(reviewItemSchema.parse(given.body).state).toBe("given");
    }
    const ranking = rankingSchema.parse(
      (await call("puljesekretariat", "GET", `/api/rounds/${round.roundKey}/ranking`)).body,
    );
    expect(ranking.rows.map((row) => row.scoreTenths)).toEqual([900]);
    harness.at("2022-04-04 11:00");
    const putUp = () =>
      call("puljesekretariat", "POST", `/api/rounds/${round.roundKey}/recommendation`, {
        commandKey: harness.press(),
        offerPartial: false,
        reasons: {},
      });
    const takeBack = (user: string) =>
      call(user, "POST", `/api/rounds/${round.roundKey}/recommendation/withdrawal`, { commandKey: harness.press() });
    expect(rankingSchema.parse((await putUp()).body).recommendation?.mayWithdraw).toBe(true);
    expect((await takeBack("formand.dsg")).status).toBe(403);
    expect(rankingSchema.parse((await takeBack("puljesekretariat")).body).recommendation).toBeUndefined();
    const put = await putUp();
    const { recommendation } = rankingSchema.parse(put.body);
    const decided = await call("formand.dsg", "POST", `/api/rounds/${round.roundKey}/packets/chair/decision`, {
      commandKey: harness.press(),
      recommendationKey: recommendation?.key,
      totalOere: recommendation?.packets[0]?.totalOere,
    });
    expect(decided, JSON.stringify(decided.body)).toMatchObject({ status: 200 });
    expect(rankingSchema.parse(decided.body).recommendation?.packets[0]?.decidedAt).toBe(harness.now());
    expect((await takeBack("puljesekretariat")).status).toBe(409);
    const answered = await call("ansoeger.sundhed", "POST", `/api/applications/${key}/award-answer`, {
      commandKey: harness.press(),
      accept: true,
    });
    expect(applicationSchema.parse(answered.body)).toMatchObject({ status: "accepted", score: { scoreTenths: 900 } });
  });
});

describe("what is refused over HTTP", () => {
  beforeAll(async () => {
    harness = await openHarness();
    round = await openRound(harness);
    keys = await sentSpring(harness, round.roundKey);
  });

  it("without a token nobody gets anything but health and description", async () => {
    const anonymous = async (path: string) => (await harness.fetch(new Request(`http://service.test${path}`))).status;
    expect([await anonymous("/api/health"), await anonymous("/api/openapi.json")]).toEqual([200, 200]);
    for (const { path } of endpoints.filter(({ method }) => method === "get")) {
      expect([path, await anonymous(path.replace("{key}", first()))]).toEqual([path, 401]);
    }
  });

  it("somebody the organisation does not know gets a sentence", async () => {
    const answer = await call("en.fremmed", "GET", "/api/overview");
    expect([answer.status, problemOf(answer).code]).toEqual([403, "unknown-person"]);
  });

  it("T19 another's application is not there on any road, in the same words as what does not exist", async () => {
    const missing = keyOf("no", "such", "thing");
    const draftKey = harness.deps.records.applications.byKey(first())?.value.draftKey ?? missing;
    const commandKey = harness.press();
    const roads = (key: string, draft: string, roundKey: string): readonly (readonly [string, string, unknown?])[] => [
      ["GET", `/api/applications/${key}`],
      ["POST", `/api/applications/${key}/approve`, { commandKey }],
      ["POST", `/api/applications/${key}/return`, { commandKey, questions: "Hvorfor?" }],
      ["POST", `/api/applications/${key}/withdraw`, { commandKey }],
      ["POST", `/api/applications/${key}/award-answer`, { commandKey, accept: true }],
      ["PUT", `/api/applications/${key}/review`, { commandKey, answers: answers(5), give: true }],
      ["POST", `/api/applications/${key}/recusal`, { commandKey, reason: "Nej" }],
      ["GET", `/api/drafts/${draft}`],
      ["PATCH", `/api/drafts/${draft}`, { changes: { title: "x" }, base: {} }],
      ["DELETE", `/api/drafts/${draft}`],
      ["POST", `/api/drafts/${draft}/submit`, { commandKey }],
      ["GET", `/api/rounds/${roundKey}/reviews`],
      ["GET", `/api/rounds/${roundKey}/ranking`],
    ];
    const there = roads(first(), draftKey, round.roundKey);
    const gone = roads(missing, missing, missing);
    for (const [index, [method, path, body]] of there.entries()) {
      const yours = await call("ansoeger.hr", method, path, body);
      const [, nowhere = "", same] = gone[index] ?? [];
      const none = await call("ansoeger.hr", method, nowhere, same);
      expect([path, yours.status]).toEqual([path, 404]);
      const { instance: _a, ...one } = problemOf(yours);
      const { instance: _b, ...two } = problemOf(none);
      expect(one).toEqual(two);
    }
    const stored = harness.deps.records.applications.byKey(first())?.value;
    expect([stored?.log.count, harness.deps.records.reviews.all().length]).toEqual([2, 0]);
  });

  it("T20 fields the contract does not name change nothing", async () => {
    const draftKey = await (async () => {
      harness.at("2022-03-20 10:00");
      const application = firstRoundApplications[6];
      if (application === undefined) throw new Error("No application");
      return filledDraft(harness, round.roundKey, application);
    })();
    const before = harness.deps.records.drafts.byKey(draftKey)?.value;
    const changes = { Status: "awarded", number: "FR22-99", ownerKey: first(), grantedOere: 1 };
    await call("ansoeger.hr", "PATCH", `/api/drafts/${draftKey}`, { changes, base: {} });
    expect(harness.deps.records.drafts.byKey(draftKey)?.value).toEqual(before);
    good(await send(harness, "ansoeger.hr", draftKey));
    harness.at("2022-04-04 10:00");
  });

  it.each(["../admin", "%2e%2e", "0".repeat(31), `${"0".repeat(31)}٣`, "?$expand=fields", "G".repeat(32)])(
    "T22 the id %s is not there before anything is asked of Graph",
    async (id) => {
      harness.forgetGraph();
      const answer = await call("puljesekretariat", "GET", `/api/applications/${id}`);
      expect([answer.status, harness.graph.length]).toEqual([404, 0]);
    },
  );

  it.each([
    ["a body that is no JSON", "{", "application/json"],
    ["a body of another type", "commandKey=1", "application/x-www-form-urlencoded"],
    ["a command without its key", "{}", "application/json"],
  ])("%s is refused without a trace", async (_name, body, type) => {
    const response = await harness.fetch(
      new Request(`http://service.test/api/applications/${first()}/approve`, {
        method: "POST",
        headers: { authorization: "Bearer leder.sundhed", "content-type": type },
        body,
      }),
    );
    expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([400, "malformed-body"]);
  });

  it.each([["010180-1234 Mette Holm"], ["title", "title"]])(
    "what is said to be no CPR number is the name of a field, once, and never words (%s)",
    async (...notCpr) => {
      const path = `/api/drafts/${keyOf("draft", "none")}`;
      const answer = await call("ansoeger.hr", "PATCH", path, { changes: { notCpr }, base: {} });
      expect([answer.status, problemOf(answer).code]).toEqual([400, "malformed-body"]);
      const named = await call("ansoeger.hr", "PATCH", path, { changes: { notCpr: ["title", "effect"] }, base: {} });
      expect(named.status).toBe(404);
    },
  );

  it("T26 a body of more than half a megabyte is refused", async () => {
    const body = { commandKey: harness.press(), questions: "x".repeat(600_000) };
    const answer = await call("leder.sundhed", "POST", `/api/applications/${first()}/return`, body);
    expect([answer.status, problemOf(answer).code]).toEqual([413, "body-too-large"]);
  });

  it("T17 a reviewer of the own centre is refused with 403, and the form is not shown", async () => {
    const body = { commandKey: harness.press(), answers: answers(5), give: true };
    const answer = await call("leder.sundhed", "PUT", `/api/applications/${first()}/review`, body);
    expect([answer.status, problemOf(answer).detail]).toEqual([
      403,
      "Du er inhabil i forhold til denne ansøgning og kan ikke vurdere den.",
    ]);
  });

  it("T11 a press on what is decided already is told by whom and when, in the caller's language", async () => {
    const press = async (language: string) => {
      const response = await harness.fetch(
        new Request(`http://service.test/api/applications/${first()}/approve`, {
          method: "POST",
          headers: {
            authorization: "Bearer leder.sundhed",
            "content-type": "application/json",
            "accept-language": language,
          },
          body: JSON.stringify({ commandKey: harness.press() }),
        }),
      );
      return problemSchema.parse(await response.json());
    };
    expect((await press("da-DK")).detail).toBe(
      "Ansøgningen er allerede godkendt af Karin Thorup den 1. april 2022 kl. 09.00.",
    );
    expect(await press("en")).toMatchObject({
      status: 409,
      code: "already-approved",
      detail: "The application was already approved by Karin Thorup on 1 April 2022 at 09:00.",
    });
  });

  it("an incomplete form is answered with every problem at its field", async () => {
    harness.at("2022-03-21 10:00");
    const made = await call("ansoeger.kultur", "POST", `/api/rounds/${round.roundKey}/drafts`, {
      commandKey: harness.press(),
    });
    const { key } = draftSchema.parse(made.body);
    const answer = await call("ansoeger.kultur", "POST", `/api/drafts/${key}/submit`, { commandKey: harness.press() });
    const problem = problemOf(answer);
    expect([answer.status, problem.code]).toEqual([422, "incomplete"]);
    expect(problem.fields?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["title", "description", "focusArea", "effect", "budgetLines", "requestedAmount"]),
    );
    const gone = await call("ansoeger.kultur", "DELETE", `/api/drafts/${key}`);
    expect(gone.status).toBe(204);
    harness.at("2022-04-04 10:00");
  });

  it("the 61st write within a minute is told to wait", async () => {
    const press = () =>
      call("leder.hr", "POST", `/api/applications/${first()}/approve`, { commandKey: harness.press() });
    for (let count = 0; count < 60; count += 1) expect((await press()).status).not.toBe(429);
    const last = await press();
    expect([last.status, last.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await call("leder.hr", "GET", "/api/overview")).status).toBe(200);
  });

  it("every answer carries the header set, and no HSTS over http", async () => {
    const { headers } = await call("leder.hr", "GET", "/api/me");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self' http://host.test");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("x-correlation-id")).toMatch(/^[\w-]{8,64}$/u);
  });

  it("a stream says hello, then what to fetch again, and another's draft is no news", async () => {
    const abort = new AbortController();
    const request = new Request("http://service.test/api/events", {
      headers: { authorization: "Bearer ansoeger.hr" },
      signal: abort.signal,
    });
    const response = await harness.fetch(request);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => JSON.parse((await reader?.read())?.value ?? "null") as unknown;
    expect(await next()).toEqual({ kind: "hello", topics: [] });
    harness.feed.publish({ kind: "changed", topics: ["draft:x"], onlyFor: new Set(["somebody else"]) });
    harness.feed.publish({ kind: "changed", topics: [`round:${round.roundKey}`] });
    expect(await next()).toEqual({ kind: "changed", topics: [`round:${round.roundKey}`] });
    await reader?.cancel();
    abort.abort();
    expect(harness.feed.watching).toBe(0);
  });

  it("the description names every endpoint with its schemas", async () => {
    const response = await harness.fetch(new Request("http://service.test/api/openapi.json"));
    const { openapi, paths } = (await response.json()) as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe("3.1.0");
    expect(Object.values(paths).flatMap((path) => Object.keys(path))).toHaveLength(endpoints.length);
  });
});
