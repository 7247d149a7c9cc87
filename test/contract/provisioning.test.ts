import { beforeAll, describe, expect, test } from "vitest";
import { projectionLists, recordLists, wantedLists } from "#sharepoint/lists/all-lists.ts";
import { plan } from "#sharepoint/provisioning/plan.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "./test-workspace.ts";

const emptySite = { lists: [], otherTitles: new Set<string>() };

describe("provisioning", () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = openTestWorkspace();
    const first = await workspace.provisioning().apply();
    expect(first).toMatchObject({ ok: true, value: { problems: [] } });
  });

  test("a second run does nothing and the sites are verified", async () => {
    const again = await workspace.provisioning().apply();
    expect(again).toEqual({ ok: true, value: { done: 0, problems: [] } });
    expect(await workspace.provisioning().verify()).toMatchObject({ ok: true, value: { complete: true } });
  });

  test("each open list has at least three views, a default of ours and its columns in Danish", async () => {
    for (const list of Object.values(projectionLists)) {
      const path = `${testSites.open}/_api/web/lists/getByTitle('${encodeURIComponent(list.title)}')`;
      const views = await workspace.sharePointGet(`${path}/views`);
      const titles = JSON.stringify(views);
      for (const view of list.views) expect(titles).toContain(view.name);
      expect(list.views.length).toBeGreaterThanOrEqual(3);
      const fields = JSON.stringify(await workspace.sharePointGet(`${path}/fields`));
      for (const { title } of Object.values(list.columns)) expect(fields).toContain(title);
    }
  });

  test("the columns only Fremdrift uses are hidden, and hidden anew when somebody shows them", async () => {
    const client = workspace.personClient("administrator");
    const site = await client.siteByPath(testSites.host, testSites.open);
    const siteId = site.ok ? site.value.id : "";
    const lists = await client.lists(siteId);
    const listId = lists.ok ? (lists.value.find(({ name }) => name === "AabneCentre")?.id ?? "") : "";
    const hidden = async () => {
      const columns = await client.columns({ siteId, listId });
      return columns.ok ? columns.value.filter((column) => column.hidden) : [];
    };
    const before = await hidden();
    expect(before.map(({ name }) => name)).toEqual(expect.arrayContaining(["Noegle", "Aftryk"]));
    const stamp = before.find(({ name }) => name === "Aftryk")?.id ?? "";
    await client.updateColumn({ siteId, listId }, stamp, { hidden: false });
    expect(await workspace.provisioning().verify()).toMatchObject({ ok: true, value: { complete: false } });
    expect(await workspace.provisioning().apply()).toMatchObject({ ok: true, value: { done: 1 } });
    expect(await hidden()).toEqual(before);
  });

  test("addresses are ASCII, titles Danish", async () => {
    const client = workspace.personClient("administrator");
    const site = await client.siteByPath(testSites.host, testSites.records);
    const lists = site.ok ? await client.lists(site.value.id) : site;
    const applications = lists.ok ? lists.value.find(({ name }) => name === "Ansoegninger") : undefined;
    expect(applications?.displayName).toBe("Ansøgninger");
    expect(applications?.webUrl).toMatch(/^[\x20-\x7e]+$/);
  });

  test("a missing column, a changed heading and a lost index are mended, a column of somebody else's is left alone", async () => {
    const client = workspace.personClient("administrator");
    const site = await client.siteByPath(testSites.host, testSites.open);
    const siteId = site.ok ? site.value.id : "";
    const lists = await client.lists(siteId);
    const listId = lists.ok ? (lists.value.find(({ name }) => name === "AabneRunder")?.id ?? "") : "";
    const ref = { siteId, listId };
    await client.addColumn(ref, { name: "LederensEgen", displayName: "Lederens egen", text: {} });
    const columns = await client.columns(ref);
    const columnId = (name: string) =>
      columns.ok ? (columns.value.find((column) => column.name === name)?.id ?? "") : "";
    await client.updateColumn(ref, columnId("Pulje"), { displayName: "Kasse", indexed: false });
    expect(await workspace.provisioning().verify()).toMatchObject({ ok: true, value: { complete: false } });
    expect(await workspace.provisioning().apply()).toMatchObject({ ok: true, value: { done: 1 } });
    const mended = await client.columns(ref);
    expect(mended.ok && mended.value.find(({ name }) => name === "Pulje")).toMatchObject({
      displayName: "Pulje",
      indexed: true,
    });
    expect(mended.ok && mended.value.some(({ name }) => name === "LederensEgen")).toBe(true);
  });

  test("a run that stops anywhere is finished by the next", async () => {
    const stopped = openTestWorkspace();
    const lists = [recordLists.pools, projectionLists["open-rounds"]];
    for (let steps = 1; steps < 40; steps += 1) {
      let left = steps;
      const provisioning = stopped.provisioning(lists, () => {
        left -= 1;
        if (left < 0) throw new Error("power cut");
      });
      const end = await provisioning.apply().catch(() => undefined);
      if (end?.ok) break;
    }
    expect(await stopped.provisioning(lists).verify()).toMatchObject({ ok: true, value: { complete: true } });
  });

  test("a list with our name that is not ours is a problem, not a step", async () => {
    const foreign = openTestWorkspace();
    const client = foreign.personClient("administrator");
    const site = await client.siteByPath(testSites.host, testSites.records);
    await client.createList(site.ok ? site.value.id : "", {
      displayName: "Puljer",
      description: "",
      columns: [],
      template: "genericList",
    });
    const planned = await foreign.provisioning().plan();
    expect(planned.ok && planned.value.problems).toEqual([
      { kind: "list-foreign", site: "records", list: "Puljer", title: "Puljer" },
    ]);
    expect(planned.ok && planned.value.steps.some((step) => "list" in step && step.list === "Puljer")).toBe(false);
  });

  test("the plan for empty sites names every list once", () => {
    const { steps } = plan(wantedLists, { records: emptySite, open: emptySite });
    const made = steps.filter(({ kind }) => kind === "create-list");
    expect(made).toHaveLength(wantedLists.length);
    expect(steps.filter(({ kind }) => kind === "show-lists")).toHaveLength(2);
  });
});
