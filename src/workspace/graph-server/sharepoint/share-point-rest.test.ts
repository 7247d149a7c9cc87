import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench, serviceToken, tokenOf } from "../graph-server.test-support.ts";

let bench: Bench;
let listId: string;

beforeEach(async () => {
  bench = openBench();
  const made = await bench.call("POST", `${bench.site}/lists`, {
    displayName: "Behov",
    columns: [
      { name: "Status", text: {}, indexed: true },
      { name: "Frist", displayName: "Frist", dateTime: {} },
    ],
  });
  listId = made.text("id");
});
afterEach(() => bench.server.close());

async function rest(method: string, operation: string, body?: unknown, token = tokenOf("ejer")) {
  const init: RequestInit = { method, headers: { Authorization: `Bearer ${token}` } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const request = new Request(`http://sharepoint.test/sites/aaben/_api/${operation}`, init);
  const response = await bench.server.sharePoint.fetch(request);
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

const execute = "Microsoft.Sharepoint.Utilities.WebTemplateExtensions.SiteScriptUtility.ExecuteTemplateScript";
const run = (subactions: readonly unknown[], token?: string) =>
  rest(
    "POST",
    execute,
    { script: JSON.stringify({ actions: [{ verb: "createSPList", listName: "Behov", subactions }] }) },
    token,
  );
const views = () => rest("GET", `web/lists(guid'${listId}')/views`);

const openView = {
  verb: "addSPView",
  name: "Åbne",
  viewFields: ["LinkTitle", "Status", "Frist"],
  query:
    '<Where><And><Neq><FieldRef Name="Status"/><Value Type="Text">Lukket &amp; slut</Value></Neq>' +
    '<Leq><FieldRef Name="Frist"/><Value Type="DateTime"><Today OffsetDays="7"/></Value></Leq></And></Where>' +
    '<GroupBy Collapse="TRUE"><FieldRef Name="Status"/></GroupBy><OrderBy><FieldRef Name="Frist" Ascending="FALSE"/></OrderBy>',
  rowLimit: 50,
  isPaged: true,
  makeDefault: true,
  formatterJSON: { hideSelection: true },
};

describe("views and formatting", () => {
  it("begins with SharePoint's own view", async () => {
    expect((await views()).body).toMatchObject({
      value: [{ Title: "Alle elementer", ViewFields: ["LinkTitle"], DefaultView: true, RowLimit: 30 }],
    });
  });

  it("adds a view with its parts read", async () => {
    expect(await run([openView])).toMatchObject({ status: 200, body: { value: [{ Outcome: 0 }, { Outcome: 0 }] } });
    expect((await views()).body).toMatchObject({
      value: [
        { Title: "Alle elementer", DefaultView: false },
        {
          Title: "Åbne",
          DefaultView: true,
          RowLimit: 50,
          ViewFields: ["LinkTitle", "Status", "Frist"],
          CustomFormatter: '{"hideSelection":true}',
          Query: {
            Where: {
              Joint: "And",
              Conditions: [
                { Test: "Neq", Name: "Status", Value: { Type: "Text", Text: "Lukket & slut" } },
                { Test: "Leq", Name: "Frist", Value: { Today: true, OffsetDays: 7 } },
              ],
            },
            OrderBy: [{ Name: "Frist", Ascending: false }],
            GroupBy: { Names: ["Status"], Collapse: true },
          },
        },
      ],
    });
  });

  it("changes nothing when a script runs again", async () => {
    await run([openView]);
    const once = (await views()).body;
    await run([openView]);
    expect((await views()).body).toEqual(once);
  });

  it("keeps what kind of modern view it is, its data and a calendar's two dates", async () => {
    const dates = '<FieldRef Name="Frist"/><FieldRef Name="Frist"/><Value Type="DateTime"><Month/></Value>';
    await run([
      {
        ...openView,
        name: "Kalender",
        query: `<Where><DateRangesOverlap>${dates}</DateRangesOverlap></Where>`,
        viewType2: "MODERNCALENDAR",
        viewData: '<FieldRef Name="LinkTitle" Type="CalendarMonthTitle"/>',
      },
    ]);
    expect((await views()).body).toMatchObject({
      value: [
        { ViewType: "HTML", ViewType2: "", ViewData: null },
        {
          ViewType: "HTML",
          ViewType2: "MODERNCALENDAR",
          ViewData: '<FieldRef Name="LinkTitle" Type="CalendarMonthTitle"/>',
          Query: { Where: { Test: "DateRangesOverlap", Names: ["Frist", "Frist"] } },
        },
      ],
    });
  });

  it("tells what the caller may do on the site in SharePoint's bits", async () => {
    const bitsOf = async (token: string) => (await rest("GET", "web/effectiveBasePermissions", undefined, token)).body;
    expect(await bitsOf(tokenOf("ejer"))).toEqual({ High: "0", Low: "2063" });
    expect(await bitsOf(tokenOf("medlem"))).toEqual({ High: "0", Low: "15" });
    expect(await bitsOf(tokenOf("gaest"))).toEqual({ High: "0", Low: "1" });
  });

  it("removes a view and gives its place as default to another", async () => {
    await run([openView, { verb: "removeSPView", name: "Åbne" }]);
    expect((await views()).body).toMatchObject({ value: [{ Title: "Alle elementer", DefaultView: true }] });
  });

  it("formats a column and renames the list", async () => {
    await run([
      { verb: "setSPFieldCustomFormatter", fieldDisplayName: "Status", formatterJSON: { elmType: "div" } },
      { verb: "setTitle", title: "Behov fra centrene" },
      { verb: "setDescription", description: "Fundet af medarbejdere" },
    ]);
    const fields = await rest("GET", "web/lists/getByTitle('Behov fra centrene')/fields");
    expect(fields.body).toHaveProperty("value");
    expect(JSON.stringify(fields.body)).toContain(JSON.stringify('{"elmType":"div"}'));
    const list = await bench.call("GET", `${bench.site}/lists/${listId}`);
    expect([list.at("displayName"), list.at("description")]).toEqual(["Behov fra centrene", "Fundet af medarbejdere"]);
  });

  it("says which action failed and carries out the others", async () => {
    const answer = await run([
      { ...openView, viewFields: ["Nope"] },
      { ...openView, name: "Skæv", query: "<Where><Eq></Where>" },
      { verb: "addSPField", displayName: "x" },
      { verb: "setDescription", description: "ny" },
    ]);
    expect(answer.body).toMatchObject({
      value: [
        { Outcome: 0 },
        { Outcome: 1, OutcomeText: "The list has no column 'Nope'." },
        { Outcome: 1 },
        { Outcome: 1 },
        { Outcome: 0 },
      ],
    });
    expect((await views()).body).toMatchObject({ value: [{ Title: "Alle elementer" }] });
  });

  it("lets owners run scripts, nobody else", async () => {
    for (const token of [tokenOf("medlem"), tokenOf("ejer", ["Sites.ReadWrite.All"]), serviceToken]) {
      expect((await run([openView], token)).status).toBe(403);
    }
    expect((await run([openView], tokenOf("ejer", ["AllSites.FullControl"]))).status).toBe(200);
  });

  it("lists the lists with their counts, to readers only", async () => {
    await bench.call("POST", `${bench.site}/lists/Behov/items`, { fields: { Title: "A" } });
    const lists = await rest("GET", "web/lists", undefined, tokenOf("gaest"));
    expect(lists.headers.get("access-control-allow-origin")).toBe("*");
    expect(lists.body).toMatchObject({
      value: [{ Hidden: true }, { Title: "Dokumenter" }, { Title: "Behov", ItemCount: 1 }],
    });
    expect((await rest("GET", "web/lists", undefined, tokenOf("udenfor"))).status).toBe(403);
    expect((await rest("GET", "web/nothing")).status).toBe(404);
  });
});
