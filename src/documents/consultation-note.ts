import { HeadingLevel, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { ConsultationNote } from "#domain/consultations/consultation-note.ts";
import { fact, letterhead, paragraph, rule, wideTextWidth, wordFile } from "./document-parts.ts";

/**
 * Shares of the text's width, in the order of the head: summary and comment are running text; "(Retssikkerhedsloven" and
 * "bemærkninger" stand whole also where Word's own letters are missing and wider ones are shown.
 */
const shares = [2750, 1750, 1650, 3600, 3450, 1370];

/** The consultation report as a Word file: heading, facts, and one row for each party under a head that is repeated. */
export async function consultationNoteDocument(note: ConsultationNote): Promise<Uint8Array<ArrayBuffer>> {
  const { municipality, title, subject, facts, paragraphs } = note;
  const caseNumber = facts.find(([name]) => name === "Sagsnummer")?.[1] ?? "";
  return wordFile({
    title: `${title} · ${subject}`,
    municipality,
    footer: [municipality, title, caseNumber].filter((each) => each !== "").join(" · "),
    landscape: true,
    children: [
      letterhead(municipality),
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [new TextRun({ text: note.isDraft ? `Udkast: ${title}` : title })],
      }),
      ...facts.map((each) => fact(each, 2300)),
      new Paragraph({ spacing: { after: 60 } }),
      ...paragraphs.map((text) => paragraph(text)),
      table(note),
    ],
  });
}

function table({ head, rows }: ConsultationNote): Table {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = head.map((_, index) => Math.floor((wideTextWidth * (shares[index] ?? 0)) / all));
  return new Table({
    columnWidths: widths,
    width: { size: wideTextWidth, type: WidthType.DXA },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, index) => cell([text], widths[index] ?? 0, true)),
      }),
      // A long answer may go on over the page; its row's name stands where it begins.
      ...rows.map(
        (cells) =>
          new TableRow({ children: cells.map((text, index) => cell(text.split("\n"), widths[index] ?? 0, false)) }),
      ),
    ],
  });
}

function cell(lines: readonly string[], width: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EDEDED" } } : {}),
    children: lines.map(
      (text) =>
        new Paragraph({
          keepNext: isHead,
          // A paragraph of a law is not parted from its number.
          children: [new TextRun({ text: text.replaceAll("§ ", "§\u00a0"), bold: isHead, size: 20 })],
        }),
    ),
  });
}
