import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { GraphClient } from "#sharepoint/client/graph-client.ts";
import type { GraphItem, ListRef } from "#sharepoint/client/list-item.ts";
import { dateOnlyColumn, numberColumn, textColumn, titleColumn } from "#sharepoint/lists/column.ts";
import { KEY_COLUMN, STAMP_COLUMN } from "#sharepoint/lists/define-list.ts";
import { createListDirectory } from "#sharepoint/lists/list-directory.ts";
import { defineProjectionList, type RowValues } from "#sharepoint/lists/projection-list.ts";
import { type ForeignEdit, type ReconcileParts, reconcile } from "#sharepoint/reconcile/reconcile.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "./test-workspace.ts";

interface SampleRow {
  readonly Title: string;
  readonly Emne: string;
  readonly BeloebKr: number;
  readonly Dato: string;
}
const texts = { title: "T", description: "D" };
const list = defineProjectionList<SampleRow>({
  name: "Proever",
  title: "Prøver",
  description: "Til prøver",
  schemaVersion: 1,
  columns: {
    Title: titleColumn(texts),
    Emne: textColumn({ ...texts, title: "Emne" }),
    BeloebKr: numberColumn({ ...texts, title: "Beløb", decimals: 2 }),
    Dato: dateOnlyColumn({ ...texts, title: "Dato" }),
  },
  views: [],
});

let workspace: TestWorkspace;
let service: GraphClient;
let ref: ListRef;
beforeAll(async () => {
  workspace = openTestWorkspace();
  expect(await workspace.provisioning([list]).apply()).toMatchObject({ ok: true });
  service = workspace.serviceClient();
  const place = await createListDirectory(service, testSites).locate(list);
  if (!place.ok) throw new Error("no list");
  ref = place.value;
});

type Wanted = ReadonlyMap<Key, RowValues>;

async function run(wanted: Wanted, more: Partial<ReconcileParts<RowValues>> = {}) {
  const actual = await service.items(ref, list.readColumns);
  if (!actual.ok) throw new Error("unreadable");
  return reconcile({ client: service, ref, list, wanted, actual: actual.value, ...more });
}

/** Rows by key in canonical form, and whether each carries its own stamp. */
async function stored(): Promise<ReadonlyMap<string, string>> {
  const items = await service.items(ref, list.readColumns);
  if (!items.ok) throw new Error("unreadable");
  return new Map(items.value.map(({ fields }) => [String(fields[KEY_COLUMN]), list.canonical(fields)]));
}

function canonicalOf(wanted: Wanted): ReadonlyMap<string, string> {
  return new Map(
    [...wanted].map(([key, values]) => {
      const fields = list.encode(values);
      return [key, list.canonical(fields.ok ? fields.value : {})];
    }),
  );
}

const row = (name: string, values: Partial<SampleRow> = {}): [Key, RowValues] => [
  keyOf(name),
  { Title: name, Emne: "Æ & Ø", BeloebKr: 1234.5, Dato: "2022-11-15", ...values },
];

