import { beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "#domain/shared/keys.ts";
import { NOTE_LIMIT } from "#sharepoint/lists/column.ts";
import { poolList } from "#sharepoint/lists/pool-list.ts";
import { openSharePoint, type SharePoint } from "#sharepoint/open-sharepoint.ts";
import { sampleCentre, samplePool } from "./sample-records.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "./test-workspace.ts";

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = openTestWorkspace();
  expect(await workspace.provisioning().apply()).toMatchObject({ ok: true });
});

function open(change?: (send: typeof fetch) => typeof fetch): SharePoint {
  return openSharePoint({ client: workspace.serviceClient(change), sites: testSites, reported: () => undefined });
}

describe("a record collection", () => {
  test("a created record is in the replica at once and the same for another instance after one refresh", async () => {
    const [one, two] = [open(), open()];
    await two.refreshAll();
    const centre = sampleCentre("Center for Sundhed & Ældre");
    const made = await one.records.centres.create(centre);
    expect(made.ok && made.value.value).toEqual(centre);
    expect(one.records.centres.byKey(centre.key)?.value).toEqual(centre);
    expect(two.records.centres.byKey(centre.key)).toBeUndefined();
    await two.records.refresh(["centres"]);
    expect(two.records.centres.byKey(centre.key)?.value).toEqual(centre);
    expect(two.records.centres.byKey(centre.key)?.version).toBe(made.ok && made.value.version);
  });

  test("the second create of a key is a duplicate, unless it is the same value", async () => {
    const { records } = open();
    const centre = sampleCentre("Center for Skole");
    const made = await records.centres.create(centre);
    expect(await records.centres.create(centre)).toEqual(made);
    const other = await records.centres.create({ ...centre, shortName: "Skole" });
    expect(!other.ok && other.refusal.kind).toBe("duplicate-key");
  });

  test("of two saves at the same version one is stored and one is a conflict", async () => {
    const [one, two] = [open(), open()];
    const centre = sampleCentre("Borgerservice");
    const made = await one.records.centres.create(centre);
    const version = made.ok ? made.value.version : undefined;
    if (version === undefined) throw new Error("not made");
    const saves = await Promise.all([
      one.records.centres.save({ ...centre, shortName: "A" }, version),
      two.records.centres.save({ ...centre, shortName: "B" }, version),
    ]);
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(saves.find((save) => !save.ok)).toMatchObject({ refusal: { kind: "conflict" } });
    const winner = saves.find((save) => save.ok);
    expect(await two.records.centres.read(centre.key)).toEqual(winner);
  });

  test("a removed record is gone, here at once and elsewhere after a refresh", async () => {
    const [one, two] = [open(), open()];
    const centre = sampleCentre("Nedlagt center");
    const made = await one.records.centres.create(centre);
    await two.refreshAll();
    if (made.ok)
      expect(await one.records.centres.remove(centre.key, made.value.version)).toEqual({ ok: true, value: undefined });
    expect(one.records.centres.byKey(centre.key)).toBeUndefined();
    await two.records.refresh(["centres"]);
    expect(two.records.centres.byKey(centre.key)).toBeUndefined();
    expect(await one.records.centres.read(centre.key)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
  });

  test("after a delta token has expired the replica reads everything again and loses nothing", async () => {
    const one = open();
    await one.refreshAll();
    const before = one.records.centres.all().length;
    workspace.server.expireDeltaTokens();
    await open().records.centres.create(sampleCentre("Efter udløb"));
    expect(await one.records.refresh(["centres"])).toMatchObject({ ok: true });
    expect(one.records.centres.all()).toHaveLength(before + 1);
  });

  test("a row somebody damaged is told to the health page and hides nothing else", async () => {
    const one = open();
    await one.refreshAll();
    const centre = sampleCentre("Bliver ødelagt");
    await one.records.centres.create(centre);
    const admin = workspace.personClient("administrator");
    const place = await one.directory.locate({ name: "Centre", site: "records" });
    if (!place.ok) throw new Error("no list");
    const item = await admin.itemByKey(place.value, "Noegle", centre.key, ["Noegle"]);
    if (!item.ok || !item.value) throw new Error("no item");
    await admin.updateItem(place.value, item.value.id, item.value.etag, { Indhold: "{ikke json" });
    const count = one.records.centres.all().length;
    await one.records.refresh(["centres"]);
    expect(one.records.centres.all()).toHaveLength(count - 1);
    expect(one.unreadable()).toEqual([expect.objectContaining({ listTitle: "Centre", column: "Indhold" })]);
  });

  test("a pool with 500 applications goes through one item and comes back the same", async () => {
    const { records } = open();
    const pool = samplePool(500);
    const made = await records.pools.create(pool);
    expect(made.ok).toBe(true);
    const again = open();
    await again.records.refresh(["pools"]);
    expect(again.records.pools.byKey(pool.key)?.value).toEqual(pool);
    const fields = poolList.encode(pool);
    const used = Object.entries(fields.ok ? fields.value : {}).filter(
      ([name, text]) => name.startsWith("Indhold") && text !== null,
    );
    expect(used.length).toBeLessThanOrEqual(5);
    for (const [, text] of used) expect(String(text).length).toBeLessThanOrEqual(NOTE_LIMIT);
  });

  test("a record that fits no column is refused before anything is sent", async () => {
    const { records } = open();
    const made = await records.centres.create({ ...sampleCentre("For stor"), shortName: "x".repeat(64_000) });
    expect(!made.ok && made.refusal.kind).toBe("too-large");
  });
});

describe("under faults", () => {
  test("an answer that was lost after a save is recognised as our own", async () => {
    let lose = false;
    const one = open((send) => async (input, init) => {
      const answer = await send(input, init);
      if (lose && init?.method === "PATCH") {
        lose = false;
        throw new TypeError("socket hang up");
      }
      return answer;
    });
    const centre = sampleCentre("Tabt svar");
    const made = await one.records.centres.create(centre);
    lose = true;
    const saved = made.ok ? await one.records.centres.save({ ...centre, shortName: "Ny" }, made.value.version) : made;
    expect(saved.ok && saved.value.value.shortName).toBe("Ny");
    const now = await one.records.centres.read(centre.key);
    expect(now.ok && saved.ok && now.value.version === saved.value.version).toBe(true);
  });

  test("with every second call failing each record is made exactly once and nothing is asked before Retry-After", async () => {
    const one = open();
    await one.refreshAll();
    workspace.server.resetTraffic();
    workspace.server.setFaults({
      rate: 0.5,
      seed: 7,
      kinds: [429, 500, 502, 503, 504, "reset", "lost-answer"],
      latencyMs: 0,
      retryAfterS: 1,
    });
    const names = Array.from({ length: 40 }, (_, index) => `Fejlcenter ${index}`);
    const made = await Promise.all(names.map((name) => one.records.centres.create(sampleCentre(name))));
    workspace.server.clearFaults();
    const traffic = Object.values(workspace.server.traffic());
    const again = open();
    await again.refreshAll();
    for (const [index, name] of names.entries()) {
      const stored = again.records.centres.all().filter(({ value }) => value.name === name);
      expect(stored.length).toBeLessThanOrEqual(1);
      if (made[index]?.ok) expect(stored).toHaveLength(1);
    }
    expect(made.filter(({ ok }) => ok).length).toBeGreaterThan(30);
    expect(traffic.reduce((sum, client) => sum + client.earlyRetries, 0)).toBe(0);
  });
});

describe("the basis library", () => {
  test("a file is found by its hash, twice written is once there, and a wrong one is refused", async () => {
    const { basis } = open();
    const text = JSON.stringify({ grundlag: "æøå" });
    const hash = sha256Hex(text);
    expect(await basis.put(hash, text)).toMatchObject({ ok: true });
    expect(await basis.put(hash, text)).toMatchObject({ ok: true });
    expect(await basis.get(hash)).toEqual({ ok: true, value: text });
    expect(await basis.get("00".repeat(32))).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    await basis.put("11".repeat(32), text);
    expect(await basis.get("11".repeat(32))).toMatchObject({ ok: false, refusal: { kind: "malformed-item" } });
  });
});
