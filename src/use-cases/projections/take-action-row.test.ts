import { beforeEach, describe, expect, it } from "vitest";
import { demoAreas } from "#demo/plan-areas.ts";
import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { recordedEdit } from "#domain/projections/outside-edit.ts";
import type { GraphItem, ListRef } from "#sharepoint/client/list-item.ts";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { typedFields } from "#test/builders/action-plans.ts";
import { type Harness, openHarness } from "#test/scenarios/harness.ts";
import { good } from "#test/scenarios/world.ts";
import { createActionItem } from "../action-plans/create-action-item.ts";
import { createProgramme } from "../action-plans/programmes.ts";
import { reportOnActionItem } from "../action-plans/report-on-action-item.ts";
import { upsertPerson } from "../organisation/upsert-person.ts";
import { syncProjections } from "./sync-projections.ts";

const list = projectionLists["open-action-plan"];
let harness: Harness;
let ref: ListRef;

const stored = (): ActionItem => {
  const [item] = harness.deps.records.actionItems.all();
  if (item === undefined) throw new Error("No item");
  return item.value;
};
const sync = async (): Promise<void> => {
  const linkBase = "http://service.test/tab/";
  good(await syncProjections({ ...harness.deps, projections: harness.sharePoint.projections, linkBase }));
};
const rows = async (): Promise<readonly GraphItem[]> =>
  good(await harness.workspace.personClient("puljesekretariat").items(ref, [...list.readColumns]));
const row = async (title = "Skærmbesøg"): Promise<GraphItem> => {
  const found = (await rows()).find(({ fields }) => String(fields["Title"]).startsWith(title));
  if (found === undefined) throw new Error("No row");
  return found;
};
async function edit(fields: Readonly<Record<string, unknown>>): Promise<void> {
  const { id, etag } = await row();
  good(await harness.workspace.personClient("puljesekretariat").updateItem(ref, id, etag, fields));
}
const answers = () =>
  harness.deps.records.audit
    .all()
    .flatMap(({ value }) => recordedEdit(value) ?? [])
    .map(({ answer, refusal }) => [answer, refusal?.reason]);

/** The person behind the workspace's account, head of nothing, with these roles. */
async function knowEditor(role: "secretariat" | "adviser" = "secretariat"): Promise<void> {
  const person = {
    key: harness.press(),
    objectId: "00000000-0000-4000-8000-000000000002",
    name: "Rita Prøve",
    title: "Konsulent",
    userPrincipalName: "rita@kommune.example",
    centreKey: harness.centreKey("sundhed"),
    roles: [role],
    language: "da" as const,
    active: true,
  };
  good(await upsertPerson(harness.deps, { commandKey: harness.press(), by: "system", person }));
}

const make = async (title: string): Promise<void> => {
  const fields = typedFields({
    title,
    ownerKey: harness.personKey("ansoeger.sundhed"),
    centreKey: harness.centreKey("sundhed"),
  });
  const command = { commandKey: harness.press(), fields, status: "running" } as const;
  good(await createActionItem(harness.deps, harness.as("puljesekretariat"), command));
};

beforeEach(async () => {
  harness = await openHarness("2022-03-01 10:00");
  const facts = { supersedes: [], alignedWith: [], organisation: "", steeringGroup: "", focusAreas: demoAreas };
  const years = { title: "Program", fromYear: 2021, toYear: 2025, caseNumber: "" };
  const command = { commandKey: harness.press(), ...years, ...facts };
  good(await createProgramme(harness.deps, harness.as("puljesekretariat"), command));
  await make("Skærmbesøg i alle distrikter");
  await sync();
  ref = good(await harness.sharePoint.directory.locate(list));
  harness.at("2022-03-10 10:00");
});

