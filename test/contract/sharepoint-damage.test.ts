import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { projectionLists, recordLists, wantedLists } from "#sharepoint/lists/all-lists.ts";
import type { WantedList } from "#sharepoint/lists/define-list.ts";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import { repairSites, verifySites } from "#sharepoint/provisioning/verify-sites.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { type Harness, openHarness } from "../scenarios/harness.ts";
import { approve, filledDraft, openRound, send } from "../scenarios/pool-story.ts";
import { good, kindOf } from "../scenarios/world.ts";
import { sampleCentre } from "./sample-records.ts";
import { type SiteDamage, siteDamage } from "./site-damage.ts";
import { openTestWorkspace, testSites } from "./test-workspace.ts";

const { applications, centres } = recordLists;
const openApplications = projectionLists["open-applications"];

let harness: Harness;
let damage: SiteDamage;

beforeAll(async () => {
  harness = await openHarness();
  damage = siteDamage(harness.workspace);
  const { roundKey } = await openRound(harness);
  for (const application of firstRoundApplications.slice(0, 3)) {
    const draftKey = await filledDraft(harness, roundKey, application);
    good(await approve(harness, good(await send(harness, application.applicant, draftKey))));
  }
  await sync();
});

/** What a test broke and did not mend would be the next one's. */
beforeEach(async () => {
  good(await harness.workspace.provisioning().apply());
  await sync();
});

async function sync() {
  const { deps, sharePoint } = harness;
  return syncProjections({ ...deps, projections: sharePoint.projections, linkBase: "http://service.test/tab/" });
}

/** What the service finds with its own token, in short: kind, list, what, what it stops. */
async function found(): Promise<readonly string[]> {
  const findings = good(await verifySites({ client: harness.workspace.serviceClient(), sites: testSites }));
  return findings.map(({ difference, stops }) => {
    const what = "column" in difference ? difference.column : "";
    return [difference.kind, difference.list, what, stops].filter((part) => part !== "").join(" ");
  });
}

/** What `npm run provision -- --verify` finds, views and formats included. */
async function verified(): Promise<readonly string[]> {
  const { plan } = good(await harness.workspace.provisioning().verify());
  return plan.differences.map((difference) => {
    const what = "column" in difference ? difference.column : "view" in difference ? difference.view : "";
    return `${difference.kind} ${difference.list} ${what}`.trim();
  });
}

async function rowsOf(list: WantedList) {
  const columns = Object.keys(list.columns);
  return (await damage.rows(list, columns)).map(({ fields }) =>
    Object.fromEntries(columns.map((name) => [name, fields[name]])),
  );
}

/** Changes an application's record in SharePoint, without changing what it says. */
async function saveApplication() {
  const [row] = harness.deps.records.applications.all();
  if (!row) throw new Error("No application");
  return harness.deps.records.applications.save(row.value, row.version);
}