describe("reconcile", () => {
  test("rows are created, changed and deleted, and a second run does nothing", async () => {
    const first = new Map([row("a"), row("b"), row("c")]);
    expect(await run(first)).toMatchObject({ ok: true, value: { created: 3, left: 0 } });
    const second = new Map([row("a"), row("b", { BeloebKr: 99 }), row("d")]);
    expect(await run(second)).toMatchObject({ ok: true, value: { created: 1, updated: 1, deleted: 1, putBack: 0 } });
    expect(await run(second)).toMatchObject({ ok: true, value: { created: 0, updated: 0, deleted: 0 } });
    expect(await stored()).toEqual(canonicalOf(second));
  });

  test("what a manager changed or deleted is put back, and a row of her own is left alone (T42)", async () => {
    const wanted = new Map([row("a"), row("b")]);
    await run(wanted);
    const manager = workspace.personClient("puljesekretariat");
    const items = await service.items(ref, list.readColumns);
    const [one, two] = items.ok ? items.value : [];
    if (!one || !two) throw new Error("no rows");
    await manager.updateItem(ref, one.id, one.etag, { Emne: "Ændret af en leder" });
    await manager.deleteItem(ref, two.id, two.etag);
    const own = await manager.createItem(ref, { keyColumn: "Title", key: "Egen række", fields: {} });
    if (!own.ok) throw new Error("no row");
    const put = { created: 1, updated: 1, deleted: 0, putBack: 1, ownRows: 1 };
    expect(await run(wanted)).toMatchObject({ ok: true, value: put });
    expect(await stored()).toEqual(new Map([...canonicalOf(wanted), ["undefined", '["Egen række",null,null,null]']]));
    await manager.deleteItem(ref, own.value.item.id, own.value.item.etag);
  });

  test("an edit that is accepted keeps its values, tells its editor, and is not asked about again", async () => {
    const wanted = new Map([row("a")]);
    await run(wanted);
    const items = await service.items(ref, list.readColumns);
    const item = items.ok ? items.value[0] : undefined;
    if (!item) throw new Error("no row");
    await workspace.personClient("puljesekretariat").updateItem(ref, item.id, item.etag, { Emne: "Nyt emne" });
    const edits: ForeignEdit[] = [];
    const editors: unknown[] = [];
    const onForeignEdit = async (edit: ForeignEdit) => {
      edits.push(edit);
      editors.push(await edit.editor());
      return "accept" as const;
    };
    await run(wanted, { onForeignEdit });
    expect(edits).toHaveLength(1);
    expect(edits[0]?.columns).toEqual(["Emne"]);
    expect(editors).toMatchObject([{ value: { objectId: "00000000-0000-4000-8000-000000000002" } }]);
    expect(edits[0]?.item.fields["Emne"]).toBe("Nyt emne");
    const accepted = new Map([row("a", { Emne: "Nyt emne" })]);
    expect(await run(accepted, { onForeignEdit })).toMatchObject({ ok: true, value: { updated: 0 } });
    expect(edits).toHaveLength(1);
    expect(await stored()).toEqual(canonicalOf(accepted));
  });

  test("a row that does not fit is told and holds up no other", async () => {
    const wanted = new Map([row("a"), row("b", { Dato: "i morgen" })]);
    const report = await run(wanted);
    expect(report.ok && report.value.unfit).toEqual([{ key: keyOf("b"), column: "Dato" }]);
    expect((await stored()).has(keyOf("a"))).toBe(true);
  });

  test("T39 a row another service was faster with is known whole, not only in the columns we would have written", async () => {
    const [key, theirs] = row("race");
    const ours = new Map([row("race", { Emne: "" })]);
    let isOvertaken = false;
    const hurried = workspace.serviceClient((send) => async (input, init) => {
      const path = String(input instanceof Request ? input.url : input);
      if (path.endsWith("/$batch")) return new Response(null, { status: 504 });
      if (init?.method === "POST" && !isOvertaken) {
        isOvertaken = true;
        expect(await run(new Map([[key, theirs]]))).toMatchObject({ ok: true, value: { created: 1 } });
      }
      return send(input, init);
    });
    const taken: GraphItem[] = [];
    const watcher = {
      taken: (item: GraphItem) => void taken.push(item),
      removed: () => undefined,
      itemOf: () => undefined,
    };
    expect(await reconcile({ client: hurried, ref, list, wanted: ours, actual: [], watcher })).toMatchObject({
      ok: true,
      value: { left: 1 },
    });
    expect(taken.map(({ fields }) => list.canonical(fields))).toEqual([
      ...canonicalOf(new Map([[key, theirs]])).values(),
    ]);
  });

  test("any interruptions, in any order, end in the wanted rows, each once", async () => {
    const rowsArbitrary = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 })), {
        selector: ([name]) => name,
        maxLength: 25,
      })
      .map((rows) => new Map(rows.map(([name, amount]) => row(`r${name}`, { BeloebKr: amount }))));
    const fate = fc.constantFrom("good", "good", "lost", "refused", "cut");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(rowsArbitrary, fc.array(fate, { maxLength: 6 })), { minLength: 1, maxLength: 4 }),
        async (runs) => {
          for (const [wanted, fates] of runs) {
            const queue = [...fates];
            const broken = workspace.serviceClient((send) => async (input, init) => {
              if (init?.method === "GET") return send(input, init);
              const next = queue.shift();
              if (next === "refused") return new Response("{}", { status: 504 });
              if (next === "cut") throw new TypeError("socket hang up");
              const answer = await send(input, init);
              if (next === "lost") throw new TypeError("socket hang up");
              return answer;
            });
            await run(wanted, { client: broken });
          }
          const last = runs.at(-1)?.[0] ?? new Map();
          await run(last);
          expect(await stored()).toEqual(canonicalOf(last));
          const items = await service.items(ref, list.readColumns);
          const keys = items.ok ? items.value.map(({ fields }) => fields[KEY_COLUMN]) : [];
          expect(new Set(keys).size).toBe(keys.length);
          expect(items.ok && items.value.every(({ fields }) => typeof fields[STAMP_COLUMN] === "string")).toBe(true);
          expect(await run(last)).toMatchObject({ ok: true, value: { created: 0, updated: 0, deleted: 0 } });
        },
      ),
      { numRuns: 60 },
    );
  });
});
