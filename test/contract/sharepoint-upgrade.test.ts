import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { restoreBackup } from "#sharepoint/backup/restore-backup.ts";
import { takeBackup } from "#sharepoint/backup/take-backup.ts";
import type { GraphClient } from "#sharepoint/client/graph-client.ts";
import { ownFailure } from "#sharepoint/client/graph-error.ts";
import { recordLists } from "#sharepoint/lists/all-lists.ts";
import { textColumn, titleColumn } from "#sharepoint/lists/column.ts";
import type { ListDefinition, WantedList } from "#sharepoint/lists/define-list.ts";
import { createListDirectory } from "#sharepoint/lists/list-directory.ts";
import { createListStore } from "#sharepoint/lists/list-store.ts";
import { defineRecordList } from "#sharepoint/lists/record-list.ts";
import { keySchema } from "#sharepoint/lists/schema-parts.ts";
import { missingFields } from "#sharepoint/provisioning/backfill.ts";
import { good, kindOf } from "../scenarios/world.ts";
import { memoryBackup } from "./memory-backup.ts";
import { siteDamage } from "./site-damage.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "./test-workspace.ts";

interface First {
  readonly key: Key;
  readonly name: string;
}
interface Second extends First {
  /** New in version 2. */
  readonly place: string;
}

const texts = { name: "Ting", title: "Ting", description: "Til prøver" };
const heading = titleColumn({ title: "Navn", description: "Hvad det hedder" });
const first: ListDefinition<First> = defineRecordList<{ Title: typeof heading }, First>({
  ...texts,
  schemaVersion: 1,
  schema: z.object({ key: keySchema, name: z.string() }),
  columns: { Title: heading },
  toColumns: ({ name }) => ({ Title: name }),
});
const place = textColumn({ title: "Sted", description: "Hvor", indexed: true });
const second: ListDefinition<Second> = defineRecordList<{ Title: typeof heading; Sted: typeof place }, Second>({
  ...texts,
  schemaVersion: 2,
  schema: z.object({ key: keySchema, name: z.string(), place: z._default(z.string(), "Rådhuset") }),
  parts: 2,
  columns: { Title: heading, Sted: place },
  toColumns: ({ name, place: where }) => ({ Title: name, Sted: where }),
});

const ROWS = 20;
const names = Array.from({ length: ROWS }, (_, index) => nameOf(index));

function nameOf(index: number): string {
  return `Ting nr. ${index} æøå`;
}

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = openTestWorkspace();
  good(await workspace.provisioning([first]).apply());
  await make(names);
});

async function make(named: readonly string[]): Promise<void> {
  const store = storeOf(first);
  await Promise.all(named.map(async (name) => good(await store.create(keyOf(name), { key: keyOf(name), name }))));
}

function storeOf<T>(list: ListDefinition<T>, client = workspace.serviceClient()) {
  return createListStore(client, list, createListDirectory(client, testSites));
}

async function rows(list: WantedList = second) {
  return siteDamage(workspace).rows(list, Object.keys(list.columns));
}

/** Ends like a machine whose power is cut: the n-th batch of writes is never sent. */
function cutAfter(batches: number): Partial<{ client: GraphClient }> {
  const admin = workspace.personClient("administrator");
  let left = batches;
  const batch: GraphClient["batch"] = (parts, options) => {
    if (parts.some(({ method }) => method === "PATCH")) left -= 1;
    if (left < 0) throw new Error("power cut");
    return admin.batch(parts, options);
  };
  return { client: { ...admin, batch } };
}