describe("a manager's hand on the lists", () => {
  test("T41 new headings are harmless: everything is read and written, and apply puts the Danish names back", async () => {
    await damage.rename(applications, "Projekter");
    await damage.patchColumn(applications, "Nummer", { displayName: "Sag" });
    await damage.rename(openApplications, "Overblik");
    await damage.patchColumn(openApplications, "Center", { displayName: "Afdeling" });
    expect(await found()).toEqual([
      "column-renamed Ansoegninger Nummer none",
      "list-renamed Ansoegninger none",
      "column-renamed AabneAnsoegninger Center none",
      "list-renamed AabneAnsoegninger none",
    ]);
    good(await saveApplication());
    good(await sync());
    expect(await harness.workspace.provisioning().apply()).toMatchObject({ ok: true, value: { done: 4 } });
    expect(await found()).toEqual([]);
  });

  test("T41 a deleted column of a record is named, its list goes on read-only, and one repair brings all of it back", async () => {
    const before = await rowsOf(applications);
    await damage.deleteColumn(applications, "Nummer");
    expect(await found()).toEqual(["column-missing Ansoegninger Nummer writes"]);
    good(await harness.sharePoint.records.refresh(["applications"]));
    expect(harness.deps.records.applications.all()).toHaveLength(3);
    expect(kindOf(await saveApplication())).toBe("malformed-item");
    good(await harness.deps.records.centres.create(sampleCentre("Går videre")));

    good(await harness.workspace.provisioning().apply());
    expect(await rowsOf(applications)).toEqual(before);
    expect((await damage.column(applications, "Nummer")).indexed).toBe(true);
    expect(await found()).toEqual([]);
    expect(await harness.workspace.provisioning().apply()).toMatchObject({ ok: true, value: { done: 0 } });
    good(await harness.sharePoint.records.refresh(["applications"]));
    good(await saveApplication());
  });

  test("T41 a deleted key column is filled again from each record's JSON; until then what was read is shown", async () => {
    const before = await rowsOf(centres);
    await damage.deleteColumn(centres, "Noegle");
    expect(await found()).toContain("column-missing Centre Noegle reads");
    const known = harness.deps.records.centres.all().length;
    expect((await harness.sharePoint.records.refresh(["centres"])).ok).toBe(false);
    expect(harness.deps.records.centres.all()).toHaveLength(known);
    good(await harness.workspace.provisioning().apply());
    expect(await rowsOf(centres)).toEqual(before);
    expect(await damage.column(centres, "Noegle")).toMatchObject({ indexed: true, enforceUniqueValues: true });
    good(await harness.sharePoint.records.refresh(["centres"]));
    expect(harness.deps.records.centres.all()).toHaveLength(known);
  });

  test("T41 a repair that is stopped after the column was made still fills it", async () => {
    const before = await rowsOf(applications);
    await damage.deleteColumn(applications, "Runde");
    let isMade = false;
    const stopped = harness.workspace.provisioning(wantedLists, undefined, {
      progress: ({ kind }) => {
        if (isMade) throw new Error("power cut");
        isMade = kind === "add-column";
      },
    });
    await expect(stopped.apply()).rejects.toThrow("power cut");
    expect(await found()).toEqual(["list-unfinished Ansoegninger writes"]);
    good(await harness.workspace.provisioning().apply());
    expect(await rowsOf(applications)).toEqual(before);
  });

  test("T41 a deleted column of an open list, and a choice made text: the other lists go on, and the rows come back whole", async () => {
    const before = await rowsOf(openApplications);
    await damage.deleteColumn(openApplications, "BevilgetKr");
    await damage.retypeColumn(openApplications, "Status", { text: {} });
    expect(await found()).toEqual([
      "column-missing AabneAnsoegninger BevilgetKr reads",
      "column-retyped AabneAnsoegninger Status writes",
    ]);
    const failed: string[] = [];
    const { deps, sharePoint } = harness;
    await syncProjections({
      ...deps,
      projections: sharePoint.projections,
      linkBase: "http://service.test/tab/",
      ended: (name, isOk) => {
        if (!isOk) failed.push(name);
      },
    });
    expect(failed.every((name) => name === "open-applications")).toBe(true);
    good(await harness.workspace.provisioning().apply());
    good(await sync());
    expect(await rowsOf(openApplications)).toEqual(before);
    expect((await damage.column(openApplications, "Status")).facet).toBe("choice");
    expect(await verified()).toEqual([]);
  });

  test("T41 required, an index, uniqueness, choices and a view are each named and put back", async () => {
    await damage.patchColumn(openApplications, "Center", { required: true, indexed: false });
    await damage.patchColumn(applications, "Noegle", { enforceUniqueValues: false });
    await damage.patchColumn(openApplications, "Status", { choice: { choices: ["Min egen"] } });
    await damage.script(openApplications, [{ verb: "removeSPView", name: "Efter center" }]);
    expect((await verified()).toSorted()).toEqual([
      "choices-missing AabneAnsoegninger Status",
      "column-required AabneAnsoegninger Center",
      "index-missing AabneAnsoegninger Center",
      "unique-lost Ansoegninger Noegle",
      "view-missing AabneAnsoegninger Efter center",
    ]);
    good(await harness.workspace.provisioning().apply());
    expect(await verified()).toEqual([]);
    const { settings } = await damage.column(openApplications, "Status");
    expect(settings["choices"]).toContain("Min egen");
    expect(await harness.workspace.provisioning().apply()).toMatchObject({ ok: true, value: { done: 0 } });
  });

  test("T41 a format that went with its column is named and put back", async () => {
    const alone = openTestWorkspace();
    good(await alone.provisioning([openApplications]).apply());
    await siteDamage(alone).retypeColumn(openApplications, "Link", { text: {} });
    const kinds = async () =>
      good(await alone.provisioning([openApplications]).plan()).differences.map(({ kind }) => kind);
    expect(await kinds()).toEqual(["help-changed", "format-missing"]);
    good(await alone.provisioning([openApplications]).apply());
    expect(await kinds()).toEqual([]);
  });

  test("T41 an old version of an open row that somebody restores is put right again", async () => {
    const before = await rowsOf(openApplications);
    const place = await damage.place(openApplications);
    const [row] = await damage.rows(openApplications, ["Title"]);
    if (!row) throw new Error("No row");
    const changed = good(await damage.admin.updateItem(place, row.id, row.etag, { Center: "Et andet center" }));
    good(await damage.admin.updateItem(place, row.id, changed.etag, { Center: "Et tredje center" }));
    const path = `/sites/${place.siteId}/lists/${place.listId}/items/${row.id}/versions`;
    const [restored] = await damage.admin.batch([{ method: "POST", path: `${path}/2.0/restoreVersion`, units: 2 }]);
    expect(restored?.ok).toBe(true);
    expect(await rowsOf(openApplications)).not.toEqual(before);
    good(await sync());
    expect(await rowsOf(openApplications)).toEqual(before);
  });

  test("T41 a retyped column that holds the records themselves is left to a person", async () => {
    const alone = openTestWorkspace();
    good(await alone.provisioning([centres]).apply());
    const hand = siteDamage(alone);
    await hand.retypeColumn(centres, "Indhold", { number: {} });
    const [finding] = good(await verifySites({ client: alone.serviceClient(), sites: testSites, lists: [centres] }));
    expect(finding).toMatchObject({ isRepairable: false, difference: { kind: "column-retyped", column: "Indhold" } });
    expect(finding?.repair.da).toContain("røres ikke");
    good(await alone.provisioning([centres]).apply());
    expect((await hand.column(centres, "Indhold")).facet).toBe("number");
  });

  test("T41 a deleted list is named with the way to its rows, and the list comes back empty", async () => {
    const alone = openTestWorkspace();
    good(await alone.provisioning().apply());
    const hand = siteDamage(alone);
    await hand.deleteList(recordLists.reviews);
    const [finding] = good(await verifySites({ client: alone.serviceClient(), sites: testSites }));
    expect(finding).toMatchObject({ stops: "reads", difference: { kind: "list-missing", title: "Bedømmelser" } });
    expect(finding?.repair.da).toContain("papirkurv");
    good(await alone.provisioning().apply());
    expect(good(await alone.provisioning().verify()).complete).toBe(true);
  });
});

