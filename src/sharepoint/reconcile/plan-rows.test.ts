import { describe, expect, test } from "vitest";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { GraphItem } from "../client/list-item.ts";
import { numberColumn, textColumn, titleColumn } from "../lists/column.ts";
import { KEY_COLUMN, STAMP_COLUMN, stampOf } from "../lists/define-list.ts";
import { defineProjectionList, type RowValues } from "../lists/projection-list.ts";
import { planRows } from "./plan-rows.ts";
import { rowStamp, TO_WRITE_AGAIN } from "./row-stamp.ts";

interface SampleRow {
  readonly Title: string;
  readonly Emne: string;
  readonly BeloebKr: number;
}
const texts = { title: "T", description: "D" };
const list = defineProjectionList<SampleRow>({
  name: "Proever",
  title: "Prøver",
  description: "Til prøver",
  schemaVersion: 1,
  columns: { Title: titleColumn(texts), Emne: textColumn(texts), BeloebKr: numberColumn(texts) },
  views: [],
});
const values: RowValues = { Title: "FR22-03", Emne: "Status", BeloebKr: 100 };
const wanted: ReadonlyMap<Key, RowValues> = new Map([[keyOf("a"), values]]);
const stamp = rowStamp(list, values);

let ids = 0;
function item(fields: Readonly<Record<string, unknown>>): GraphItem {
  ids += 1;
  return { id: String(ids), etag: `"${ids},1"`, revision: 1, fields };
}
const ours = (more: Readonly<Record<string, unknown>> = {}): GraphItem =>
  item({ ...values, [KEY_COLUMN]: keyOf("a"), [STAMP_COLUMN]: stamp, ...more });
function counts(actual: readonly GraphItem[], rows = wanted): Readonly<Record<string, number>> {
  const { creates, updates, foreign, deletes, ownRows, unfit } = planRows(list, rows, actual);
  return {
    creates: creates.length,
    updates: updates.length,
    foreign: foreign.length,
    deletes: deletes.length,
    ownRows: ownRows.length,
    unfit: unfit.length,
  };
}
const nothing = { creates: 0, updates: 0, foreign: 0, deletes: 0, ownRows: 0, unfit: 0 };

describe("planRows", () => {
  test("T42 a row a manager has added is left alone on every run, whatever it holds", () => {
    const own = [item({ Title: "Min egen" }), item({ Title: "Nøgle", [KEY_COLUMN]: "min egen nøgle" }), item({})];
    expect(counts([ours(), ...own])).toEqual({ ...nothing, ownRows: 3 });
    expect(counts([ours(), ...own], new Map())).toEqual({ ...nothing, ownRows: 3, deletes: 1 });
  });

  test("T42 columns of a manager's own are no edit", () => {
    expect(counts([ours({ Bemaerkning: "Ring til Karin" })])).toEqual(nothing);
  });

  test.each([
    ["emptied", null],
    ["typed over", "FR22-03"],
    ["set to another key", keyOf("other")],
  ])("T41 a row whose key was %s is known by its stamp and put back in its place", (_, key) => {
    const plan = planRows(list, wanted, [ours({ [KEY_COLUMN]: key })]);
    expect(plan).toMatchObject({ creates: [], deletes: [], ownRows: [] });
    expect(plan.foreign).toMatchObject([
      { key: keyOf("a"), columns: [KEY_COLUMN], fields: { [KEY_COLUMN]: keyOf("a") } },
    ]);
  });

  test("T41 text in a number column is put back, and named with every other changed column", () => {
    const [foreign] = planRows(list, wanted, [ours({ BeloebKr: "hundrede", Emne: "" })]).foreign;
    expect(foreign?.columns).toEqual(["Emne", "BeloebKr"]);
  });

  test("T41 what nobody wants any more goes, also with its stamp or key taken away: nothing withdrawn stays readable", () => {
    expect(counts([ours({ [STAMP_COLUMN]: "" })], new Map())).toEqual({ ...nothing, deletes: 1 });
    expect(counts([ours({ [KEY_COLUMN]: "" })], new Map())).toEqual({ ...nothing, deletes: 1 });
  });

  test("T41 a copy of a row never stands beside it", () => {
    expect(counts([ours(), ours(), ours({ [KEY_COLUMN]: "" })])).toEqual({ ...nothing, deletes: 2 });
  });

  test("T41 a column that was lost and marked to be filled is written by us: it is nobody's edit", () => {
    const marked = ours({ [STAMP_COLUMN]: TO_WRITE_AGAIN, Emne: null });
    expect(counts([marked])).toEqual({ ...nothing, updates: 1 });
  });

  test("T53 a row that was written with other columns, or before stamps told of columns, is ours to write again", () => {
    const { Emne: _, ...fewer } = { Title: titleColumn(texts), Emne: textColumn(texts), BeloebKr: numberColumn(texts) };
    const former = defineProjectionList<Omit<SampleRow, "Emne">>({ ...list, schemaVersion: 1, columns: fewer });
    const written = { Title: "FR22-03", BeloebKr: 100, Emne: null };
    for (const old of [rowStamp(former, written), stampOf(former.canonical(written))]) {
      expect(counts([ours({ ...written, [STAMP_COLUMN]: old })])).toEqual({ ...nothing, updates: 1 });
    }
  });

  test("T41 only what the manager changed is named, also when Fremdrift wants other values by now", () => {
    const later: ReadonlyMap<Key, RowValues> = new Map([[keyOf("a"), { ...values, BeloebKr: 200 }]]);
    expect(planRows(list, later, [ours({ Emne: "Rettet" })]).foreign).toMatchObject([{ columns: ["Emne"] }]);
    const [tampered] = planRows(list, later, [ours({ Emne: "Rettet", [STAMP_COLUMN]: "mit eget" })]).foreign;
    expect(tampered?.columns).toEqual(["Emne", "BeloebKr"]);
  });
});