describe("rows that version 1 wrote", () => {
  const folder = new URL("fixtures/", import.meta.url);
  const written = Object.assign(
    {},
    ...readdirSync(folder)
      .filter((name) => name.startsWith("rows-of-"))
      .map((name) =>
        z.parse(
          z.record(z.string(), z.record(z.string(), z.unknown())),
          JSON.parse(readFileSync(new URL(name, folder), "utf8")),
        ),
      ),
  ) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

  // Frozen: never written anew. A later version adds a file of its own beside this one.
  // Lists that have come since have no rows of that version.
  const known = Object.values(recordLists).filter(({ name }) => Object.hasOwn(written, name));
  test.each(known.map((list) => [list.name, list] as const))(
    "T53 are read by this version, and lose nothing when it writes them: %s",
    (name, list: WantedList) => {
      const fields = written[name] ?? {};
      const row = list.rewrite?.(fields);
      expect(row).toMatchObject({ ok: true, value: { key: fields["Noegle"] } });
      expect(missingFields(list, fields) ?? {}).not.toHaveProperty("Noegle");
      expect(row?.ok === true && Object.keys(row.value.fields)).toEqual(
        expect.arrayContaining(Object.keys(fields).filter((column) => column !== "Noegle")),
      );
      const recordIn = (each: Readonly<Record<string, unknown>>) =>
        z.parse(z.looseObject({ key: z.string() }), JSON.parse(String(each["Indhold"])));
      expect(recordIn(row?.ok ? row.value.fields : {})).toMatchObject(recordIn(fields));
    },
  );
});

describe("an upgrade", () => {
  test("T53 only adds: columns are filled, the JSON is of the new version, every row is there, a second run does nothing", async () => {
    const before = new Map((await rows(first)).map(({ id, fields }) => [id, fields["Noegle"]]));
    const { differences } = good(await workspace.provisioning([second]).plan());
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(
      new Set(["list-older", "appearance-older", "column-missing", "column-renamed"]),
    );
    good(await workspace.provisioning([second]).apply());
    const after = await rows();
    expect(new Map(after.map(({ id, fields }) => [id, fields["Noegle"]]))).toEqual(before);
    expect(after.every(({ fields }) => fields["Sted"] === "Rådhuset")).toBe(true);
    expect(after.every(({ fields }) => String(fields["Indhold"]).includes('"place":"Rådhuset"'))).toBe(true);
    const revisions = after.map(({ etag }) => etag);
    expect(good(await workspace.provisioning([second]).apply()).done).toBe(0);
    expect((await rows()).map(({ etag }) => etag)).toEqual(revisions);
  });

  test("T53 that is cut anywhere is finished by the next run, and no row is written twice", async () => {
    const more = Array.from({ length: 180 }, (_, index) => nameOf(ROWS + index));
    await make(more);
    const total = ROWS + more.length;
    for (const batches of [0, 1, 1]) {
      const cut = workspace.provisioning([second], undefined, cutAfter(batches));
      await expect(cut.apply()).rejects.toThrow("power cut");
      expect(await rows(first)).toHaveLength(total);
      expect(good(await workspace.provisioning([second]).verify()).complete).toBe(false);
    }
    good(await workspace.provisioning([second]).apply());
    const all = await rows();
    expect(all).toHaveLength(total);
    expect(all.every(({ revision, fields }) => revision === 2 && fields["Sted"] === "Rådhuset")).toBe(true);
    expect(good(await workspace.provisioning([second]).verify()).complete).toBe(true);
  });

  test("T53 begins with a backup, and does nothing at all when that fails", async () => {
    const order: string[] = [];
    const failing = workspace.provisioning([second], undefined, {
      beforeUpgrade: async () => ({ ok: false, refusal: ownFailure("unavailable", "disk full") }),
    });
    expect(kindOf(await failing.apply())).toBe("unavailable");
    expect(good(await workspace.provisioning([first]).verify()).complete).toBe(true);
    const options = {
      beforeUpgrade: async () => {
        order.push("backup");
        return { ok: true, value: undefined } as const;
      },
      progress: ({ kind }: { readonly kind: string }) => {
        order.push(kind);
      },
    };
    good(await workspace.provisioning([second], undefined, options).apply());
    expect(order[0]).toBe("backup");
    order.length = 0;
    good(await workspace.provisioning([second], undefined, options).apply());
    await siteDamage(workspace).deleteColumn(second, "Sted");
    good(await workspace.provisioning([second], undefined, options).apply());
    expect(order).not.toContain("backup");
  });

  test("T53 the new version reads rows of the former one, also before their list is upgraded", async () => {
    const [key] = names.map((name) => keyOf(name));
    const [row] = await rows(first);
    const read = second.decode(row?.fields ?? {});
    expect(read).toMatchObject({ ok: true, value: { key, value: { name: names[0], place: "Rådhuset" } } });
  });

  test("a record with members this version does not know keeps them", async () => {
    const hand = siteDamage(workspace);
    const [row] = await rows(first);
    if (!row) throw new Error("No row");
    const json = String(row.fields["Indhold"]).replace("{", '{"fremmed":"behold mig",');
    good(await hand.admin.updateItem(await hand.place(first), row.id, row.etag, { Indhold: json }));
    good(await workspace.provisioning([second]).apply());
    const after = (await rows()).find(({ id }) => id === row.id);
    expect(after?.fields).toMatchObject({ Indhold: json, Sted: "Rådhuset" });
  });
});

