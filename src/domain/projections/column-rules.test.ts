import { expect, it } from "vitest";
import { actorOf } from "#domain/organisation/actor.ts";
import { aKey } from "#test/builders/keys.ts";
import { centres, people } from "#test/builders/organisation.ts";
import { type ColumnRules, isAcceptable } from "./column-rules.ts";
import type { OutsideEdit } from "./outside-edit.ts";

const head = actorOf(people.head, centres);
const applicant = actorOf(people.applicant, centres);
const rules: ColumnRules = {
  "open-centres": { Leder: (actor, value) => actor.headOf.length > 0 && typeof value === "string" },
};
const edit = (columns: readonly (readonly [string, unknown])[], more: Partial<OutsideEdit> = {}): OutsideEdit => ({
  key: aKey("edit"),
  kind: "changed",
  list: "open-centres",
  listTitle: "Centre",
  columns: columns.map(([name, value]) => ({ name, heading: name, value })),
  reference: "",
  route: "",
  rows: 1,
  ...more,
});

it("T41 an edit stands only where every changed column has a rule that says yes", () => {
  expect(isAcceptable(edit([["Leder", "Karin"]]), head, rules)).toBe(true);
  expect(isAcceptable(edit([["Leder", "Karin"]]), applicant, rules)).toBe(false);
  expect(isAcceptable(edit([["Leder", 7]]), head, rules)).toBe(false);
  const both = edit([
    ["Leder", "Karin"],
    ["Title", "Nyt navn"],
  ]);
  expect(isAcceptable(both, head, rules)).toBe(false);
  expect(isAcceptable(edit([["Leder", "Karin"]], { list: "open-rounds" }), head, rules)).toBe(false);
  expect(isAcceptable(edit([["toString", "x"]]), head, rules)).toBe(false);
  expect(isAcceptable(edit([], { kind: "deleted" }), head, rules)).toBe(false);
});

it("T41 nobody may change a column of today's lists", () => {
  for (const list of ["open-centres", "open-rounds", "open-ledger", "open-applications"] as const) {
    expect(isAcceptable(edit([["Title", "Nyt"]], { list }), head)).toBe(false);
  }
});
