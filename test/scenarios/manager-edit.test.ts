import { expect, it } from "vitest";
import { actionPlanSchema } from "#contract/action-plans.ts";
import { demoAreas } from "#demo/plan-areas.ts";
import { createChangedKeys, publishChanges } from "#service/background/change-topics.ts";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { createActionItem } from "#use-cases/action-plans/create-action-item.ts";
import { createProgramme } from "#use-cases/action-plans/programmes.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { recordNames } from "#use-cases/ports/record-collection.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { typedFields } from "../builders/action-plans.ts";
import { openHarness } from "./harness.ts";
import { good } from "./world.ts";

const list = projectionLists["open-action-plan"];

it("an edit by a manager reaches an open tab within one poll: one delta of the list, one read of the row, no reload", async () => {
  const harness = await openHarness("2022-03-01 10:00");
  const { deps, sharePoint, workspace } = harness;
  const secretary = harness.as("puljesekretariat");
  const sync = async (): Promise<void> => {
    const linkBase = "http://service.test/tab/";
    good(await syncProjections({ ...deps, projections: sharePoint.projections, linkBase }));
  };
  const facts = { supersedes: [], alignedWith: [], organisation: "", steeringGroup: "", focusAreas: demoAreas };
  const programme = { title: "Program", fromYear: 2021, toYear: 2025, caseNumber: "", ...facts };
  good(await createProgramme(deps, secretary, { commandKey: harness.press(), ...programme }));
  const owned = { ownerKey: harness.personKey("ansoeger.sundhed"), centreKey: harness.centreKey("sundhed") };
  const wanted = { fields: typedFields({ title: "Skærmbesøg", ...owned }), status: "running" } as const;
  const { key } = good(await createActionItem(deps, secretary, { commandKey: harness.press(), ...wanted }));
  // The account of the workspace whose edits are a manager's.
  const person = {
    key: harness.press(),
    objectId: "00000000-0000-4000-8000-000000000002",
    name: "Rita Prøve",
    title: "Konsulent",
    userPrincipalName: "rita@kommune.example",
    centreKey: harness.centreKey("sundhed"),
    roles: ["secretariat"],
    language: "da",
    active: true,
  } as const;
  good(await upsertPerson(deps, { commandKey: harness.press(), by: "system", person }));
  await sync();
  harness.at("2022-03-10 10:00");

  // An open tab, as the service tells it.
  const changed = createChangedKeys(sharePoint.records);
  for (const name of recordNames) changed(name);
  sharePoint.onChange((name) => publishChanges(deps, harness.feed, name, changed(name)));
  const heard: string[] = [];
  harness.feed.subscribe(({ topics }) => heard.push(...topics));

  const manager = workspace.personClient("puljesekretariat");
  const ref = good(await sharePoint.directory.locate(list));
  const [row] = good(await manager.items(ref, [...list.readColumns]));
  if (row === undefined) throw new Error("no row");
  good(await manager.updateItem(ref, row.id, row.etag, { Status: "Gennemført" }));

  harness.forgetGraph();
  good(await sharePoint.refreshAll({ lane: "poll" }));
  expect(heard).toEqual([]);
  await sync();
  const ofList = harness.graph.filter(({ path }) => path.includes(ref.listId));
  expect(ofList.map(({ method, path }) => `${method} ${path.slice(path.indexOf("/items"))}`)).toEqual([
    "GET /items/delta",
    `GET /items/${row.id}`,
  ]);
  expect(heard).toEqual(expect.arrayContaining(["action-plan", `action-item:${key}`]));

  harness.forgetGraph();
  const { areas } = actionPlanSchema.parse((await harness.http("raad.aeldre", "GET", "/api/action-plan")).body);
  expect(areas.flatMap(({ items }) => items)).toMatchObject([{ title: "Skærmbesøg", status: "done" }]);
  expect(harness.graph).toEqual([]);
});
