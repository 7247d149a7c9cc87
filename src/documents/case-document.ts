import { HeadingLevel, Paragraph, TextRun } from "docx";
import type { CaseDocument, CaseSection } from "#domain/cases/case-document.ts";
import { heading, letterhead, paragraph, quiet, wordFile } from "./document-parts.ts";

/** A case as a Word file in the municipality's template, for the agenda system and the records system. */
export async function caseWordFile(document: CaseDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { title, municipality, reference, sections } = document;
  return wordFile({
    title: `${title} · ${reference}`,
    municipality,
    footer: `${municipality} · ${reference}`,
    children: [
      letterhead(municipality),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
      new Paragraph({ children: [new TextRun({ text: reference, color: quiet })], spacing: { after: 120 } }),
      // The last part is short: where it does not fit, the line before it goes along, so that it is not alone on a page.
      ...sections.flatMap((each, index) => section(each, index === sections.length - 2)),
    ],
  });
}

function section({ heading: text, paragraphs, points = [] }: CaseSection, staysWithNext: boolean): Paragraph[] {
  const last = paragraphs.length + points.length - 1;
  const keeps = (index: number): boolean => staysWithNext && index === last;
  return [
    heading(text),
    ...paragraphs.map((each, index) => multiline(each, keeps(index))),
    ...points.map((each, index) => point(each, index, keeps(paragraphs.length + index))),
  ];
}

/** Line breaks inside a paragraph stay line breaks. */
function multiline(text: string, keepNext: boolean): Paragraph {
  const [first = "", ...more] = text.split("\n");
  if (more.length === 0 && !keepNext) return paragraph(first);
  return new Paragraph({
    keepNext,
    children: [new TextRun(first), ...more.map((line) => new TextRun({ text: line, break: 1 }))],
    spacing: { after: 140, line: 276 },
  });
}

/** Numbered by hand: a decision says "Ad 1." of it, whatever Word would count. */
function point(text: string, index: number, keepNext: boolean): Paragraph {
  const indent = 420;
  return new Paragraph({
    keepNext,
    children: [new TextRun(`${index + 1}.\t${text}`)],
    tabStops: [{ type: "left", position: indent }],
    indent: { left: indent, hanging: indent },
    spacing: { after: 80, line: 276 },
  });
}
