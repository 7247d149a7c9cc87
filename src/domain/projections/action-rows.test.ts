import { describe, expect, it } from "vitest";
import { actionStatuses } from "#domain/action-plans/action-item.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import { anActionItem, aProgramme } from "#test/builders/action-plans.ts";
import { at, day } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { anOrganisation, aPerson, people } from "#test/builders/organisation.ts";
import { editedItemKey, readActionRowEdit } from "./action-row-edit.ts";
import { actionRow } from "./action-rows.ts";

const organisation = anOrganisation();
const now = at("2022-03-15T09:00:00.000Z");
const row = (item = anActionItem(), of = organisation) =>
  actionRow(item, { programmes: [aProgramme()] }, of, "link", now);
const read = (name: string, value: unknown) => readActionRowEdit([{ name, heading: name, value }], organisation);

describe("an item's row in Handlingsplan", () => {
  it("says what, whose, when and how, with every figure as a day", () => {
    const milestones = [{ key: aKey("m"), title: "Udbud", due: day("2022-03-10"), doneOn: undefined }];
    const notes = [{ at: now, by: people.head.key, text: "Vi er i gang" }];
    expect(row(anActionItem({ milestones, notes }))).toEqual({
      Title: "Skærmbesøg i alle distrikter",
      Fokusomraade: "2 Digital transformation og styrket udbredelse af modne teknologier",
      Status: "I gang",
      Trafiklys: "Gul",
      Aarsag: "“Udbud” skulle være nået 10-03-2022.",
      Rolle: "Teamleder",
      Ejer: "Anja Ansøger",
      Center: "Center for Sundhed og Omsorg",
      Start: "2022-01-01",
      Slut: "2022-12-31",
      Milepael: "10-03-2022: Udbud",
      Note: "Vi er i gang",
      Opdateret: "2022-03-01",
      Link: "link",
    });
  });

  it("stays the same from one day to the next while nothing happens", () => {
    const later = actionRow(
      anActionItem(),
      { programmes: [aProgramme()] },
      organisation,
      "link",
      at("2022-03-16T09:00:00.000Z"),
    );
    expect(later).toEqual(row());
  });

  it("names an owner who has left as gone, and nobody as nobody", () => {
    const left = anOrganisation(aPerson({ ...people.applicant, active: false }));
    expect(row(anActionItem(), left).Ejer).toBe("Anja Ansøger (fratrådt)");
    expect(row(anActionItem({ ownerKey: aKey("nobody knows") })).Ejer).toBe("Ukendt (fratrådt)");
    expect(row(anActionItem({ ownerKey: undefined, status: "idea", focusArea: 9 }))).toMatchObject({
      Ejer: "",
      Trafiklys: "",
      Fokusomraade: "9",
    });
  });
});

describe("what a manager types", () => {
  it.each(actionStatuses)("status %s is read by its Danish word, in whatever letters", (status) => {
    const word = daActionTerms.status[status];
    for (const value of [word, ` ${word.toUpperCase()} `])
      expect(read("Status", value)).toEqual({ ok: true, value: { status } });
  });

  it.each([
    ["Status", "Næsten færdig", "unknown-status"],
    ["Status", null, "unknown-status"],
    ["Note", "  ", "note-emptied"],
    ["Slut", null, "not-a-date"],
    ["Start", "engang til maj", "not-a-date"],
    ["Ejer", "Ingen Sådan", "unknown-person"],
    ["Ejer", "Anja Ansøger (fratrådt)", "unknown-person"],
    ["Rolle", "Chef", "not-allowed"],
  ] as const)("%s “%s” is put back because %s", (name, value, reason) => {
    expect(read(name, value)).toEqual({ ok: false, refusal: { reason, figures: {} } });
  });

  it.each([
    ["2023-06-30T12:00:00.000Z", "2023-06-30"],
    ["2023-06-29T22:00:00Z", "2023-06-30"],
    ["2023-01-31T23:00:00Z", "2023-02-01"],
    ["30-06-2023", "2023-06-30"],
  ])("a day kept as %s is the Danish day %s", (value, day) => {
    expect([read("Start", value), read("Slut", value)]).toEqual([
      { ok: true, value: { from: day } },
      { ok: true, value: { to: day } },
    ]);
  });

  it("an owner is read by name or user name; two of one name are asked about, nobody is nobody", () => {
    const { key, userPrincipalName } = people.head;
    expect(read("Ejer", "lone leder")).toEqual({ ok: true, value: { ownerKey: key } });
    expect(read("Ejer", userPrincipalName)).toEqual({ ok: true, value: { ownerKey: key } });
    expect(read("Ejer", "")).toEqual({ ok: true, value: { ownerKey: undefined } });
    const twin = aPerson({ ...people.head, key: aKey("twin"), userPrincipalName: "twin@fjordkoebing.example" });
    const both = readActionRowEdit([{ name: "Ejer", heading: "Ejer", value: "Lone Leder" }], anOrganisation(twin));
    expect(both).toMatchObject({ refusal: { reason: "several-persons" } });
  });

  it("is about the item its row links to, and no other kind of row", () => {
    const key = aKey("item");
    expect(editedItemKey({ route: `/action-items/${key}` })).toBe(key);
    expect([editedItemKey({ route: `/applications/${key}` }), editedItemKey({ route: "" })]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
