import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ConsultationNote } from "#domain/consultations/consultation-note.ts";
import { consultationNoteDocument } from "./consultation-note.ts";

const note: ConsultationNote = {
  isDraft: false,
  municipality: "Fjordkøbing Kommune",
  title: "Høringsnotat",
  subject: 'Program "A" & <B>',
  facts: [
    ["Sagsnummer", "21/6103"],
    ["Svar", "1 af 2 har svaret"],
  ],
  paragraphs: ["Høringssvarene står nedenfor."],
  head: ["Høringspart", "Status", "Modtaget", "Resumé", "Kommentar", "Ændres?"],
  rows: [
    ["Ældrerådet\nLovpligtig", "Modtaget", "2. juli 2021", "Kort", "Vi retter.", "Ja"],
    ["Ungdomsrådet\nFrivillig", "Intet svar", "–", "–", "–", "–"],
  ],
  fileName: "Høringsnotat.docx",
};

async function part(of: ConsultationNote, name: string): Promise<string> {
  const parts = unzipSync(await consultationNoteDocument(of));
  const bytes = parts[name];
  if (bytes === undefined) throw new Error(`No ${name}`);
  return strFromU8(bytes);
}

function texts(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = ""]) => text);
}

describe("the consultation report as a Word file", () => {
  it("001-13 holds heading, facts and one row for each party in order", async () => {
    const xml = await part(note, "word/document.xml");
    const said = texts(xml);
    expect(said.slice(0, 2)).toEqual(["Fjordkøbing Kommune", "Høringsnotat"]);
    expect(said).toContain("21/6103");
    expect(said.slice(said.indexOf("Ældrerådet")).join("|")).toBe(
      "Ældrerådet|Lovpligtig|Modtaget|2. juli 2021|Kort|Vi retter.|Ja|Ungdomsrådet|Frivillig|Intet svar|–|–|–|–",
    );
  });

  it("lies on A4 with the table's head on every page and the pages numbered", async () => {
    const xml = await part(note, "word/document.xml");
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u);
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    const foot = await part(note, "word/footer1.xml");
    expect(foot).toContain("PAGE");
    expect(foot).toContain("NUMPAGES");
    expect(foot).toContain("21/6103");
  });

  it("says when it is a draft", async () => {
    expect(texts(await part({ ...note, isDraft: true }, "word/document.xml"))).toContain("Udkast: Høringsnotat");
  });
});
