import { describe, expect, test } from "vitest";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { ok } from "#domain/shared/result.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { GraphItem } from "../client/list-item.ts";
import { titleColumn } from "../lists/column.ts";
import { KEY_COLUMN, STAMP_COLUMN } from "../lists/define-list.ts";
import { defineProjectionList, type RowValues } from "../lists/projection-list.ts";
import { MOST_EDITORS, reconcile } from "./reconcile.ts";
import { rowStamp } from "./row-stamp.ts";

const list = defineProjectionList<{ readonly Title: string }>({
  name: "Proever",
  title: "Prøver",
  description: "Til prøver",
  schemaVersion: 1,
  columns: { Title: titleColumn({ title: "T", description: "D" }) },
  views: [],
});
const ref = { siteId: "site", listId: "list" };

/** A list after a paste over `count` rows, with as many rows of the manager's own. */
function pastedList(count: number) {
  const names = Array.from({ length: count }, (_, index) => `FR22-${index}`);
  const wanted: ReadonlyMap<Key, RowValues> = new Map(names.map((name) => [keyOf(name), { Title: name }]));
  const rows = new Map<string, GraphItem>();
  for (const [at, name] of names.entries()) {
    const [index, own] = [at + 1, count + at + 1];
    const ours = { Title: "Indsat", [KEY_COLUMN]: keyOf(name), [STAMP_COLUMN]: rowStamp(list, { Title: name }) };
    rows.set(String(index), { id: String(index), etag: `"${index},2"`, revision: 2, fields: ours });
    rows.set(String(own), { id: String(own), etag: `"${own},1"`, revision: 1, fields: { Title: "Egen" } });
  }
  let asked = 0;
  const client: Pick<GraphClient, "batch" | "editorOf"> = {
    editorOf: async () => {
      asked += 1;
      return ok({ objectId: "manager", displayName: "", applicationId: undefined });
    },
    batch: async (parts) =>
      parts.map(({ path, body }) => {
        const id = /items\/([^/]+)\/fields/u.exec(path)?.[1] ?? "";
        const row = rows.get(id);
        const fields = body as GraphItem["fields"];
        if (row !== undefined) rows.set(id, { ...row, fields: { ...row.fields, ...fields } });
        return ok({ status: 200, headers: new Headers(), body: fields });
      }),
  };
  return { client, wanted, rows, asked: () => asked };
}

describe("reconcile", () => {
  test("T48 a paste over many rows is answered a share at a time, and what waits is no reason to begin at once again", async () => {
    const count = MOST_EDITORS + 30;
    const paste = pastedList(count);
    const run = () =>
      reconcile({
        client: paste.client as GraphClient,
        ref,
        list,
        wanted: paste.wanted,
        actual: [...paste.rows.values()],
        onForeignEdit: async ({ editor }) => {
          await editor();
          return "put-back";
        },
        onOwnRow: async (item, editor) => void (known.has(item.id) || (known.add(item.id), await editor())),
      });
    const known = new Set<string>();
    expect(await run()).toMatchObject({ value: { putBack: MOST_EDITORS, waiting: 30, left: 0, ownRows: count } });
    expect(paste.asked()).toBe(MOST_EDITORS);
    expect(await run()).toMatchObject({ value: { putBack: 30, waiting: 0, left: 0 } });
    expect(paste.asked()).toBe(2 * MOST_EDITORS);
    await run();
    expect([paste.asked(), known.size]).toEqual([2 * count, count]);
  });
});
