import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { StatusReport, StatusReportRow } from "#domain/action-plans/status-report.ts";
import { formatDate, formatShortDate } from "#domain/shared/format-dates.ts";
import { fact, heading, letterhead, paragraph, quiet, rule, wideTextWidth, wordFile } from "./document-parts.ts";

/** Columns with their share of the sheet. */
const columns: readonly (readonly [name: string, share: number])[] = [
  ["Indsats", 22],
  ["Status", 10],
  ["Trafiklys", 17],
  ["Ejer", 18],
  ["Næste milepæl", 14],
  ["Senest opdateret", 19],
];

/** The status report as a Word file on its side: counts first, then a table for each focus area. */
export function statusReportDocument(report: StatusReport): Promise<Uint8Array<ArrayBuffer>> {
  const { municipality, programme, date, statuses, lights, areas } = report;
  const day = formatDate(date, "da");
  const counted = (counts: StatusReport["statuses"]): string =>
    counts.map(([name, count]) => `${name}: ${count}`).join(" · ");
  return wordFile({
    title: `Statusrapport ${day}`,
    municipality,
    footer: `${municipality} · Statusrapport ${day}`,
    landscape: true,
    children: [
      letterhead(municipality),
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [new TextRun("Statusrapport for handlingsplanen")],
      }),
      fact(["Program", programme], 2400),
      fact(["Dato", day], 2400),
      fact(["Indsatser i alt", String(areas.reduce((sum, { rows }) => sum + rows.length, 0))], 2400),
      fact(["Status", counted(statuses)], 2400),
      fact(["Trafiklys", counted(lights)], 2400),
      ...areas.flatMap(({ title, rows }) => [
        heading(`${title} (${rows.length})`),
        rows.length === 0 ? paragraph("Ingen indsatser.") : tableOf(rows),
      ]),
    ],
  });
}

function tableOf(rows: readonly StatusReportRow[]): Table {
  const widths = columns.map(([, share]) => Math.floor((wideTextWidth * share) / 100));
  const row = (cells: readonly (readonly string[])[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (lines, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 60, right: 100 },
            children: lines.map(
              (text, line) =>
                new Paragraph({
                  keepNext: isHead,
                  children: [
                    new TextRun({ text, bold: isHead, size: 19, ...(line === 0 || isHead ? {} : { color: quiet }) }),
                  ],
                }),
            ),
          }),
      ),
    });
  return new Table({
    columnWidths: widths,
    width: { size: wideTextWidth, type: WidthType.DXA },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [
      row(
        columns.map(([name]) => [name]),
        true,
      ),
      ...rows.map((each) => row(cellsOf(each), false)),
    ],
  });
}

/** The cells of an item, each with its lines; the first says most. */
function cellsOf(row: StatusReportRow): readonly (readonly string[])[] {
  const { milestone, milestoneDue, reasons, owner, ownerRole, lastNote, centre } = row;
  return [
    [row.title, ...filled(centre)],
    [row.status],
    [row.light === "" ? "Intet lys" : row.light, ...filled(reasons)],
    [ownerRole, ...filled(owner)],
    milestoneDue === undefined ? ["Ingen"] : [milestone, formatShortDate(milestoneDue)],
    [formatShortDate(row.updatedOn), ...filled(lastNote)],
  ];
}

function filled(text: string): readonly string[] {
  return text === "" ? [] : [text];
}
