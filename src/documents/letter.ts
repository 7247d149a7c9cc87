import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { LetterBlock, OutcomeLetter } from "#domain/grants/letter.ts";
import { fact, heading, letterhead, paragraph, quiet, rule, textWidth, wordFile } from "./document-parts.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/**
 * A letter as a Word file: letterhead, addressee, date, references, body and signature, with Word's own headings, list
 * and table heads so that it can be read aloud and found one's way in.
 */
export async function letterDocument(letter: OutcomeLetter): Promise<Uint8Array<ArrayBuffer>> {
  const { title, municipality, references } = letter;
  const number = references.find(([name]) => name === "Ansøgning")?.[1] ?? "";
  return wordFile({
    title: `${title} · ${references.map(([, value]) => value).join(" · ")}`,
    municipality,
    footer: `${municipality} · ${number}`,
    children: [...head(letter), ...letter.blocks.flatMap(block), ...signature(letter)],
  });
}

function head({ municipality, sender, addressee, date, references, title, isDraft }: OutcomeLetter): Paragraph[] {
  return [
    letterhead(municipality),
    new Paragraph({ children: [new TextRun({ text: sender, color: quiet })], spacing: { after: 480 } }),
    ...addressee.map((line, index) => {
      const isFirst = index === 0;
      return new Paragraph({
        children: [new TextRun({ text: line }), ...(isFirst ? [new TextRun({ text: `\t${date}` })] : [])],
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        spacing: { after: index === addressee.length - 1 ? 240 : 0 },
      });
    }),
    ...references.map((each) => fact(each, 1300)),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun({ text: isDraft ? `Udkast: ${title}` : title })],
    }),
  ];
}

function block(part: LetterBlock): (Paragraph | Table)[] {
  switch (part.kind) {
    case "heading":
      return [heading(part.text)];
    case "paragraph":
      return [paragraph(part.text)];
    case "list":
      return part.items.map(
        (text) => new Paragraph({ numbering: { reference: "bullets", level: 0 }, children: [new TextRun(text)] }),
      );
    case "facts":
      return part.facts.map((each) => fact(each, 2400));
    case "table":
      return [table(part), new Paragraph({ spacing: { after: 60 } })];
  }
}

function table({ head: heads, rows }: Extract<LetterBlock, { kind: "table" }>): Table {
  const rest = 1500;
  const widths = heads.map((_, index) => (index === 0 ? textWidth - rest * (heads.length - 1) : rest));
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? rest, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, right: index === 0 ? 160 : 0 },
            children: [
              new Paragraph({
                alignment: index === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
                keepNext: isHead,
                children: [new TextRun({ text, bold: isHead })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none },
    rows: [row(heads, true), ...rows.map((cells) => row(cells, false))],
  });
}

function signature({ signature: lines }: OutcomeLetter): Paragraph[] {
  return lines.map(
    (text, index) =>
      new Paragraph({
        children: [new TextRun({ text })],
        keepNext: index < lines.length - 1,
        spacing: index === 0 ? { before: 360, after: 360 } : { after: 0 },
      }),
  );
}
