import { describe, expect, it } from "vitest";
import { anActionItem, aProgramme, typedFields } from "#test/builders/action-plans.ts";
import { at, day } from "#test/builders/clock.ts";
import { aCommand } from "#test/builders/keys.ts";
import { anActor, anOrganisation, centres, type PersonName, people } from "#test/builders/organisation.ts";
import { createActionItem } from "./create-action-item.ts";
import { editActionItem } from "./edit-action-item.ts";
import { confirmUnchanged, reportOnActionItem } from "./report-on-action-item.ts";

const now = at("2022-03-01T09:00:00.000Z");
const item = anActionItem();
const programme = aProgramme();
const organisation = anOrganisation();

const commands = {
  create: (who: PersonName) =>
    createActionItem(
      { programme, organisation },
      { ...aCommand(), fields: typedFields(), status: "idea" },
      anActor(who),
      now,
    ),
  edit: (who: PersonName) =>
    editActionItem(
      { item, programme, organisation },
      { ...aCommand(), changes: { title: "Andet" }, seen: {} },
      anActor(who),
      now,
    ),
  move: (who: PersonName) =>
    editActionItem(
      { item, programme, organisation },
      { ...aCommand(), changes: { to: day("2023-01-01") }, seen: {} },
      anActor(who),
      now,
    ),
  give: (who: PersonName) =>
    editActionItem(
      { item, programme, organisation },
      { ...aCommand(), changes: { ownerKey: people.colleague.key }, seen: {} },
      anActor(who),
      now,
    ),
  report: (who: PersonName) => reportOnActionItem(item, { ...aCommand(), note: "Nyt" }, anActor(who), now),
  unchanged: (who: PersonName) => confirmUnchanged(item, aCommand(), anActor(who), now),
};
type CommandName = keyof typeof commands;
const all: readonly CommandName[] = ["create", "edit", "move", "give", "report", "unchanged"];

/** B10's row "Handlingsplan", role by role; the applicant of the tests owns the item, `head` heads its centre. */
const table: Readonly<Record<PersonName, readonly CommandName[]>> = {
  secretary: all,
  chair: all,
  head: all,
  applicant: ["move", "report", "unchanged"],
  otherHead: [],
  colleague: [],
  deputy: [],
  economist: [],
  spokesman: [],
  substitute: [],
  adviser: [],
  officer: [],
  director: [],
  administrator: [],
};

describe("who may do what in the action plan (B10)", () => {
  const names = Object.keys(table) as readonly PersonName[];
  it.each(names.flatMap((who) => all.map((command) => [who, command] as const)))("%s: %s", (who, command) => {
    const done = commands[command](who);
    if (table[who].includes(command)) expect(done.ok).toBe(true);
    else expect(done).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });

  it("the head of a centre moves no item into another's centre, nor takes one from it", () => {
    const other = centres[1]?.key;
    if (other === undefined) throw new Error("No second centre");
    const move = (who: PersonName) =>
      editActionItem(
        { item, programme, organisation },
        { ...aCommand(), changes: { centreKey: other }, seen: {} },
        anActor(who),
        now,
      );
    expect(move("head")).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
    expect(move("otherHead")).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
    expect(move("secretary")).toMatchObject({ value: { centreKey: other } });
  });
});
