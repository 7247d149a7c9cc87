import { describe, expect, it } from "vitest";
import type { FieldWrite } from "./edit-value.ts";
import { type GraphReader, ReadFailure, type WriteAnswer } from "./graph-reader.ts";
import type { Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { columnOf, rowOf, danishStyle as style } from "./sample-list.test-support.ts";
import { addItem, removeItem, saveItem } from "./save-item.ts";

const columns = [columnOf("Status", "choice"), columnOf("Amount", "number"), columnOf("Tags", "multi-choice")];
const data: ListData = {
  siteId: "site",
  list: { id: "list", title: "Behov", description: "", path: "/sites/x/Lists/Behov", isLibrary: false },
  columns: new Map(columns.map((column) => [column.name, column])),
  views: [],
  rights: { add: true, change: true, remove: true },
  itemCount: 1,
};
const base = rowOf("7", { Status: "Ny", Amount: 10 }, '"g,1"');

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
}

/** Graph with one item; `others` are written by somebody else before each write arrives. */
function graphWith(answers: readonly (number | WriteAnswer)[], stored: () => Row) {
  const sent: Sent[] = [];
  const left = [...answers];
  const reader: GraphReader = {
    get: async (schema) => {
      const { id, etag, values } = stored();
      const times = { createdDateTime: "2026-03-02T09:00:00Z", lastModifiedDateTime: "2026-03-02T09:00:00Z" };
      return schema.parse({ id, webUrl: "", eTag: etag, ...times, fields: values });
    },
    pages: () => Promise.reject(new Error("not asked")),
    rest: () => Promise.reject(new Error("not asked")),
    write: async (method, path, body, ifMatch) => {
      sent.push({ method, path, body, ifMatch });
      const answer = left.shift() ?? 500;
      return typeof answer === "number" ? { status: answer, body: undefined } : answer;
    },
  };
  return { parts: { reader, data, style }, sent };
}
const change = (fields: Readonly<Record<string, FieldWrite>>) => new Map(Object.entries(fields));

describe("saveItem", () => {
  it("writes the changed fields onto the version that was read", async () => {
    const { parts, sent } = graphWith([200], () => rowOf("7", { Status: "Lukket", Amount: 10 }, '"g,2"'));
    const saved = await saveItem(parts, base, change({ Status: "Lukket", Tags: ["a"] }));
    expect(saved).toMatchObject({ kind: "saved", row: { etag: '"g,2"', values: { Status: "Lukket" } } });
    expect(sent).toEqual([
      {
        method: "PATCH",
        path: "/sites/site/lists/list/items/7/fields",
        body: { Status: "Lukket", Tags: ["a"], "Tags@odata.type": "Collection(Edm.String)" },
        ifMatch: '"g,1"',
      },
    ]);
  });

  it("tells both values where somebody else wrote the same field", async () => {
    const { parts, sent } = graphWith([412], () => rowOf("7", { Status: "Afvist", Amount: 10 }, '"g,2"'));
    expect(await saveItem(parts, base, change({ Status: "Lukket" }))).toMatchObject({
      kind: "conflict",
      current: { etag: '"g,2"' },
      fields: [{ mine: "Lukket", theirs: "Afvist" }],
    });
    expect(sent).toHaveLength(1);
  });

  it("goes on where somebody else wrote another field", async () => {
    const { parts, sent } = graphWith([412, 200], () => rowOf("7", { Status: "Ny", Amount: 99 }, '"g,2"'));
    expect(await saveItem(parts, base, change({ Status: "Lukket" }))).toMatchObject({ kind: "saved" });
    expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"g,1"', '"g,2"']);
  });

  it.each([0, 412])("knows its own write again when the answer to it was lost (%i)", async (status) => {
    const { parts, sent } = graphWith([status], () => rowOf("7", { Status: "Lukket" }, '"g,2"'));
    expect(await saveItem(parts, base, change({ Status: "Lukket" }))).toMatchObject({ kind: "saved" });
    expect(sent).toHaveLength(1);
  });

  it.each([
    [403, "no-right"],
    [404, "gone"],
    [400, "invalid"],
    [429, "throttled"],
    [500, "failed"],
    [0, "unreachable"],
  ] as const)("says why it was refused (%i)", async (status, why) => {
    const { parts } = graphWith([status], () => base);
    expect(await saveItem(parts, base, change({ Status: "Lukket" }))).toEqual({ kind: "refused", why });
  });

  it("says that the item is gone when it was deleted meanwhile", async () => {
    const { parts } = graphWith([412], () => {
      throw new ReadFailure("not-found", "gone");
    });
    expect(await saveItem(parts, base, change({ Status: "Lukket" }))).toEqual({ kind: "refused", why: "gone" });
  });
});

