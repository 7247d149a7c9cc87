import { describe, expect, test } from "vitest";
import { type Answer, graphError, json, type ScriptedFetch, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { type VirtualMachine, virtualMachine } from "#test/contract/virtual-machine.ts";
import { createGraphClient, type GraphClient } from "./graph-client.ts";

const list = {
  siteId: "fjord.example,0a000000-0000-4000-8000-000000000001,0a000000-0000-4000-8000-000000000002",
  listId: "0b000000-0000-4000-8000-000000000001",
};
const key = { keyColumn: "Noegle", key: "aa", fields: { Title: "A" } };

function item(id: string, revision = 1, fields: Record<string, unknown> = {}) {
  const etag = `"0c000000-0000-4000-8000-00000000000${id.slice(-1)},${revision}"`;
  return { id, "@odata.etag": etag, fields: { "@odata.etag": etag, id, ...fields } };
}

function clientOn(
  origin: string,
  ...answers: readonly Answer[]
): { client: GraphClient; script: ScriptedFetch; machine: VirtualMachine } {
  const script = scriptedFetch(...answers);
  const machine = virtualMachine();
  const client = createGraphClient({
    graphOrigin: origin,
    token: async () => "TOKEN",
    fetch: script.fetch,
    log: () => undefined,
    ...machine,
  });
  return { client, script, machine };
}
const over = (...answers: readonly Answer[]) => clientOn("http://127.0.0.1:4282", ...answers);

describe("transport", () => {
  test("traffic says whose it is", async () => {
    const { client, script } = over(json({ value: [] }));
    await client.lists(list.siteId);
    expect(script.sent[0]?.headers.get("user-agent")).toBe("NONISV|Fremdrift|Fremdrift/0.1");
    expect(script.sent[0]?.headers.get("client-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("retry", () => {
  test.each([
    ["seconds", "300", 300_000],
    ["a fraction", "2.128", 2128],
    ["a date", "Mon, 05 Jan 2026 09:00:12 GMT", 12_000],
  ])("waits the whole Retry-After in %s", async (_, retryAfter, wait) => {
    const { client, machine } = over(
      graphError(429, "activityLimitReached", "", { "Retry-After": retryAfter }),
      json({ value: [] }),
    );
    const answer = await client.items(list, ["Title"], { lane: "projections" });
    expect(answer.ok).toBe(true);
    expect(machine.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(wait);
  });

  test("a person is told when the wait is longer than patience, and nothing is sent before it is over", async () => {
    const { client, script, machine } = over(
      graphError(429, "activityLimitReached", "", { "Retry-After": "120" }),
      json({ value: [] }),
    );
    const answer = await client.items(list, ["Title"]);
    expect(!answer.ok && answer.refusal).toMatchObject({
      kind: "throttled",
      retryAfterS: 120,
      requestId: "11111111-2222-3333-4444-555555555555",
    });
    expect(script.sent).toHaveLength(1);
    // Nobody else's press is sent meanwhile either: the answer is the time that is left.
    machine.pass(20_000);
    const other = await client.items(list, ["Title"]);
    expect(!other.ok && other.refusal).toMatchObject({ kind: "throttled", retryAfterS: 100 });
    expect([script.sent.length, machine.slept]).toEqual([1, []]);
    machine.pass(100_000);
    expect((await client.items(list, ["Title"])).ok).toBe(true);
  });

  test.each([500, 502, 504])("a read is repeated after %i", async (status) => {
    const { client, script } = over(graphError(status, "generalException"), json(item("7")));
    expect((await client.itemById(list, "7", ["Title"])).ok).toBe(true);
    expect(script.sent).toHaveLength(2);
  });

  test("a read is repeated after a broken connection and gives up in the end", async () => {
    const { client, script } = over(new TypeError("fetch failed"));
    const answer = await client.itemById(list, "7", ["Title"]);
    expect(!answer.ok && answer.refusal.kind).toBe("unavailable");
    expect(script.sent).toHaveLength(6);
  });

  test.each([
    { lane: "people", waits: [500, 1000, 2000, 2000, 2000] },
    { lane: "projections", waits: [500, 1000, 2000, 4000, 8000] },
  ] as const)("T07 unclear ends are waited out for ever longer, on lane $lane by $waits", async ({ lane, waits }) => {
    const { client, machine } = over(...Array.from({ length: 6 }, () => graphError(500, "generalException")));
    expect(await client.itemById(list, "1", ["Title"], { lane })).toMatchObject({ refusal: { kind: "unavailable" } });
    expect(machine.slept).toEqual(waits);
  });

  test("T07 a wait that was asked for does not make the next of our own longer", async () => {
    const { client, machine } = over(
      graphError(429, "activityLimitReached", "", { "Retry-After": "1" }),
      graphError(500, "generalException"),
      json(item("1")),
    );
    expect(await client.itemById(list, "1", ["Title"])).toMatchObject({ ok: true });
    expect(machine.slept).toEqual([1000, 500]);
  });

  test("an If-Match write is repeated with the same eTag, and a conflict then says that it may be our own", async () => {
    const { client, script } = over(graphError(504, "timeout"), graphError(412, "resourceModified"));
    const answer = await client.updateItem(list, "7", '"g,3"', { Title: "B" });
    expect(!answer.ok && answer.refusal).toMatchObject({ kind: "conflict", afterUnclear: true });
    expect(script.sent.map(({ headers }) => headers.get("if-match"))).toEqual(['"g,3"', '"g,3"']);
  });

  test("a wait ends when the caller gives up", async () => {
    const giveUp = new AbortController();
    const { client, script } = over(() => {
      giveUp.abort(new Error("closed"));
      return graphError(503, "serviceNotAvailable", "", { "Retry-After": "10" });
    });
    await expect(client.items(list, ["Title"], { signal: giveUp.signal })).rejects.toThrow("closed");
    expect(script.sent).toHaveLength(1);
  });
});

describe("a token that was revoked before its time", () => {
  function signedIn(answers: readonly Answer[], tokens: readonly string[]) {
    const script = scriptedFetch(...answers);
    let given = 0;
    const token = async (refused?: string) => tokens[refused === undefined ? given : ++given] ?? tokens.at(-1) ?? "";
    const options = { graphOrigin: "http://127.0.0.1:4282", token, fetch: script.fetch, log: () => undefined };
    return { script, client: createGraphClient({ ...options, ...virtualMachine() }) };
  }
  const bearers = (script: ScriptedFetch) => script.sent.map(({ headers }) => headers.get("authorization"));
  const revoked = graphError(401, "InvalidAuthenticationToken");

  test("is changed for another, and a create is made once", async () => {
    const { client, script } = signedIn([revoked, json(item("9"), 201)], ["old", "new"]);
    const answer = await client.createItem(list, key);
    expect(answer.ok && answer.value.created).toBe(true);
    expect(bearers(script)).toEqual(["Bearer old", "Bearer new"]);
  });

  test("is told as forbidden where the next is refused as well, or there is no other", async () => {
    const both = signedIn([revoked, revoked], ["old", "new"]);
    expect(await both.client.itemById(list, "7", ["Title"])).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(bearers(both.script)).toHaveLength(2);
    const same = signedIn([revoked], ["old"]);
    expect(await same.client.itemById(list, "7", ["Title"])).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(bearers(same.script)).toHaveLength(1);
  });
});

describe("createItem", () => {
  const posts = (script: ScriptedFetch) => script.sent.filter(({ method }) => method === "POST").length;

  test.each([graphError(504, "timeout"), new TypeError("socket hang up")])(
    "after an unclear end the key is looked up, and found it is not made again",
    async (unclear) => {
      const { client, script } = over(unclear, json({ value: [item("9", 1, { Noegle: "aa", Title: "A" })] }));
      const answer = await client.createItem(list, key);
      expect(answer.ok && [answer.value.item.id, answer.value.created]).toEqual(["9", false]);
      expect(posts(script)).toBe(1);
    },
  );

  test("after an unclear end and no such key it is made once more with the same key", async () => {
    const { client, script } = over(graphError(504, "timeout"), json({ value: [] }), json(item("9"), 201));
    const answer = await client.createItem(list, key);
    expect(answer.ok && answer.value.created).toBe(true);
    expect(posts(script)).toBe(2);
    expect(script.sent[2]?.body).toBe(script.sent[0]?.body);
  });

  test("six unclear ends, each looked up, are told as unclear, never a seventh try", async () => {
    const round = [graphError(504, "t"), json({ value: [] })];
    const { client, script } = over(...Array.from({ length: 6 }, () => round).flat());
    const answer = await client.createItem(list, key);
    expect(!answer.ok && answer.refusal.ambiguous).toBe(true);
    expect(script.sent.map(({ method }) => method).join(" ")).toBe(Array(6).fill("POST GET").join(" "));
  });

  test("a create that may still arrive stays unclear, also when the one after it was plainly refused", async () => {
    const refused = graphError(403, "accessDenied");
    const { client } = over(graphError(504, "t"), json({ value: [] }), refused);
    const answer = await client.createItem(list, key);
    expect(!answer.ok && [answer.refusal.kind, answer.refusal.ambiguous]).toEqual(["forbidden", true]);
  });

  test.each([409, 400, 500])("a broken unique column with status %i is a key that exists", async (status) => {
    const taken = graphError(
      status,
      "x",
      "The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [Noegle].",
    );
    const { client, script } = over(taken, json({ value: [item("4")] }));
    const answer = await client.createItem(list, key);
    expect(answer.ok && answer.value).toMatchObject({ created: false, item: { id: "4" } });
    expect(posts(script)).toBe(1);
  });

  test("a refused throttled create is repeated: it was not carried out", async () => {
    const { client, script } = over(graphError(429, "x", "", { "Retry-After": "1" }), json(item("9"), 201));
    expect((await client.createItem(list, key)).ok).toBe(true);
    expect(posts(script)).toBe(2);
  });
});

describe("error mapping", () => {
  test.each([
    [401, "generalException", "forbidden"],
    [403, "accessDenied", "forbidden"],
    [404, "itemNotFound", "not-found"],
    [409, "resourceModified", "conflict"],
    [412, "resourceModified", "conflict"],
    [400, "invalidRequest", "malformed-item"],
  ] as const)("%i %s is %s", async (status, code, kind) => {
    const { client } = over(graphError(status, code));
    const answer = await client.itemById(list, "7", ["Title"]);
    expect(!answer.ok && answer.refusal.kind).toBe(kind);
  });

  test("an HTML error page is still a failure with a kind", async () => {
    const { client } = over(new Response("<html>", { status: 404, headers: { "content-type": "text/html" } }));
    const answer = await client.itemById(list, "7", ["Title"]);
    expect(!answer.ok && answer.refusal.kind).toBe("not-found");
  });
});

describe("batch", () => {
  const parts = Array.from(
    { length: 45 },
    (_, index) => ({ method: "PATCH", path: `/i/${index}`, units: 2, headers: { "If-Match": "e" }, body: {} }) as const,
  );
  interface Inner {
    readonly requests: readonly { readonly id: string }[];
  }
  const inner = (body: string | undefined): Inner => JSON.parse(body ?? "{}") as Inner;

  test("T07 G-94 only throttled parts are sent again, after their own Retry-After; order is kept", async () => {
    const refusedOnce = new Set(["3", "21"]);
    const { client, script, machine } = over((request) => {
      const responses = inner(request.body).requests.map(({ id }) => {
        if (!refusedOnce.delete(id))
          return { id, status: 200, headers: { "Content-Type": "application/json" }, body: { part: id } };
        return {
          id,
          status: 429,
          headers: { "retry-after": "4" },
          body: { error: { code: "TooManyRequests", message: "" } },
        };
      });
      return json({ responses: responses.toReversed() });
    });
    const answers = await client.batch(parts);
    expect(answers.map((answer) => (answer.ok ? answer.value.body : undefined))).toEqual(
      parts.map((_, index) => ({ part: String(index) })),
    );
    const sizes = script.sent.map(({ body }) => inner(body).requests.length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([2, 5, 20, 20]);
    expect(Math.max(...machine.slept)).toBeGreaterThanOrEqual(4000);
  });

  test("a create in a batch that broke is told as unclear and not repeated", async () => {
    const { client, script } = over(new TypeError("reset"));
    const [answer] = await client.batch([{ method: "POST", path: "/i", units: 2, body: {} }]);
    expect(answer && !answer.ok && answer.refusal.ambiguous).toBe(true);
    expect(script.sent).toHaveLength(1);
  });
});

describe("delta", () => {
  const fields = ["Noegle"];
  test("entries without id, fields or with deletion are told apart", async () => {
    const { client } = over(
      json({
        value: [item("1", 2), { id: "2", deleted: { state: "deleted" } }, { error: { code: "x" } }, { id: "3" }],
        "@odata.deltaLink": "http://127.0.0.1:4282/v1.0/sites/s/lists/l/items/delta?token=2",
      }),
    );
    const answer = await client.changes("http://127.0.0.1:4282/v1.0/sites/s/lists/l/items/delta?token=1", fields);
    expect(answer.ok && answer.value.kind === "changes" && answer.value.entries.map(({ kind }) => kind)).toEqual([
      "item",
      "deleted",
      "unreadable",
      "id-only",
    ]);
  });

  test("a token that is too old asks for a full read", async () => {
    const { client, script } = over(
      graphError(410, "resyncRequired", "", { Location: "http://127.0.0.1:4282/v1.0/x" }),
    );
    const answer = await client.changes("http://127.0.0.1:4282/v1.0/sites/s/lists/l/items/delta?token=1", fields);
    expect(answer.ok && answer.value.kind).toBe("resync");
    expect(script.sent[0]?.url).toContain("$expand=fields($select=Noegle)");
  });
});
