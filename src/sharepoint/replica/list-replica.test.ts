import { expect, test } from "vitest";
import { keyOf } from "#domain/shared/keys.ts";
import { ok } from "#domain/shared/result.ts";
import { type Answer, graphError, json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { virtualMachine } from "#test/contract/virtual-machine.ts";
import { createGraphClient } from "../client/graph-client.ts";
import { titleColumn } from "../lists/column.ts";
import { defineList, type FieldsOf, KEY_COLUMN } from "../lists/define-list.ts";
import type { ListDirectory } from "../lists/list-directory.ts";
import { createListReplica } from "./list-replica.ts";

const origin = "http://graph.test";
const columns = { Title: titleColumn({ title: "Navn", description: "Navnet" }) };
const list = defineList({
  name: "Proever",
  title: "Prøver",
  description: "",
  site: "records",
  schemaVersion: 1,
  columns,
  codec: { toFields: (value: FieldsOf<typeof columns>) => value, fromFields: (fields) => ok(fields) },
  views: [],
});
const forgotten: string[] = [];
let listId = "l";
const directory: ListDirectory = {
  locate: async () => ok({ siteId: "h,a,b", listId, webUrl: "" }),
  forget: (site) => forgotten.push(site),
};
const row = (id: string, revision: number, title: string) => ({
  id,
  fields: { "@odata.etag": `"g,${revision}"`, Title: title, [KEY_COLUMN]: keyOf(id) },
});
const link = `${origin}/v1.0/sites/h,a,b/lists/l/items/delta?token=1&$expand=fields`;
const latest = json({ value: [], "@odata.deltaLink": link });
const delta = (...value: readonly unknown[]) => json({ value, "@odata.deltaLink": link });

function replicaOn(...answers: readonly Answer[]) {
  const script = scriptedFetch(...answers);
  const client = createGraphClient({
    graphOrigin: origin,
    token: async () => "T",
    fetch: script.fetch,
    log: () => undefined,
    ...virtualMachine(),
  });
  return { replica: createListReplica(client, list, directory), script };
}
const titles = (replica: ReturnType<typeof replicaOn>["replica"]) => replica.rows.all().map(({ value }) => value.Title);

test("the first refresh reads all with only the needed fields, the next only what changed", async () => {
  const { replica, script } = replicaOn(
    latest,
    json({ value: [row("1", 1, "a"), row("2", 1, "b")] }),
    delta(row("1", 2, "A")),
  );
  let told = 0;
  replica.onChange(() => {
    told += 1;
  });
  await replica.refresh();
  await replica.refresh();
  expect(new Set(titles(replica))).toEqual(new Set(["A", "b"]));
  expect(script.sent.map(({ url }) => url.replace(/\?.*/, "").split("/").at(-1))).toEqual(["delta", "items", "delta"]);
  expect(script.sent[1]?.url).toContain("$expand=fields($select=Title,Noegle)&$top=5000");
  expect(told).toBe(2);
});

test("G-87 entries without id, with an error or without fields do no harm; a bare id is read, a vanished one dropped", async () => {
  const { replica } = replicaOn(
    latest,
    json({ value: [row("1", 1, "a"), row("2", 1, "b"), row("3", 1, "c")] }),
    delta({ error: { code: "x" } }, { id: "1" }, { id: "2" }, { id: "3", deleted: { state: "deleted" } }),
    json(row("1", 5, "læst igen")),
    graphError(404, "itemNotFound"),
  );
  await replica.refresh();
  expect(await replica.refresh()).toEqual({ ok: true, value: undefined });
  expect(titles(replica)).toEqual(["læst igen"]);
});

test("T41 a list that is gone is shown as last read, and one provisioned in its place is read from the start", async () => {
  const { replica } = replicaOn(
    latest,
    json({ value: [row("1", 7, "gammel"), row("2", 7, "væk")] }),
    graphError(404, "itemNotFound"),
    latest,
    json({ value: [row("1", 1, "ny")] }),
  );
  forgotten.length = 0;
  await replica.refresh();
  expect(await replica.refresh()).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
  expect([titles(replica), replica.isRead(), forgotten]).toEqual([["gammel", "væk"], true, ["records"]]);
  listId = "made anew";
  await replica.refresh();
  expect([titles(replica), replica.isRead()]).toEqual([["ny"], true]);
  listId = "l";
});

test("G-86 a token that is too old ends in a full read: what vanished meanwhile is dropped", async () => {
  const { replica } = replicaOn(
    latest,
    json({ value: [row("1", 1, "a"), row("2", 1, "b")] }),
    graphError(410, "resyncRequired"),
    latest,
    json({ value: [row("2", 3, "B")] }),
  );
  await replica.refresh();
  await replica.refresh();
  expect(titles(replica)).toEqual(["B"]);
});

test("an own write during a full read is neither overwritten nor dropped by the older read", async () => {
  const own = { id: "9", etag: '"g,4"', revision: 4, fields: row("9", 4, "min").fields };
  const { replica } = replicaOn(latest, () => {
    replica.taken(own);
    replica.taken({ ...own, id: "1", fields: row("1", 4, "ny").fields });
    return json({ value: [row("1", 3, "gammel")] });
  });
  await replica.refresh();
  expect(new Set(titles(replica))).toEqual(new Set(["min", "ny"]));
});

test("an own delete during a delta is not undone by it", async () => {
  const { replica } = replicaOn(latest, json({ value: [row("1", 1, "a")] }), () => {
    replica.removed("1");
    return delta(row("1", 1, "a"));
  });
  await replica.refresh();
  await replica.refresh();
  expect(titles(replica)).toEqual([]);
});

test("a failed refresh keeps the rows and goes on from the same place", async () => {
  const { replica, script } = replicaOn(
    latest,
    json({ value: [row("1", 1, "a")] }),
    graphError(403, "accessDenied"),
    delta(row("1", 2, "A")),
  );
  await replica.refresh();
  expect(await replica.refresh()).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  expect(titles(replica)).toEqual(["a"]);
  await replica.refresh();
  expect(titles(replica)).toEqual(["A"]);
  expect(script.sent[3]?.url).toBe(script.sent[2]?.url);
});

test("G8 what is deleted and written here while a long list is taken in stays so", async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => row(String(index + 1), 1, `t${index + 1}`));
  const { replica } = replicaOn(latest, json({ value: many }));
  const reading = replica.refresh();
  while (replica.rows.itemOf("1") === undefined) await new Promise((done) => setImmediate(done));
  expect(replica.rows.itemOf("999"), "others have their turn before the end").toBeUndefined();
  replica.removed("1000");
  replica.taken({ id: "999", etag: '"g,2"', revision: 2, fields: row("999", 2, "nyere").fields });
  expect((await reading).ok).toBe(true);
  expect(replica.rows.itemOf("1000")).toBeUndefined();
  expect(replica.rows.all()).toHaveLength(999);
  expect(titles(replica)).toContain("nyere");
});
