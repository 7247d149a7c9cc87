import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import { type Answer, graphError, json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { throttledGraph } from "../../../bench/throttled-graph.ts";
import { createGraphClient, type GraphClient } from "./graph-client.ts";
import { type ParallelTime, parallelTime } from "./parallel-time.test-support.ts";
import { retryAfterMs } from "./retry-after.ts";

const SEED = runSeed(20_260_105);
const origin = "http://graph.test";
const list = {
  siteId: "fjord.example,0a000000-0000-4000-8000-000000000001,0a000000-0000-4000-8000-000000000002",
  listId: "0b000000-0000-4000-8000-000000000001",
};
const bulk = { lane: "projections" } as const;
const key = { keyColumn: "Noegle", key: "aa", fields: { Title: "A" } };
const throttled = (retryAfter: string | undefined, status = 429) =>
  graphError(status, "activityLimitReached", "", retryAfter === undefined ? {} : { "Retry-After": retryAfter });

function item(id: string, revision = 1, fields: Record<string, unknown> = {}) {
  const etag = `"0c000000-0000-4000-8000-000000000001,${revision}"`;
  return { id, "@odata.etag": etag, fields: { "@odata.etag": etag, id, ...fields } };
}

function clientOn(time: ParallelTime, send: typeof fetch): GraphClient {
  return createGraphClient({
    graphOrigin: origin,
    token: async () => "TOKEN",
    fetch: send,
    log: () => undefined,
    now: time.now,
    sleep: time.sleep,
    random: time.random,
  });
}

/** A client whose calls get the answers in turn; `at` is when each call came, in milliseconds from the start. */
function over(...answers: readonly Answer[]) {
  const time = parallelTime(SEED);
  const script = scriptedFetch(...answers);
  const at: number[] = [];
  const client = clientOn(time, (input, init) => {
    at.push(time.passed());
    return script.fetch(input, init);
  });
  return { client, time, script, at };
}

/** As the tab does: told to come again in n seconds, it does, until its press is answered. */
async function pressUntilAnswered(client: GraphClient, time: ParallelTime): Promise<number> {
  for (let presses = 1; ; presses += 1) {
    const answer = await client.itemById(list, "7", ["Title"]);
    if (answer.ok) return presses;
    expect(answer.refusal.kind).toBe("throttled");
    expect(answer.refusal.retryAfterS).toBeGreaterThanOrEqual(1);
    await time.sleep((answer.refusal.retryAfterS ?? 1) * 1000);
  }
}

describe("a 429 storm", () => {
  test.each([1, 2, 3])(
    "T01 twenty clients at a fifth of the quota all succeed and none comes early (seed %i)",
    async (seed) => {
      const time = parallelTime(seed);
      const graph = throttledGraph({
        time,
        unitsPerMinute: 250,
        retryAfterS: () => 1 + Math.floor(time.random() * 30),
        answer: () => json(item("7")),
      });
      const client = clientOn(time, graph.fetch);
      const work = Array.from({ length: 20 }, async (_, index) => {
        const ends: boolean[] = [];
        for (let call = 0; call < 20; call += 1) {
          if (index % 2 === 0) ends.push((await client.itemById(list, "7", ["Title"], bulk)).ok);
          else ends.push((await pressUntilAnswered(client, time)) > 0);
        }
        return ends;
      });
      const ends = await time.run(Promise.all(work));
      expect(ends.flat()).toEqual(Array.from({ length: 400 }, () => true));
      expect(graph.seen.filter(({ refused }) => refused).length).toBeGreaterThan(0);
      expect(graph.seen.filter(({ early }) => early)).toEqual([]);
    },
  );

  test("T01 what comes back after the pause is no herd: never more at once than there were callers", async () => {
    const time = parallelTime(SEED);
    const graph = throttledGraph({ time, unitsPerMinute: 60, retryAfterS: () => 20, answer: () => json(item("7")) });
    const client = clientOn(time, graph.fetch);
    const lanes = ["people", "poll", "projections"] as const;
    const work = Array.from({ length: 18 }, async (_, index) => {
      const lane = lanes[index % 3] ?? "poll";
      for (let call = 0; call < 10; call += 1) {
        if (lane === "people") await pressUntilAnswered(client, time);
        else await client.itemById(list, "7", ["Title"], { lane: "projections" });
      }
    });
    await time.run(Promise.all(work));
    const perSecond = new Map<number, number>();
    for (const { at, refused } of graph.seen) {
      if (refused) perSecond.set(Math.floor(at / 1000), (perSecond.get(Math.floor(at / 1000)) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(18);
    expect(graph.seen.filter(({ early }) => early)).toEqual([]);
  });
});

describe("Retry-After", () => {
  test.each([429, 503])("T02 nobody calls for 300 s after a %i that asks for it, in any lane", async (status) => {
    const { client, time, at } = over(throttled("300", status), json(item("7")));
    const calls = [
      client.itemById(list, "7", ["Title"], bulk),
      ...Array.from({ length: 10 }, async (_, index) => {
        await time.sleep(1000 * index + 10);
        return client.itemById(list, "8", ["Title"], { lane: index % 2 === 0 ? "projections" : "people" });
      }),
    ];
    const answers = await time.run(Promise.all(calls));
    expect(at[0]).toBe(0);
    expect(Math.min(...at.slice(1))).toBeGreaterThanOrEqual(300_000);
    // Background work waits; people are told how long, so that their screen counts down and their words stay queued.
    expect(answers.map((answer) => answer.ok)).toEqual([true, ...Array.from({ length: 10 }, (_, i) => i % 2 === 0)]);
    const told = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.retryAfterS ?? 0]));
    for (const seconds of told) expect(seconds).toBeGreaterThan(285);
  });

  test.each([
    ["its own Retry-After", 0],
    ["the pause another call has caused", 5000],
  ])("T02 giving up while waiting for %s takes no time and sends nothing", async (_, late) => {
    const { client, time, at } = over(throttled("300"), json(item("7")));
    const giveUp = new AbortController();
    const options = { ...bulk, signal: giveUp.signal };
    const first = client.itemById(list, "7", ["Title"], late === 0 ? options : bulk);
    // In a pause others stand before it in the lane.
    const others =
      late === 0 ? [] : [1, 2].map((call) => time.sleep(call).then(() => client.itemById(list, "7", ["Title"], bulk)));
    const waiting = late === 0 ? first : time.sleep(late).then(() => client.itemById(list, "8", ["Title"], options));
    const ended = waiting.then(
      () => "answered",
      (reason: unknown) => (reason === giveUp.signal.reason ? time.passed() : "other"),
    );
    const cancel = time.sleep(20_000).then(() => giveUp.abort(new Error("closed")));
    expect(await time.run(Promise.all([ended, cancel]).then(([end]) => end))).toBe(20_000);
    expect(at).toEqual([0]);
    if (late > 0) expect((await time.run(Promise.all([first, ...others]))).every(({ ok }) => ok)).toBe(true);
  });

  test("T02 giving up while the token is being fetched or a batch waits takes no time either", async () => {
    const time = parallelTime(SEED);
    const giveUp = new AbortController();
    const never = new Promise<string>(() => undefined);
    const inner = { id: "0", status: 429, headers: { "Retry-After": "60" }, body: {} };
    const script = scriptedFetch(json({ responses: [inner] }));
    const base = { graphOrigin: origin, log: () => undefined, ...time, fetch: script.fetch };
    const noToken = createGraphClient({ ...base, token: () => never });
    const options = { ...bulk, signal: giveUp.signal };
    const part = { method: "GET", path: "/x?$select=id", units: 1 } as const;
    const ends = [
      noToken.itemById(list, "7", ["Title"], options),
      createGraphClient({ ...base, token: async () => "T" }).batch([part], options),
    ].map((work) =>
      work.then(
        () => -1,
        () => time.passed(),
      ),
    );
    void time.sleep(1234).then(() => giveUp.abort(new Error("closed")));
    expect(await time.run(Promise.all(ends))).toEqual([1234, 1234]);
    expect(script.sent).toHaveLength(1);
  });

  test.each([
    ["a date", "Mon, 05 Jan 2026 09:00:12 GMT", 12_000],
    ["seconds", "7", 7000],
    ["a fraction", "2.128", 2128],
  ])("T03 %s is honoured to the millisecond", async (_, header, wait) => {
    const { client, time, at } = over(throttled(header), json(item("7")));
    expect((await time.run(client.itemById(list, "7", ["Title"]))).ok).toBe(true);
    expect(at).toEqual([0, wait]);
  });

  test.each([
    ["a date in the past", "Mon, 05 Jan 2026 08:00:00 GMT"],
    ["nothing", undefined],
    ["rubbish", "abc"],
    ["a number below zero", "-5"],
    ["zero", "0"],
    ["something Date.parse would read", "12 marts"],
    ["something Date.parse would read as far away", "Jan 2099"],
  ])("T03 %s means at least a second, spread by chance", async (_, header) => {
    const waits = new Set<number>();
    for (const status of [429, 503]) {
      for (let seed = 1; seed <= 20; seed += 1) {
        const time = parallelTime(seed);
        const script = scriptedFetch(throttled(header, status), throttled(header, status), json(item("7")));
        const at: number[] = [];
        const client = clientOn(time, (input, init) => {
          at.push(time.passed());
          return script.fetch(input, init);
        });
        expect((await time.run(client.itemById(list, "7", ["Title"]))).ok).toBe(true);
        expect(at).toHaveLength(3);
        waits.add((at[1] ?? 0) - (at[0] ?? 0)).add((at[2] ?? 0) - (at[1] ?? 0));
      }
    }
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
    expect(waits.size).toBeGreaterThan(20);
  });

  test("T03 a wait no timer can hold is cut to a day, and an inner answer's header is read the same", () => {
    const headers = (value: string) => new Headers({ "Retry-After": value });
    expect(retryAfterMs(headers("99999999999"), 0)).toBe(86_400_000);
    expect(retryAfterMs(new Headers({ "RateLimit-Reset": "9", "RateLimit-Remaining": "0" }), 0)).toBe(9000);
    const both = new Headers({ "Retry-After": "3", "RateLimit-Reset": "9", "RateLimit-Remaining": "0" });
    expect(retryAfterMs(both, 0)).toBe(9000);
  });
});

describe("a failing read", () => {
  const failures = [503, 500, 502, 504, "reset"] as const;
  const failure = (kind: (typeof failures)[number]) =>
    kind === "reset" ? new TypeError("socket hang up") : graphError(kind, "generalException");

  test(`T04 with every second call failing a list opens, or says so with the request id, in at most 6 calls and 30 s (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom(...failures), { nil: undefined }), { minLength: 8, maxLength: 8 }),
        fc.integer(),
        async (run, chance) => {
          const time = parallelTime(chance);
          const script = scriptedFetch(
            ...run.map((kind) => (kind === undefined ? json({ value: [item("7")] }) : failure(kind))),
          );
          const answer = await time.run(clientOn(time, script.fetch).items(list, ["Title"]));
          const failed = run.findIndex((kind) => kind === undefined);
          expect(time.passed()).toBeLessThanOrEqual(30_000);
          expect(script.sent.length).toBeLessThanOrEqual(6);
          if (answer.ok) expect(script.sent).toHaveLength(failed + 1);
          else expect(answer.refusal.kind).toBe("unavailable");
          if (!answer.ok && run[script.sent.length - 1] !== "reset") {
            expect(answer.refusal.requestId).toBe("11111111-2222-3333-4444-555555555555");
          }
        },
      ),
      { seed: SEED, numRuns: runCount(300) },
    );
  });

  test("T04 a call that hangs ends with the caller's patience, not with the socket's", async () => {
    const time = parallelTime(SEED);
    const allowed: number[] = [];
    const real = AbortSignal.timeout;
    AbortSignal.timeout = (milliseconds) => {
      allowed.push(milliseconds);
      return real(milliseconds);
    };
    try {
      const script = scriptedFetch(graphError(504, "timeout"), json(item("7")));
      await time.run(clientOn(time, script.fetch).itemById(list, "7", ["Title"]));
    } finally {
      AbortSignal.timeout = real;
    }
    expect(allowed[0]).toBe(30_000);
    expect(allowed[1]).toBe(30_000 - time.passed());
  });
});

describe("a create whose answer is lost", () => {
  /** A list that carries out creates with a unique key column; `lose` says what happens to each answer. */
  function uniqueList(lose: (post: number) => "answer" | "504" | "reset" | "before") {
    const rows: { id: string; key: string }[] = [];
    let posts = 0;
    const log: string[] = [];
    const duplicate = graphError(400, "invalidRequest", "duplicate values were found in the following field(s)");
    const script = scriptedFetch((request) => {
      log.push(request.method);
      if (request.method === "GET") {
        const wanted = /'([0-9a-f]+)'/.exec(decodeURIComponent(request.url))?.[1];
        return json({
          value: rows.filter((row) => row.key === wanted).map((row) => item(row.id, 1, { Noegle: row.key })),
        });
      }
      posts += 1;
      const fate = lose(posts);
      const sent = JSON.parse(request.body ?? "{}") as { fields: { Noegle: string } };
      if (fate === "before") return new TypeError("reset before it was read");
      if (rows.some((row) => row.key === sent.fields.Noegle)) return duplicate;
      const row = { id: String(rows.length + 1), key: sent.fields.Noegle };
      rows.push(row);
      if (fate === "reset") return new TypeError("socket hang up");
      return fate === "504" ? graphError(504, "timeout") : json(item(row.id, 1, { Noegle: row.key }), 201);
    });
    return { rows, log, script };
  }

  test.each(["504", "reset"] as const)(
    "T05 %s after the commit: one row, and the key is looked up before any second create",
    async (fate) => {
      const server = uniqueList((post) => (post === 1 ? fate : "answer"));
      const time = parallelTime(SEED);
      const answer = await time.run(clientOn(time, server.script.fetch).createItem(list, key));
      expect(answer.ok && [answer.value.item.id, answer.value.created]).toEqual(["1", false]);
      expect([server.rows.length, server.log]).toEqual([1, ["POST", "GET"]]);
    },
  );

  test("nobody waits longer for a create that stays unclear than the patience of a press", async () => {
    const time = parallelTime(SEED);
    const server = uniqueList(() => "before");
    const slow: typeof fetch = async (input, init) => {
      await time.sleep(14_000);
      return server.script.fetch(input, init);
    };
    const answer = await time.run(clientOn(time, slow).createItem(list, key));
    expect(answer.ok).toBe(false);
    expect(server.log).toEqual(["POST", "GET", "POST", "GET"]);
  });

  test(`T05 whatever is lost, a key is one row, no create follows another without a look between, never a seventh (seed ${SEED})`, async () => {
    const fates = fc.array(fc.constantFrom("answer", "504", "reset", "before"), { minLength: 3, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fates, fc.integer({ min: 1, max: 3 }), async (run, presses) => {
        const server = uniqueList((post) => run[post - 1] ?? "answer");
        const time = parallelTime(SEED);
        const client = clientOn(time, server.script.fetch);
        for (let press = 0; press < presses; press += 1) {
          const before = server.log.length;
          const answer = await time.run(client.createItem(list, key));
          const calls = server.log.slice(before);
          expect(calls.filter((method) => method === "POST").length).toBeLessThanOrEqual(6);
          expect(calls.join(" ")).not.toContain("POST POST");
          if (answer.ok) expect(server.rows).toHaveLength(1);
        }
        expect(server.rows.length).toBeLessThanOrEqual(1);
      }),
      { seed: SEED, numRuns: runCount(300) },
    );
  });
});

describe("a batch", () => {
  interface Inner {
    readonly requests: readonly { readonly id: string; readonly url: string; readonly method: string }[];
  }
  const innerOf = (body: string | undefined): Inner => JSON.parse(body ?? "{}") as Inner;

  test(`T07 only what was throttled comes again, never early, and parts on one item keep their order (seed ${SEED})`, async () => {
    const plan = fc.record({
      items: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }),
      refused: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      chance: fc.integer(),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ items, refused, chance }) => {
        const time = parallelTime(chance);
        const done: string[] = [];
        const notBefore = new Map<string, number>();
        let inFlight = 0;
        let most = 0;
        let call = 0;
        const client = clientOn(time, async (_, init) => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          const { requests } = innerOf(typeof init?.body === "string" ? init.body : undefined);
          expect(requests.length).toBeLessThanOrEqual(20);
          await time.sleep(1 + Math.floor(time.random() * 200));
          const responses = requests.map(({ id, url }) => {
            expect(time.now()).toBeGreaterThanOrEqual(notBefore.get(id) ?? 0);
            expect(done).not.toContain(`${url}#${id}`);
            call += 1;
            if (call <= 40 && refused[call % 40] === true) {
              notBefore.set(id, time.now() + 3000);
              return { id, status: 429, headers: { "retry-after": "3" }, body: { error: { code: "x", message: "" } } };
            }
            done.push(`${url}#${id}`);
            return { id, status: 200, body: { part: id } };
          });
          inFlight -= 1;
          return json({ responses: responses.toReversed() });
        });
        const parts = items.map(
          (id) =>
            ({
              method: "PATCH",
              path: `/items/${id}/fields`,
              units: 2,
              headers: { "If-Match": "*" },
              body: {},
            }) as const,
        );
        const answers = await time.run(client.batch(parts, bulk));
        expect(answers.map((answer) => answer.ok && answer.value.body)).toEqual(
          parts.map((_, index) => ({ part: String(index) })),
        );
        expect(most).toBeLessThanOrEqual(4);
        for (const id of new Set(items)) {
          const order = done
            .filter((entry) => entry.startsWith(`/items/${id}/`))
            .map((entry) => Number(entry.split("#")[1]));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
      { seed: SEED, numRuns: runCount(100) },
    );
  });

  test("T07 four batches are on their way at once, no more", async () => {
    const time = parallelTime(SEED);
    let inFlight = 0;
    const most: number[] = [];
    const client = clientOn(time, async (_, init) => {
      inFlight += 1;
      most.push(inFlight);
      await time.sleep(100);
      inFlight -= 1;
      const { requests } = innerOf(typeof init?.body === "string" ? init.body : undefined);
      return json({ responses: requests.map(({ id }) => ({ id, status: 201, body: {} })) });
    });
    const part = { method: "POST", path: "/items", units: 1, body: {} } as const;
    await time.run(
      client.batch(
        Array.from({ length: 200 }, () => part),
        bulk,
      ),
    );
    expect([Math.max(...most), most.length, time.passed()]).toEqual([4, 10, 300]);
  });

  test("T07 parts that ended unclear come again after a pause where that is harmless, creates never", async () => {
    const unclear = (id: string) => ({ id, status: 504, body: { error: { code: "timeout", message: "" } } });
    const fine = (id: string) => ({ id, status: 200, body: {} });
    const { client, time, at, script } = over(
      json({ responses: ["0", "1", "2"].map(unclear) }),
      json({ responses: ["0", "1"].map(fine) }),
    );
    const write = {
      method: "PATCH",
      path: "/items/7/fields",
      units: 2,
      headers: { "If-Match": "*" },
      body: {},
    } as const;
    const parts = [
      { method: "GET", path: "/items/8?$select=id", units: 1 },
      write,
      { method: "POST", path: "/items", units: 2, body: {} },
    ] as const;
    const ends = await time.run(client.batch(parts, bulk));
    expect(ends.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(ends[2] && !ends[2].ok && ends[2].refusal.ambiguous).toBe(true);
    expect(innerOf(script.sent[1]?.body).requests.map(({ id }) => id)).toEqual(["0", "1"]);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(0);
  });

  test("T07 a person's batch that SharePoint keeps refusing ends with what was refused, within his patience", async () => {
    const inner = { id: "0", status: 429, headers: { "Retry-After": "12" }, body: {} };
    const { client, time } = over(json({ responses: [inner] }));
    const [end] = await time.run(client.batch([{ method: "GET", path: "/x?$select=id", units: 1 }]));
    expect(end && !end.ok && [end.refusal.kind, end.refusal.retryAfterS]).toEqual(["throttled", 12]);
    expect(time.passed()).toBeLessThanOrEqual(30_000);
  });
});
