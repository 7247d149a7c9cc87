import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { type StatusReport, statusReport } from "#domain/action-plans/status-report.ts";
import { anActionItem, aProgramme, updatedAt } from "#test/builders/action-plans.ts";
import { day } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { anOrganisation, people } from "#test/builders/organisation.ts";
import { statusReportDocument } from "./status-report-word.ts";
import { statusReportWorkbook } from "./status-report-workbook.ts";

const late = { key: aKey("late"), title: "Skærme sat op", due: day("2022-04-01"), doneOn: undefined };

function reportOf(items: readonly ActionItem[]): StatusReport {
  const organisation = anOrganisation();
  const today = day("2022-04-20");
  return statusReport({ municipality: "Fjordkøbing Kommune", programme: aProgramme(), items, organisation, today });
}

const items = [
  anActionItem({ key: aKey("a"), title: 'Æ & "Ø" <b>Å</b>', focusArea: 3, milestones: [late] }),
  anActionItem({ key: aKey("b"), title: "=2+5", focusArea: 1, status: "idea" }),
  anActionItem({
    key: aKey("c"),
    title: "Bybus",
    focusArea: 1,
    ownerKey: aKey("nobody any more"),
    notes: [{ at: updatedAt, by: people.applicant.key, text: "@SUM(A1)" }],
  }),
];

async function partsOf(file: Promise<Uint8Array<ArrayBuffer>>): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(await file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("statusReport", () => {
  it("001-18 has every focus area in KL's order, an empty one too, and items by title", () => {
    const { areas } = reportOf(items);
    expect(areas.map(({ title, rows }) => [title.slice(0, 2), rows.map((row) => row.title)])).toEqual([
      ["1.", ["=2+5", "Bybus"]],
      ["2.", []],
      ["3.", ['Æ & "Ø" <b>Å</b>']],
      ["4.", []],
      ["5.", []],
      ["6.", []],
    ]);
  });

  it("counts statuses and lights, says why a light is what it is, and that an owner has left", () => {
    const { statuses, lights, areas } = reportOf(items);
    expect(statuses.filter(([, count]) => count > 0)).toEqual([
      ["Idé", 1],
      ["I gang", 2],
    ]);
    expect(lights).toEqual([
      ["Grøn", 1],
      ["Gul", 1],
      ["Rød", 0],
    ]);
    expect(areas[2]?.rows[0]).toMatchObject({ light: "Gul", reasons: "“Skærme sat op” skulle være nået 01-04-2022." });
    expect(areas[0]?.rows.map(({ owner }) => owner)).toEqual([people.applicant.name, "Ejeren er fratrådt"]);
  });
});

describe("statusReportDocument", () => {
  it("lies on its side with counts first, a table per area whose head is repeated, and page numbers", async () => {
    const parts = await partsOf(statusReportDocument(reportOf(items)));
    const xml = parts["word/document.xml"] ?? "";
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain("Idé: 1 · Planlagt: 0 · I gang: 2");
    expect(xml.indexOf("Trafiklys")).toBeLessThan(xml.indexOf("<w:tbl>"));
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
    expect(xml).toContain("Ingen indsatser.");
    expect(xml).toContain("Æ &amp; &quot;Ø&quot; &lt;b&gt;Å&lt;/b&gt;");
    expect(Object.entries(parts).find(([name]) => name.startsWith("word/footer"))?.[1]).toContain("NUMPAGES");
  });
});

describe("statusReportWorkbook", () => {
  it("has one row per item with typed days and numbers, a filter over all of them, and the counts beside", async () => {
    const parts = await partsOf(statusReportWorkbook(reportOf(items)));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet.match(/<row /gu)).toHaveLength(4);
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:O4"/>');
    // 20 April 2022 less 50 days is 1 March 2022: the 44,621st day of workbooks.
    expect(sheet).toContain("<v>44621</v>");
    expect(sheet).toContain("<v>50</v>");
    expect(parts["xl/workbook.xml"]).toContain("Opsummering");
    expect(Object.keys(parts)).toContain("xl/worksheets/sheet2.xml");
  });

  it("is printed one sheet wide on its side, with the headings on every page", async () => {
    const parts = await partsOf(statusReportWorkbook(reportOf(items)));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toMatch(/^[^>]*>\s*<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/u);
    expect(sheet).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(parts["xl/workbook.xml"]).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">Indsatser!$1:$1</definedName>',
    );
    // The area's name takes two lines of its column.
    expect(sheet).toMatch(/<row r="2" [^>]*ht="30"/u);
    expect(parts["xl/worksheets/sheet2.xml"]).not.toContain("fitToPage");
  });

  it("never runs as a formula what somebody has written", async () => {
    const parts = await partsOf(statusReportWorkbook(reportOf(items)));
    const all = Object.values(parts).join("");
    expect(all).toContain("=2+5");
    expect(all).toContain("@SUM(A1)");
    expect(all).not.toMatch(/<f[ >]/u);
  });
});