describe("an edit in Handlingsplan", () => {
  it("T41 is that manager's command: status, owner, dates and note stand in the item, in one write, and in the list", async () => {
    await knowEditor();
    await edit({
      Status: "På hold",
      Note: "Venter på udbud",
      Slut: "2023-06-29T22:00:00Z",
      Ejer: "karin thorup",
    });
    harness.forgetGraph();
    await sync();
    const item = stored();
    expect(item).toMatchObject({ status: "on-hold", to: "2023-06-30", ownerKey: harness.personKey("leder.sundhed") });
    expect(item.notes.map(({ text }) => text)).toEqual(["Venter på udbud"]);
    expect(item.updatedBy).toBe(item.log.tail.at(-1)?.by);
    expect(answers()).toEqual([["accepted", undefined]]);
    await sync();
    expect((await row()).fields).toMatchObject({ Status: "På hold", Ejer: "Karin Thorup", Note: "Venter på udbud" });
    expect(answers()).toHaveLength(1);
  });

  it.each([
    ["an unknown status", { Status: "Næsten færdig" }, "unknown-status"],
    ["a step that is none", { Status: "Idé" }, "no-such-step"],
    ["a stop without a word", { Status: "Stoppet" }, "note-missing"],
    ["an owner nobody is", { Ejer: "Ukendt Person" }, "unknown-person"],
    ["an end before the start", { Slut: "2021-01-01T12:00:00Z" }, "end-before-start"],
    [
      "a note that was emptied together with a status that could stand",
      { Status: "Gennemført", Note: null },
      undefined,
    ],
  ] as const)("T41 %s is put back with its reason, and nothing of it is in the item", async (what, fields, reason) => {
    await knowEditor();
    if ("Note" in fields) {
      const report = { commandKey: harness.press(), itemKey: stored().key, note: "Før" };
      good(await reportOnActionItem(harness.deps, harness.as("puljesekretariat"), report));
      await sync();
    }
    const before = stored();
    await edit(fields);
    await sync();
    expect([what, stored()]).toEqual([what, before]);
    expect(answers()).toEqual([["put-back", reason ?? "note-emptied"]]);
    expect((await row()).fields["Status"]).toBe("I gang");
  });

  it("T41 of a column that is Fremdrift's, and by who may not, is put back", async () => {
    await knowEditor("adviser");
    await edit({ Title: "Skærmbesøg overalt" });
    await sync();
    await edit({ Note: "Jeg mener" });
    await sync();
    expect(answers()).toEqual([
      ["put-back", undefined],
      ["put-back", "not-allowed"],
    ]);
    expect(stored().notes).toEqual([]);
  });

  it("T41 of an item whose owner has left stands, and a row that was deleted comes back with everything in it", async () => {
    await knowEditor();
    const { log: _, ...person } = harness.deps.records.persons.byKey(harness.personKey("ansoeger.sundhed"))?.value ?? {
      log: undefined,
    };
    good(
      await upsertPerson(harness.deps, {
        commandKey: harness.press(),
        by: "system",
        person: { ...person, active: false } as never,
      }),
    );
    await sync();
    expect((await row()).fields["Ejer"]).toBe("Mette Skovgaard (fratrådt)");
    await edit({ Note: "Vi finder en ny ejer" });
    await sync();
    expect(stored()).toMatchObject({ ownerKey: harness.personKey("ansoeger.sundhed"), notes: [{}] });
    const { id, etag } = await row();
    good(await harness.workspace.personClient("puljesekretariat").deleteItem(ref, id, etag));
    await sync();
    expect((await row()).fields["Note"]).toBe("Vi finder en ny ejer");
    expect(answers()).toEqual([
      ["accepted", undefined],
      ["restored", undefined],
    ]);
  });

  it.each([1, 12])("G8 costs one delta of the list and one read of that row, with %i items in it", async (count) => {
    await knowEditor();
    for (let more = 1; more < count; more += 1) await make(`Indsats ${more}`);
    await sync();
    await edit({ Note: "Nyt herfra" });
    harness.forgetGraph();
    await sync();
    const reads = harness.graph.filter(({ method, path }) => method === "GET" && path.includes(ref.listId));
    expect(reads.filter(({ path }) => path.includes("delta"))).toHaveLength(1);
    expect(reads.filter(({ path }) => !path.includes("delta"))).toHaveLength(1);
    expect(harness.deps.records.actionItems.all().flatMap(({ value }) => value.notes)).toHaveLength(1);
  });
});
