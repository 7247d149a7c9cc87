import writeExcelFile, { type CellObject, type SheetData } from "write-excel-file/node";
import type { StatusReport, StatusReportRow } from "#domain/action-plans/status-report.ts";
import { daysBetween, type PlainDate, parsePlainDate } from "#domain/shared/dates.ts";

/** A column: its heading, its width in characters, and its cell. */
interface Column {
  readonly name: string;
  readonly width: number;
  readonly cell: (row: StatusReportRow) => CellObject;
}

const columns: readonly Column[] = [
  { name: "Fokusområde", width: 30, cell: ({ focusArea }) => text(focusArea) },
  { name: "Indsats", width: 34, cell: ({ title }) => text(title) },
  { name: "Status", width: 12, cell: ({ status }) => text(status) },
  { name: "Trafiklys", width: 9, cell: ({ light }) => text(light) },
  { name: "Hvorfor", width: 30, cell: ({ reasons }) => text(reasons) },
  { name: "Ejerens rolle", width: 26, cell: ({ ownerRole }) => text(ownerRole) },
  { name: "Ejer", width: 18, cell: ({ owner }) => text(owner) },
  { name: "Center", width: 22, cell: ({ centre }) => text(centre) },
  { name: "Fra", width: 11, cell: ({ from }) => day(from) },
  { name: "Til", width: 11, cell: ({ to }) => day(to) },
  { name: "Næste milepæl", width: 24, cell: ({ milestone }) => text(milestone) },
  { name: "Frist", width: 11, cell: ({ milestoneDue }) => (milestoneDue === undefined ? text("") : day(milestoneDue)) },
  { name: "Opdateret", width: 11, cell: ({ updatedOn }) => day(updatedOn) },
  { name: "Dage siden", width: 11, cell: ({ daysSinceUpdate }) => ({ value: daysSinceUpdate, type: Number }) },
  { name: "Seneste status i ord", width: 40, cell: ({ lastNote }) => text(lastNote) },
];

/**
 * The status report as a workbook: one row per item with a filter over it, and the counts on a sheet of their own. What
 * people have written is a text whatever it begins with, so that nothing of it is ever run as a formula.
 */
export async function statusReportWorkbook(report: StatusReport): Promise<Uint8Array<ArrayBuffer>> {
  const rows = report.areas.flatMap((area) => area.rows);
  const items: SheetData = [
    columns.map(({ name }) => ({ ...text(name), fontWeight: "bold" as const })),
    ...rows.map((row) => {
      const cells = columns.map(({ cell }) => ({
        ...cell(row),
        align: "left" as const,
        alignVertical: "top" as const,
      }));
      return cells.map((each) => ({ ...each, height: heightOf(cells) }));
    }),
  ];
  const counts: SheetData = [
    [{ ...text(`Statusrapport for handlingsplanen, ${report.municipality}`), fontWeight: "bold" }],
    [text("Program"), text(report.programme)],
    [text("Dato"), day(report.date)],
    [text("Indsatser i alt"), { value: rows.length, type: Number }],
    [],
    ...report.statuses.map(countRow),
    [],
    ...report.lights.map(countRow),
  ];
  const buffer = await writeExcelFile(
    [
      {
        data: items,
        sheet: itemsSheet,
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        orientation: "landscape",
      },
      { data: counts, sheet: "Opsummering", columns: [{ width: 28 }, { width: 44 }] },
    ],
    { features: [filterOver(rows.length + 1), printedOnePageWide] },
  ).toBuffer();
  return new Uint8Array(buffer);
}

const itemsSheet = "Indsatser";

/** Points for as many lines as the longest text breaks into: not every program works that out when it opens the file. */
function heightOf(cells: readonly CellObject[]): number {
  const lines = cells.map(({ value }, index) => {
    const width = columns[index]?.width ?? 1;
    // A column is measured in digits; letters are narrower, but a word that does not fit leaves some of its line empty.
    return typeof value === "string" ? Math.ceil((value.length * 0.95) / width) : 1;
  });
  return 15 * Math.max(1, ...lines);
}

function countRow([name, count]: readonly [string, number]): CellObject[] {
  return [text(name), { value: count, type: Number }];
}

/** Always a text, never a formula, with its line breaks shown. */
function text(value: string): CellObject {
  return value === "" ? { type: String } : { value, type: String, wrap: true };
}

/** A day as the number workbooks count it by, so that no time zone can move it. */
function day(date: PlainDate): CellObject {
  return { value: known.number + daysBetween(known.date, date), type: Number, format: "dd-mm-yyyy" };
}

/** A day whose number is known; workbooks count a 29 February 1900 that never was, so it lies after that. */
const known = { date: dayOf("2000-01-01"), number: 36_526 };

function dayOf(written: string): PlainDate {
  const parsed = parsePlainDate(written);
  if (!parsed.ok) throw new Error(`${written} is no day`);
  return parsed.value;
}

/** What the library has no option for: on A3 all columns fit beside each other, and every page begins with the headings. */
const printedOnePageWide: WorkbookFeature = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _options, { sheetIndex }) =>
          sheetIndex === 0
            ? xml
                .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
                .replace(
                  /<pageSetup [^>]*>/u,
                  '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
                )
            : xml,
      },
      "xl/workbook.xml": {
        transform: (xml) =>
          xml.replace(
            "<definedNames/>",
            `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${itemsSheet}!$1:$1</definedName></definedNames>`,
          ),
      },
    },
  },
};

type WorkbookFeature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

/** A filter over the first sheet's heading, which the library has no option for; it stands right after the rows. */
function filterOver(lastRow: number): WorkbookFeature {
  const last = String.fromCodePoint(64 + columns.length);
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0
              ? xml.replace("</sheetData>", `</sheetData><autoFilter ref="A1:${last}${lastRow}"/>`)
              : xml,
        },
      },
    },
  };
}
