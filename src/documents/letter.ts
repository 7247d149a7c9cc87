import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { LetterBlock, OutcomeLetter } from "#domain/grants/letter.ts";

/** Twentieths of a point, as Word measures: A4 with 2,5 cm to the sides. */
const page = { width: 11_906, height: 16_838, side: 1418, top: 1134 } as const;
const textWidth = page.width - 2 * page.side;
const rule = { style: BorderStyle.SINGLE, size: 6, color: "8A8A8A" } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/**
 * A letter as a Word file: letterhead, addressee, date, references, body and signature, with Word's own headings, list
 * and table heads so that it can be read aloud and found one's way in.
 */
export async function letterDocument(letter: OutcomeLetter): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: `${letter.title} · ${letter.references.map(([, value]) => value).join(" · ")}`,
    creator: letter.municipality,
    lastModifiedBy: letter.municipality,
    styles: {
      default: {
        document: { run: { font: "Calibri", size: 22, language: { value: "da-DK" } } },
        heading1: {
          run: { size: 32, bold: true, color: "000000" },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading2: {
          run: { size: 24, bold: true, color: "000000" },
          paragraph: { spacing: { before: 280, after: 80 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: "bullets",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "•",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 260 }, spacing: { after: 60 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.top, left: page.side, right: page.side },
          },
        },
        footers: { default: footer(letter) },
        children: [...head(letter), ...letter.blocks.flatMap(block), ...signature(letter)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function head({ municipality, sender, addressee, date, references, title, isDraft }: OutcomeLetter): Paragraph[] {
  return [
    new Paragraph({
      children: [new TextRun({ text: municipality, bold: true, size: 30 })],
      border: { bottom: { ...rule, space: 6 } },
      spacing: { after: 60 },
    }),
    new Paragraph({ children: [new TextRun({ text: sender, color: "595959" })], spacing: { after: 480 } }),
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
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(part.text)] })];
    case "paragraph":
      return [new Paragraph({ children: [new TextRun(part.text)], spacing: { after: 140, line: 276 } })];
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

/** A name with its value at a tab stop, `indent` in twentieths of a point. */
function fact([name, value]: readonly [string, string], indent: number): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${name}\t`, color: "595959" }), new TextRun({ text: value })],
    tabStops: [{ type: TabStopType.LEFT, position: indent }],
    indent: { left: indent, hanging: indent },
    spacing: { after: 20 },
  });
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

function footer({ municipality, references }: OutcomeLetter): Footer {
  const number = references.find(([name]) => name === "Ansøgning")?.[1] ?? "";
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({
            color: "595959",
            size: 18,
            children: [`${municipality} · ${number}\tSide `, PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}
