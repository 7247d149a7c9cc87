import { expect, test } from "vitest";
import * as z from "zod/mini";
import { MARKER_COLUMN, markerColumn, readMarker } from "../lists/list-marker.ts";
import { openApplicationList, openRoundList } from "../lists/open-lists.ts";
import { viewQuery } from "./caml.ts";
import { appearanceHash, siteScript } from "./site-script.ts";

const actionSchema = z.looseObject({
  subactions: z.array(
    z.looseObject({ name: z.optional(z.string()), query: z.optional(z.string()), viewData: z.optional(z.string()) }),
  ),
});

test("a view's CAML groups, filters and orders, with two joined at a time and texts escaped", () => {
  const query = viewQuery(
    {
      name: "Prøve",
      columns: [],
      groupBy: ["Pulje"],
      orderBy: [{ column: "Frist", descending: true }],
      where: [
        { column: "Status", is: "equal", value: "Åben & <ny>" },
        { column: "Frist", is: "from", value: { todayPlusDays: -7 } },
        { column: "Link", is: "filled" },
      ],
    },
    openRoundList.columns,
  );
  expect(query).toBe(
    '<GroupBy Collapse="FALSE" GroupLimit="100"><FieldRef Name="Pulje" /></GroupBy>' +
      '<Where><And><Eq><FieldRef Name="Status" /><Value Type="Choice">Åben &amp; &lt;ny&gt;</Value></Eq>' +
      '<And><Geq><FieldRef Name="Frist" /><Value Type="DateTime"><Today OffsetDays="-7" /></Value></Geq>' +
      '<IsNotNull><FieldRef Name="Link" /></IsNotNull></And></And></Where>' +
      '<OrderBy><FieldRef Name="Frist" Ascending="FALSE" /></OrderBy>',
  );
});

test("a calendar is told its two dates, a board its choice, by SharePoint's own names", () => {
  const views = new Map(
    [openRoundList, openApplicationList]
      .flatMap((list) => siteScript([list]).actions)
      .flatMap((action) => z.parse(actionSchema, action).subactions)
      .map((subaction) => [subaction.name, subaction]),
  );
  const calendar = views.get("Frister i kalender");
  expect(calendar).toMatchObject({
    viewType2: "MODERNCALENDAR",
    viewFields: ["Frist", "LinkTitle", "Pulje", "Status"],
  });
  expect(calendar?.query).toContain(
    '<Where><DateRangesOverlap><FieldRef Name="Frist" /><FieldRef Name="Frist" />' +
      '<Value Type="DateTime"><Month /></Value></DateRangesOverlap></Where>',
  );
  expect(calendar?.viewData).toMatch(/^<FieldRef Name="LinkTitle" Type="CalendarMonthTitle" \/>/u);
  expect(views.get("Tavle efter status")).toMatchObject({
    viewType2: "KANBAN",
    viewData: '<FieldRef Name="Status" Type="KanbanPivotColumn" />',
  });
});

test("the script binds to the list by its title and formats columns by their headings", () => {
  const [action] = siteScript([openRoundList]).actions;
  expect(action).toMatchObject({ verb: "createSPList", listName: "Puljer og runder", templateType: 100 });
  const text = JSON.stringify(action);
  expect(text).toContain('"fieldDisplayName":"Ansøgningsfrist"');
  expect(text).toContain('"viewFields":["LinkTitle","Link","Pulje","Status"');
});

test("another view makes another appearance", () => {
  const changed = { ...openRoundList, views: openRoundList.views.slice(1) };
  expect(appearanceHash(changed)).not.toBe(appearanceHash(openRoundList));
});

test("a marker comes back from its hidden column, or from the description where former versions wrote it", () => {
  const column = {
    id: "c",
    name: MARKER_COLUMN,
    displayName: "Fremdrift-liste",
    description: String(markerColumn({ schemaVersion: 3, appearance: "0a1b" })["description"]),
    indexed: false,
    enforceUniqueValues: false,
    hidden: true,
    facet: "text",
    settings: {},
  };
  const marker = { schemaVersion: 3, appearance: "0a1b" };
  expect(readMarker("Runder (alle)", [column])).toEqual({ marker, columnId: "c", description: "Runder (alle)" });
  const former = readMarker("Runder (alle) (Fremdrift-liste 3.0a1b)", []);
  expect(former).toEqual({ marker, columnId: undefined, description: "Runder (alle)" });
  const stranger = readMarker("Runder (alle)", []);
  expect(stranger).toEqual({ marker: undefined, columnId: undefined, description: "Runder (alle)" });
});
