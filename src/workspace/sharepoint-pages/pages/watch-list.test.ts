import { describe, expect, it } from "vitest";
import { type GraphReader, ReadFailure, type ReadRefusal } from "./graph-reader.ts";
import type { ListData } from "./load-list.ts";
import { watchList } from "./watch-list.ts";

const data: ListData = {
  siteId: "s",
  list: { id: "l", title: "Behov", description: "", path: "/", isLibrary: false },
  columns: new Map(),
  views: [],
  rights: { add: true, change: true, remove: true },
  itemCount: 1,
};

type Changed = readonly { id: string; deleted?: object }[];
/** `more`: another page follows. */
type Page = Changed | { readonly more: Changed } | "unreachable" | "gone";
const many: Changed = Array.from({ length: 26 }, (_, id) => ({ id: String(id) }));

/** A list whose changes are told by hand, and time that passes when the test says so. */
function watched(...pages: Page[]) {
  /** How the next reads of a row, and the next reads of the whole list, end. */
  const failing: { rows: ReadRefusal[]; reloads: ReadRefusal[] } = { rows: [], reloads: [] };
  const asked: string[] = [];
  const told: string[] = [];
  const waiting: { ms: number; act: () => void }[] = [];
  let visible = true;
  const reader: GraphReader = {
    get: async (schema, path) => {
      asked.push(path);
      if (!path.includes("/delta")) {
        const failure = failing.rows.shift();
        if (failure !== undefined) throw new ReadFailure(failure, path);
        const id = /items\/(\d+)/u.exec(path)?.[1];
        const times = { createdDateTime: "", lastModifiedDateTime: "" };
        return schema.parse({ id, webUrl: "", eTag: "e", ...times, fields: {} });
      }
      const page = pages.shift() ?? [];
      if (page === "unreachable") throw new ReadFailure("unreachable", "");
      if (page === "gone") throw new ReadFailure("failed", "410");
      const link = `http://g/v1.0/delta?n=${asked.length}`;
      if ("more" in page) return schema.parse({ value: page.more, "@odata.nextLink": link });
      return schema.parse({ value: page, "@odata.deltaLink": link });
    },
    pages: () => Promise.reject(new Error("not asked")),
    rest: () => Promise.reject(new Error("not asked")),
    write: () => Promise.reject(new Error("not asked")),
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const watch = watchList(
    reader,
    data,
    {
      changed: (rows, removed) => told.push(`changed ${rows.map(({ id }) => id).join()} removed ${removed.join()}`),
      reload: async () => {
        const failure = failing.reloads.shift();
        if (failure !== undefined) throw new ReadFailure(failure, "reload");
        told.push("reload");
      },
      reachable: (is) => told.push(is ? "reachable" : "unreachable"),
    },
    {
      after: (ms, act) => {
        const entry = { ms, act };
        waiting.push(entry);
        return () => {
          const at = waiting.indexOf(entry);
          if (at >= 0) waiting.splice(at, 1);
        };
      },
      isVisible: () => visible,
    },
  );
  const pass = async (): Promise<number | undefined> => {
    const next = waiting.shift();
    next?.act();
    await settle();
    return next?.ms;
  };
  return { pages, failing, asked, told, watch, pass, settle, waiting, hide: (is: boolean) => (visible = !is) };
}

describe("watchList", () => {
  it("begins at what stands there and tells what changes and goes", async () => {
    const list = watched();
    await list.settle();
    expect(list.asked).toEqual(["/sites/s/lists/l/items/delta?token=latest"]);
    list.pages.push([{ id: "3" }, { id: "4", deleted: { state: "deleted" } }]);
    expect(await list.pass()).toBe(5000);
    expect(list.asked[1]).toBe("/delta?n=1");
    expect(list.told).toEqual(["reachable", "changed 3 removed 4", "reachable"]);
  });

  it("looks again soon after a write, then at rest again", async () => {
    const list = watched();
    await list.settle();
    list.watch.soon();
    const waits = [];
    for (let turn = 0; turn < 5; turn += 1) waits.push(await list.pass());
    expect(waits).toEqual([400, 800, 1500, 3000, 5000]);
  });

  it("says when the list is out of reach, and when it is back", async () => {
    const list = watched();
    await list.settle();
    list.pages.push("unreachable", [{ id: "3" }]);
    await list.pass();
    await list.pass();
    expect(list.told.slice(1)).toEqual(["unreachable", "changed 3 removed ", "reachable"]);
  });

  it("has everything read again when the trace is lost, from a new one on, or when too much has changed", async () => {
    const list = watched();
    await list.settle();
    list.pages.push("gone");
    await list.pass();
    expect(list.asked.slice(1)).toEqual(["/delta?n=1", "/sites/s/lists/l/items/delta?token=latest"]);
    expect(list.told).toEqual(["reachable", "reload", "reachable"]);
    list.pages.push(many);
    await list.pass();
    expect(list.told.filter((line) => line === "reload")).toHaveLength(2);
  });

  it.each(["throttled", "unreachable"] as const)(
    "tells a change at the next look when its row could not be read (%s)",
    async (refusal) => {
      const list = watched();
      await list.settle();
      list.pages.push([{ id: "3" }], [{ id: "3" }]);
      list.failing.rows.push(refusal);
      await list.pass();
      await list.pass();
      expect(list.told.slice(1)).toEqual(["unreachable", "changed 3 removed ", "reachable"]);
      expect(list.asked.filter((path) => path === "/delta?n=1")).toHaveLength(2);
    },
  );

  it("begins the look again where it stood when a later page of it could not be read", async () => {
    const list = watched();
    await list.settle();
    list.pages.push({ more: [{ id: "3" }] }, "unreachable", { more: [{ id: "3" }] }, [{ id: "4" }]);
    await list.pass();
    await list.pass();
    expect(list.asked.filter((path) => path === "/delta?n=1")).toHaveLength(2);
    expect(list.told.slice(1)).toEqual(["unreachable", "changed 3,4 removed ", "reachable"]);
  });

  it("has everything read once more when reading everything did not succeed", async () => {
    const list = watched();
    await list.settle();
    list.pages.push(many, many);
    list.failing.reloads.push("throttled");
    await list.pass();
    await list.pass();
    expect(list.told.slice(1)).toEqual(["unreachable", "reload", "reachable"]);
  });

  it("has everything read when the first look did not succeed: what changed before the second is not told", async () => {
    const list = watched("unreachable");
    await list.settle();
    await list.pass();
    expect(list.told).toEqual(["unreachable", "reload", "reachable"]);
  });

  it("knows a row as gone that was deleted between the look and the reading", async () => {
    const list = watched();
    await list.settle();
    list.pages.push([{ id: "3" }, { id: "5" }]);
    list.failing.rows.push("not-found");
    await list.pass();
    expect(list.told.slice(1)).toEqual(["changed 5 removed 3", "reachable"]);
  });

  it("asks nothing while nobody looks, and nothing more when it is stopped", async () => {
    const list = watched();
    await list.settle();
    list.hide(true);
    await list.pass();
    expect(list.asked).toHaveLength(1);
    list.watch.stop();
    expect(list.waiting).toHaveLength(0);
  });
});
