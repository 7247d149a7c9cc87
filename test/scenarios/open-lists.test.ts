import { beforeAll, describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { testSites } from "../contract/test-workspace.ts";
import { type Harness, openHarness } from "./harness.ts";
import { approve, filledDraft, openRound, send } from "./pool-story.ts";
import { good } from "./world.ts";

let harness: Harness;
const sync = async () =>
  good(
    await syncProjections({
      ...harness.deps,
      projections: harness.sharePoint.projections,
      linkBase: "http://service.test/tab/",
    }),
  );

/** The rows a manager sees in SharePoint, as JSON. */
async function applicationRows(): Promise<string> {
  const manager = harness.workspace.personClient("puljesekretariat");
  const site = good(await manager.siteByPath(testSites.host, testSites.open));
  const list = good(await manager.lists(site.id)).find(
    ({ name }) => name === projectionLists["open-applications"].name,
  );
  if (list === undefined) throw new Error("No list");
  const columns = projectionLists["open-applications"].readColumns;
  return JSON.stringify(good(await manager.items({ siteId: site.id, listId: list.id }, columns)));
}

describe("the open lists", () => {
  beforeAll(async () => {
    harness = await openHarness();
  });

  it("show an application from its head's approval on, and never its text", async () => {
    const { roundKey } = await openRound(harness);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    const draftKey = await filledDraft(harness, roundKey, application);
    const key = good(await send(harness, application.applicant, draftKey));
    await sync();
    expect(await applicationRows()).not.toContain(application.title);
    good(await approve(harness, key));
    await sync();
    const rows = await applicationRows();
    expect(rows).toContain(application.title);
    expect(rows).toContain(`/applications/${key}`);
    expect(rows).not.toContain(application.description.slice(0, 30));
  });

  it("are left alone by a second run", async () => {
    await sync();
    harness.forgetGraph();
    expect(await sync()).toEqual({ created: 0, updated: 0, deleted: 0 });
    expect(harness.graphWrites()).toEqual([]);
  });
});
