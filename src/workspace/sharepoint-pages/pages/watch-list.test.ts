import { describe, expect, it } from "vitest";
import { type GraphReader, ReadFailure } from "./graph-reader.ts";
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

/** A list whose changes are told by hand, and time that passes when the test says so. */
function watched() {
  const pages: (readonly { id: string; deleted?: object }[] | "unreachable" | "gone")[] = [];
  const asked: string[] = [];
  const told: string[] = [];
  const waiting: { ms: number; act: () => void }[] = [];
  let visible = true;
  const reader: GraphReader = {
    get: async (schema, path) => {
      asked.push(path);
      if (!path.includes("/delta")) {
        const id = /items\/(\d+)/u.exec(path)?.[1];
        const times = { createdDateTime: "", lastModifiedDateTime: "" };
        return schema.parse({ id, webUrl: "", eTag: "e", ...times, fields: {} });
      }
      const page = pages.shift() ?? [];
      if (page === "unreachable") throw new ReadFailure("unreachable", "");
      if (page === "gone") throw new ReadFailure("failed", "410");
      return schema.parse({ value: page, "@odata.deltaLink": `http://g/v1.0/delta?n=${asked.length}` });
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
      reload: () => told.push("reload"),
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
  return { pages, asked, told, watch, pass, settle, waiting, hide: (is: boolean) => (visible = !is) };
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

  it("has everything read again when the trace is lost or too much has changed", async () => {
    const list = watched();
    await list.settle();
    list.pages.push(
      "gone",
      Array.from({ length: 26 }, (_, id) => ({ id: String(id) })),
    );
    await list.pass();
    await list.pass();
    expect(list.told.filter((line) => line === "reload")).toHaveLength(2);
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