describe("whose lists they are", () => {
  test("a stranger's list under our name or title is named and left exactly as it is", async () => {
    const alone = openTestWorkspace();
    const hand = siteDamage(alone);
    const site = good(await hand.admin.siteByPath(testSites.host, testSites.open));
    const strange = { description: "Min egen", columns: [], template: "genericList" } as const;
    good(await hand.admin.createList(site.id, { ...strange, displayName: "AabneRunder" }));
    const titled = good(await hand.admin.createList(site.id, { ...strange, displayName: "Puljer-og-runder-2" }));
    good(await hand.admin.updateList({ siteId: site.id, listId: titled.id }, { displayName: "Centre og ledere" }));
    const strangers = async () =>
      good(await hand.admin.lists(site.id)).filter(({ description }) => description === "Min egen");
    const before = await strangers();
    expect(before).toHaveLength(2);
    const done = good(await alone.provisioning(Object.values(projectionLists)).apply());
    expect(done.problems.map(({ kind, list }) => `${kind} ${list}`)).toEqual([
      "title-taken AabneCentre",
      "list-foreign AabneRunder",
    ]);
    expect(await strangers()).toEqual(before);
    const views = await alone.sharePointGet(`${testSites.open}/_api/web/lists(guid'${titled.id}')/views`);
    expect(JSON.stringify(views)).not.toContain("Aktive centre");
    expect(good(await alone.provisioning(Object.values(projectionLists)).apply()).done).toBe(0);
  });

  test("managers read a description without any mark, and a mark of a former version moves out of it", async () => {
    const alone = openTestWorkspace();
    const hand = siteDamage(alone);
    good(await alone.provisioning([centres]).apply());
    const place = await hand.place(centres);
    const mark = (await hand.column(centres, "FremdriftListe")).description.replace("Fremdrift-liste ", "");
    const described = async () =>
      good(await hand.admin.lists(place.siteId)).find(({ id }) => id === place.listId)?.description;
    expect(await described()).toBe(centres.description);
    await hand.deleteColumn(centres, "FremdriftListe");
    good(await hand.admin.updateList(place, { description: `${centres.description} (Fremdrift-liste ${mark})` }));
    expect(good(await alone.provisioning([centres]).apply()).problems).toEqual([]);
    expect(await described()).toBe(centres.description);
    expect(await hand.column(centres, "FremdriftListe")).toMatchObject({ hidden: true });
    expect(good(await alone.provisioning([centres]).apply()).done).toBe(0);
  });

  test("the service's own token finds what is wrong but may not mend it", async () => {
    const alone = openTestWorkspace();
    good(await alone.provisioning([centres]).apply());
    await siteDamage(alone).deleteColumn(centres, "Aktiv");
    const parts = {
      sites: testSites,
      lists: [centres],
      sharePointOrigin: "http://sharepoint.test",
      sharePointToken: async () => "",
      fetch: async () => Response.json({ value: [] }),
      beforeUpgrade: async () => ({ ok: true, value: undefined }) as const,
    };
    const client = alone.serviceClient();
    expect(good(await verifySites({ client, sites: testSites, lists: [centres] }))).toHaveLength(1);
    expect(kindOf(await repairSites({ ...parts, client }))).toBe("forbidden");
    const mended = good(await repairSites({ ...parts, client: alone.personClient("administrator") }));
    expect(mended).toMatchObject({ left: [] });
    expect(good(await verifySites({ client, sites: testSites, lists: [centres] }))).toEqual([]);
  });

  test("the service reads a list through its name after it was deleted and made again", async () => {
    const alone = openTestWorkspace();
    good(await alone.provisioning().apply());
    const service = openSharePoint({ client: alone.serviceClient(), sites: testSites, reported: () => undefined });
    good(await service.refreshAll());
    await siteDamage(alone).deleteList(centres);
    // A list that is gone is no record that is gone: nobody is told that a case is not there, or not theirs.
    for (const refreshed of [await service.records.refresh(["pools", "centres"]), await service.refreshAll()])
      expect(kindOf(refreshed)).toBe("unavailable");
    good(await alone.provisioning().apply());
    good(await service.refreshAll());
    good(await service.records.centres.create(sampleCentre("Ny begyndelse")));
  });
});
