import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import { type Expiry, type MessyList, messyList } from "../../../bench/messy-list.ts";
import { createListReplica } from "./list-replica.ts";
import { createRecordCollection } from "./record-collection.ts";
import { sampleClient, sampleDirectory, sampleFields, sampleKey, sampleList } from "./sample-list.test-support.ts";

const SEED = runSeed(20_260_105);
const expiries = [
  "resyncRequired",
  "resyncChangesApplyDifferences",
  "resyncChangesUploadDifferences",
  "foreign",
] as const satisfies readonly Expiry[];

function open(server: MessyList) {
  const client = sampleClient(server.fetch);
  const replica = createListReplica(client, sampleList, sampleDirectory);
  const told = { changes: 0 };
  replica.onChange(() => {
    told.changes += 1;
  });
  return { replica, told, collection: createRecordCollection(client, sampleDirectory, replica) };
}

/** What the replica has and what the list has, in one form. */
function both(server: MessyList, { replica }: ReturnType<typeof open>) {
  return {
    replica: replica.rows
      .all()
      .map(({ item, value }) => `${item.id} ${item.revision} ${value.title}`)
      .toSorted(),
    list: [...server.rows].map(([id, row]) => `${id} ${row.revision} ${String(row.fields["Title"])}`).toSorted(),
  };
}

describe("a delta token that no longer works", () => {
  test.each(expiries)(
    "T39 %s ends in one full read: what changed, came and went meanwhile is right, nothing twice",
    async (how) => {
      const server = messyList();
      for (const id of ["1", "2", "3"]) server.put(id, sampleFields(id, `række ${id}`));
      const here = open(server);
      await here.replica.refresh();
      server.put("1", sampleFields("1", "ny"));
      server.remove("2");
      server.put("4", sampleFields("4", "kom til"));
      server.expire(how);
      expect(await here.replica.refresh()).toEqual({ ok: true, value: undefined });
      const { replica, list } = both(server, here);
      expect(replica).toEqual(list);
      const told = here.told.changes;
      await here.replica.refresh();
      await here.replica.refresh();
      expect([here.told.changes, server.urls.filter((url) => !url.includes("/delta")).length]).toEqual([told, 2]);
    },
  );

  test.each(expiries)("T39 %s with nothing changed tells nobody of anything: no notice goes twice", async (how) => {
    const server = messyList();
    for (const id of ["1", "2"]) server.put(id, sampleFields(id, "række"));
    const here = open(server);
    await here.replica.refresh();
    server.expire(how);
    await here.replica.refresh();
    expect(here.told.changes).toBe(1);
  });

  test("T39 a list whose every token is refused is still right, by full reads", async () => {
    const server = messyList();
    server.put("1", sampleFields("1", "a"));
    const here = open(server);
    await here.replica.refresh();
    for (let round = 0; round < 3; round += 1) {
      server.put("1", sampleFields("1", `runde ${round}`));
      server.expire("foreign");
      expect((await here.replica.refresh()).ok).toBe(true);
      expect(both(server, here).replica).toEqual(both(server, here).list);
    }
  });
});