describe("addItem and removeItem", () => {
  it("makes an item and reads it as it became", async () => {
    const { parts, sent } = graphWith([{ status: 201, body: { id: "8" } }], () => rowOf("8", { Status: "Ny" }));
    expect(await addItem(parts, change({ Status: "Ny" }))).toMatchObject({ kind: "saved", row: { id: "8" } });
    expect(sent[0]).toMatchObject({ method: "POST", body: { fields: { Status: "Ny" } } });
  });

  const unreadable = (): Row => {
    throw new ReadFailure("throttled", "not now");
  };
  const times = { createdDateTime: "2026-03-02T09:00:00Z", lastModifiedDateTime: "2026-03-02T09:00:00Z" };

  it("knows a new item by the answer to it, which needs no second read", async () => {
    const body = { id: "8", webUrl: "https://x/8", eTag: '"g,1"', ...times, fields: { Status: "Ny" } };
    const { parts, sent } = graphWith([{ status: 201, body }], unreadable);
    expect(await addItem(parts, change({ Status: "Ny" }))).toMatchObject({
      kind: "saved",
      row: { id: "8", etag: '"g,1"', values: { Status: "Ny" } },
    });
    expect(sent).toHaveLength(1);
  });

  it("has saved a new item that is then not to be read, and shows it as it was typed", async () => {
    const { parts } = graphWith([{ status: 201, body: { id: "8" } }], unreadable);
    expect(await addItem(parts, change({ Status: "Ny" }))).toMatchObject({
      kind: "saved",
      row: { id: "8", etag: "", values: { ID: 8, Status: "Ny" } },
    });
  });

  it.each([0, 502, 504])("does not know whether an item was made when the answer was lost (%i)", async (status) => {
    const { parts, sent } = graphWith([status], () => base);
    expect(await addItem(parts, change({ Status: "Ny" }))).toEqual({ kind: "unsure" });
    expect(sent).toHaveLength(1);
  });

  it.each([undefined, "<html>", { value: [] }])("is unsure of an item whose answer says nothing: %j", async (body) => {
    const { parts } = graphWith([{ status: 201, body }], () => base);
    expect(await addItem(parts, change({ Status: "Ny" }))).toEqual({ kind: "unsure" });
  });

  it("refuses like a read where nothing was sent, because nobody could be signed in", async () => {
    const { parts } = graphWith([], () => base);
    const write = (): Promise<never> => Promise.reject(new ReadFailure("unreachable", "sign-in"));
    const apart = { ...parts, reader: { ...parts.reader, write } };
    const refused = { kind: "refused", why: "unreachable" };
    expect(await addItem(apart, change({ Status: "Ny" }))).toEqual(refused);
    expect(await saveItem(apart, base, change({ Status: "Ny" }))).toEqual(refused);
    expect(await removeItem(apart, base)).toBe("unreachable");
  });

  it("removes the version that was read and no later one", async () => {
    const { parts, sent } = graphWith([204, 403, 412], () => base);
    expect(await removeItem(parts, base)).toBeUndefined();
    expect(sent[0]).toMatchObject({ method: "DELETE", ifMatch: '"g,1"' });
    expect([await removeItem(parts, base), await removeItem(parts, base)]).toEqual(["no-right", "changed"]);
  });
});
