import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from "docx";

/** Twentieths of a point, as Word measures: A4 with 2,5 cm to the sides. */
const page = { width: 11_906, height: 16_838, side: 1418, top: 1134 } as const;
export const textWidth = page.width - 2 * page.side;
/** The same where the sheet lies on its side. */
export const wideTextWidth = page.height - 2 * page.top;
/** The thin grey line under a letterhead and between the rows of a table. */
export const rule = { style: BorderStyle.SINGLE, size: 6, color: "8A8A8A" } as const;
/** What is said beside the matter itself: names of facts, the sender, the footer. */
export const quiet = "595959";

export interface WordFile {
  readonly title: string;
  readonly municipality: string;
  /** What the footer says before the page number. */
  readonly footer: string;
  /** On its side, for a wide table. */
  readonly landscape?: boolean;
  readonly children: (Paragraph | Table)[];
}

/** A Word file on A4 in the municipality's plain style, with Word's own headings and lists, so that it can be read aloud. */
export async function wordFile(file: WordFile): Promise<Uint8Array<ArrayBuffer>> {
  const { title, municipality, footer, children, landscape = false } = file;
  const side = landscape ? page.top : page.side;
  const document = new Document({
    title,
    creator: municipality,
    lastModifiedBy: municipality,
    styles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            // Word is given the sheet as it stands upright, and turns it.
            size: {
              width: page.width,
              height: page.height,
              ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
            margin: { top: page.top, bottom: page.top, left: side, right: side },
          },
        },
        footers: { default: pageFooter(footer, landscape ? wideTextWidth : textWidth) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const styles = {
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
};

const numbering = {
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
};

/** The municipality's name over a line. */
export function letterhead(municipality: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: municipality, bold: true, size: 30 })],
    border: { bottom: { ...rule, space: 6 } },
    spacing: { after: 60 },
  });
}

export function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(text)] });
}

export function paragraph(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(text)], spacing: { after: 140, line: 276 } });
}

/** A name with its value at a tab stop, `indent` in twentieths of a point. */
export function fact([name, value]: readonly [string, string], indent: number): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${name}\t`, color: quiet }), new TextRun({ text: value })],
    tabStops: [{ type: TabStopType.LEFT, position: indent }],
    indent: { left: indent, hanging: indent },
    spacing: { after: 20 },
  });
}

function pageFooter(text: string, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({
            color: quiet,
            size: 18,
            children: [`${text}\tSide `, PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}