describe("an untidy feed", () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("put" as const), id: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("remove" as const), id: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("save" as const), id: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("expire" as const), id: fc.integer({ min: 0, max: 3 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("refresh" as const), id: fc.constant(0) }) },
  );

  test(`T39 repeated, out of order, deleted without fields, bare ids, expired tokens: the rows are the list's (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1 }), async (steps, seed) => {
        let state = seed;
        const random = () => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
          return state / 4_294_967_296;
        };
        const server = messyList(random);
        // Ids are never used again: a row that is put after it was removed is a new one.
        const place = new Map<number, string>();
        let last = 0;
        const idAt = (slot: number) => {
          const present = place.get(slot);
          if (present !== undefined && server.rows.has(present)) return present;
          last += 1;
          place.set(slot, String(last));
          return String(last);
        };
        const here = open(server);
        for (const [index, { kind, id }] of steps.entries()) {
          if (kind === "put") {
            const at = idAt(id);
            server.put(at, sampleFields(at, `trin ${index}`));
          }
          if (kind === "remove") server.remove(place.get(id) ?? "");
          if (kind === "expire") server.expire(expiries[id] ?? "foreign");
          if (kind === "refresh") {
            expect((await here.replica.refresh()).ok).toBe(true);
            expect(both(server, here).replica).toEqual(both(server, here).list);
          }
          if (kind === "save") {
            const row = here.collection.byKey(sampleKey(place.get(id) ?? "0"));
            if (row) await here.collection.save({ ...row.value, title: `eget ${index}` }, row.version);
          }
        }
        // Once for a token that had expired, once for good.
        await here.replica.refresh();
        expect((await here.replica.refresh()).ok).toBe(true);
        const { replica, list } = both(server, here);
        expect(replica).toEqual(list);
      }),
      { seed: SEED, numRuns: runCount(300) },
    );
  });

  test.each([
    ["before", [0.9, 0.9]],
    ["after", [0.1, 0.9]],
  ])(
    "T39 a deleted row does not come back by an older version of itself told %s the deletion",
    async (_, [at = 0, other = 0]) => {
      // Takes the older version in, neither bare id nor error, and then says where each entry stands.
      const chance = [0, 0.9, 0.9, at, other - 0.4];
      let next = 0;
      const server = messyList(() => chance[next++ % chance.length] ?? 0);
      server.put("1", sampleFields("1", "gammel"));
      const here = open(server);
      await here.replica.refresh();
      server.remove("1");
      next = 0;
      await here.replica.refresh();
      expect([next, here.replica.rows.items()]).toEqual([5, []]);
    },
  );

  test("T39 an older version that comes after a newer one is not taken", async () => {
    const server = messyList(() => 0);
    server.put("1", sampleFields("1", "første"));
    const here = open(server);
    await here.replica.refresh();
    for (const title of ["anden", "tredje", "fjerde"]) server.put("1", sampleFields("1", title));
    await here.replica.refresh();
    expect(here.replica.rows.all().map(({ value }) => value.title)).toEqual(["fjerde"]);
  });
});

describe("a save whose answer is lost", () => {
  async function saveWhile(happen: (server: MessyList) => void, carriedOut = true) {
    const server = messyList();
    server.put("1", sampleFields("1", "før"));
    const here = open(server);
    await here.replica.refresh();
    const row = here.collection.byKey(sampleKey("1"));
    if (row === undefined) throw new Error("no row");
    const before = server.rows.get("1");
    server.once("PATCH", () => {
      if (!carriedOut && before) server.put("1", before.fields);
      happen(server);
      return new TypeError("socket hang up");
    });
    const patches = () => server.rows.get("1")?.revision;
    const saved = await here.collection.save({ ...row.value, title: "min" }, row.version);
    return { server, here, saved, patches };
  }

  test("T06 carried out and lost: read again, equal, so it is the save's own success, written once", async () => {
    const { server, here, saved, patches } = await saveWhile(() => undefined);
    expect(saved.ok && saved.value.value.title).toBe("min");
    expect([server.rows.get("1")?.fields["Title"], patches()]).toEqual(["min", 2]);
    expect(here.collection.byKey(sampleKey("1"))?.version).toBe(saved.ok && saved.value.version);
  });

  test("T06 carried out and lost, and somebody else wrote on top: a conflict, his words stand", async () => {
    const { server, saved } = await saveWhile((list) => list.put("1", sampleFields("1", "andens")));
    expect(!saved.ok && saved.refusal.kind).toBe("conflict");
    expect(server.rows.get("1")?.fields["Title"]).toBe("andens");
  });

  test("T06 never carried out because somebody else was first: a conflict, not a success", async () => {
    const { server, saved } = await saveWhile((list) => list.put("1", sampleFields("1", "andens")), false);
    expect(!saved.ok && saved.refusal.kind).toBe("conflict");
    expect(server.rows.get("1")?.fields["Title"]).toBe("andens");
  });

  test("T06 a conflict at the first try is nobody's lost answer: equal values or not, it is told", async () => {
    const server = messyList();
    server.put("1", sampleFields("1", "før"));
    const here = open(server);
    await here.replica.refresh();
    const row = here.collection.byKey(sampleKey("1"));
    if (row === undefined) throw new Error("no row");
    server.put("1", sampleFields("1", "min"));
    const saved = await here.collection.save({ ...row.value, title: "min" }, row.version);
    expect(!saved.ok && saved.refusal.kind).toBe("conflict");
  });

  test("T06 a delete carried out and lost is done", async () => {
    const server = messyList();
    server.put("1", sampleFields("1", "før"));
    const here = open(server);
    await here.replica.refresh();
    const row = here.collection.byKey(sampleKey("1"));
    if (row === undefined) throw new Error("no row");
    server.once("DELETE", () => new TypeError("socket hang up"));
    expect(await here.collection.remove(row.value.key, row.version)).toEqual({ ok: true, value: undefined });
    expect([server.rows.size, here.collection.all()]).toEqual([0, []]);
  });
});
