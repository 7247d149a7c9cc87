import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { caseDocument } from "#domain/cases/case-document.ts";
import { aCase, aRoute, decidedAt } from "#test/builders/cases.ts";
import { caseWordFile } from "./case-document.ts";

const municipality = "Fjordkøbing Kommune";

/** The text of each paragraph of the Word file. */
async function paragraphs(theCase = aCase()): Promise<readonly string[]> {
  const parts = unzipSync(await caseWordFile(caseDocument(theCase, municipality)));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/gu)].map(([, text]) => text ?? "").join(""),
  );
}

describe("a case as a Word file", () => {
  it("001-04 has the template's parts in their order, decisions point by point in the words of the minutes", async () => {
    const texts = await paragraphs(decidedAt(aCase(), 1, "2021-06-15", "approved", "rejected"));
    const headings = [
      "Fjordkøbing Kommune",
      "Digitaliseringsprogram 2021-2025",
      "21/6103 · Åben sag",
      "Sagsgang",
      "ØK, høring, ØK, KB",
      "Sagsfremstilling",
      "Sammenhæng til andre politikker, strategier og fagområder",
      "Økonomiske konsekvenser",
      "Indstilling",
      "Beslutning i Økonomiudvalget den 15-06-2021",
      "Ad 1. approved",
      "Ad 2. rejected",
      "Bilag",
    ];
    expect(texts.filter((text) => headings.includes(text))).toEqual(headings);
  });

  it("keeps the line before the attachments with them, so that they never stand alone on a page", async () => {
    const decided = decidedAt(aCase(), 1, "2021-06-15", "approved", "rejected");
    const parts = unzipSync(await caseWordFile(caseDocument(decided, municipality)));
    const all = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).match(/<w:p[ >].*?<\/w:p>/gsu) ?? [];
    const kept = all.filter((each) => /<w:keepNext\/>/u.test(each) && each.includes(">Ad "));
    expect(kept.map((each) => each.includes("Ad 2. rejected"))).toEqual([true]);
  });

  it("TR-3 shows an empty part as empty, and a single point without a number", async () => {
    const one = aCase({ points: [{ number: 1, text: "programmet godkendes" }], steps: aRoute("ØK, KB") });
    const texts = await paragraphs(one);
    expect(texts.at(-1)).toBe("–");
    expect(texts).toContain("Chefen for Borgerservice indstiller, at programmet godkendes");
  });

  it("names apologies by role and party, a closed case's reason, and attachments with their numbers", () => {
    const decided = decidedAt(
      aCase({ openness: "closed", closedReason: "Udbud", number: undefined }),
      1,
      "2021-06-15",
      "approved",
    );
    const decisions = decided.decisions.map((each) => ({ ...each, apologies: [{ role: "medlem", partyLetter: "A" }] }));
    const attachment = {
      number: 1,
      openness: "open",
      title: "Program",
      documentNumber: "73115/21",
      mark: "H",
      systemId: "",
    } as const;
    const { sections, fileName } = caseDocument({ ...decided, decisions, attachments: [attachment] }, municipality);
    expect(JSON.stringify(sections)).toContain("Afbud: medlem (A)");
    expect(JSON.stringify(sections)).toContain("1 - Åben - Program (73115/21, H)");
    expect(sections[1]).toMatchObject({ heading: "Begrundelse for lukket behandling", paragraphs: ["Udbud"] });
    expect(fileName).toBe("Sag Uden sagsnummer.docx");
  });
});