describe("a downgrade", () => {
  beforeEach(async () => {
    good(await workspace.provisioning([second]).apply());
  });

  test("T53 is refused with advice, and nothing on the sites is changed", async () => {
    const before = JSON.stringify(await rows());
    const { steps, problems } = good(await workspace.provisioning([first]).plan());
    expect(steps).toEqual([]);
    expect(problems).toMatchObject([{ kind: "list-newer", found: 2, known: 1 }]);
    expect(good(await workspace.provisioning([first]).apply())).toMatchObject({ done: 0, problems: [{}] });
    expect(JSON.stringify(await rows())).toBe(before);
  });

  test("T53 a service of the former version neither reads nor writes the list", async () => {
    const store = storeOf(first);
    expect(await store.list()).toMatchObject({ ok: false, refusal: { kind: "unavailable" } });
    const made = await store.create(keyOf("ny"), { key: keyOf("ny"), name: "Ny" });
    expect(made).toMatchObject({ ok: false, refusal: { kind: "unavailable" } });
    expect(await rows()).toHaveLength(ROWS);
    expect(good(await storeOf(second).list())).toHaveLength(ROWS);
  });
});

describe("a backup of another version", () => {
  async function backUp(list: WantedList) {
    const folder = memoryBackup();
    const client = workspace.personClient("administrator");
    good(await takeBackup({ client, sites: testSites, lists: [list], folder, takenAt: "2022-11-22" }));
    return folder;
  }

  function restore(target: TestWorkspace, list: WantedList, folder: ReturnType<typeof memoryBackup>) {
    return restoreBackup({
      client: target.personClient("administrator"),
      sites: testSites,
      lists: [list],
      folder,
      provision: () => target.provisioning([list]).apply(),
      mode: "empty",
      progress: () => undefined,
    });
  }

  test("T53 an older one is upgraded as it is restored", async () => {
    const folder = await backUp(first);
    const target = openTestWorkspace();
    const report = good(await restore(target, second, folder));
    expect(report).toMatchObject({ upgraded: ROWS, lists: [{ rows: ROWS, written: ROWS, withoutKey: 0 }] });
    const stored = good(await storeOf(second, target.serviceClient()).list());
    expect(new Set(stored.map(({ value }) => value.name))).toEqual(new Set(names));
    expect(stored.every(({ value }) => value.place === "Rådhuset")).toBe(true);
    expect(good(await target.provisioning([second]).verify()).complete).toBe(true);
  });

  test("T53 a newer one is refused, and the sites stay without lists", async () => {
    good(await workspace.provisioning([second]).apply());
    const folder = await backUp(second);
    const target = openTestWorkspace();
    const refused = await restore(target, first, folder);
    expect(refused).toEqual({ ok: false, refusal: { kind: "newer-schema", title: "Ting", found: 2, known: 1 } });
    expect(good(await target.provisioning([first]).plan()).differences).toMatchObject([{ kind: "list-missing" }]);
  });
});
