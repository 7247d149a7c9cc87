import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { outcomeLetter } from "#domain/grants/letter.ts";
import { kr } from "#domain/shared/money.ts";
import { at } from "#test/builders/clock.ts";
import { anApplication, aPool } from "#test/builders/grants.ts";
import { letterDocument } from "./letter.ts";

const rejection = outcomeLetter({
  municipality: "Fjordkøbing Kommune",
  pool: aPool(),
  roundName: "Forår 2022",
  frameOere: kr(300_000),
  applicationCount: 8,
  application: anApplication({ title: 'Æ & "Ø" <b>Å</b>', ownContributionOere: kr(0) }),
  applicant: { name: "Anja Ansøger", title: "Teamleder" },
  centreName: "Center for Sundhed og Omsorg",
  outcome: "rejection",
  amountOere: kr(0),
  reason: "Rammen rakte ikke.",
  scoreTenths: 700,
  means: { K1: 3.5 },
  decidedAt: at("2022-03-28T08:00:00.000Z"),
  decider: { name: "Frida Formand", title: "Digitaliseringschef" },
  contact: undefined,
});

/** The parts of a Word file by name. */
async function opened(letter: typeof rejection): Promise<Record<string, string>> {
  const parts = unzipSync(await letterDocument(letter));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The text of each paragraph, tabs as they are typed. */
function paragraphs(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>|<w:tab\/>/gu)].map(([, text]) => text ?? "\t").join(""),
  );
}

describe("a letter as a Word file", () => {
  it("000-18 holds the whole letter, paragraph by paragraph", async () => {
    const xml = (await opened(rejection))["word/document.xml"] ?? "";
    expect(paragraphs(xml).map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      "Fjordkøbing Kommune",
      "Puljesekretariatet",
      "Center for Sundhed og Omsorg\t28. marts 2022",
      "Att. Anja Ansøger, Teamleder",
      "Sagsnr.\t21/15479",
      "Ansøgning\tFR22-01",
      "Pulje\tPulje til digitalisering",
      "Runde\tForår 2022",
      "Afslag på ansøgning om støtte",
      "Vi har vurderet jeres projekt ”Æ &amp; &quot;Ø&quot; &lt;b&gt;Å&lt;/b&gt;”, hvor I søgte om 95.000 kr. fra Pulje til digitalisering. Projektet får ikke støtte i denne runde.",
      "Søgt beløb\t95.000 kr.",
      "Periode\t1. juni 2022 – 30. juni 2023",
      "Begrundelse",
      "Rammen rakte ikke.",
      "Kriterium",
      "Vægt",
      "Point (1-5)",
      "Kriterium K1",
      "30 pct.",
      "3,5",
      "",
      "Samlet vurdering: 70,0 af 100 point.",
      "Runden og en ny ansøgning",
      "Rammen i runden var 300.000 kr., og der var 8 ansøgninger. I er velkomne til at søge igen i en senere runde. Skriv så FR22-01 som den tidligere ansøgning.",
      "Spørgsmål til afgørelsen",
      "Har I spørgsmål, eller mener I, at vi har overset eller misforstået noget, så skriv til puljesekretariatet. Nævn FR22-01, så svarer vi jer.",
      "Venlig hilsen",
      "Frida Formand",
      "Digitaliseringschef",
      "Fjordkøbing Kommune",
    ]);
  });

  it("T51 carries what a title may hold as text, never as markup", async () => {
    const xml = (await opened(rejection))["word/document.xml"] ?? "";
    expect(xml).toContain("&lt;b&gt;Å&lt;/b&gt;");
    expect(xml).not.toContain("<b>");
  });

  it("speaks Danish, with Word's own headings and a table head, and the number on every page", async () => {
    const parts = await opened(rejection);
    const xml = parts["word/document.xml"] ?? "";
    expect(parts["word/styles.xml"]).toContain('w:val="da-DK"');
    expect(xml.match(/w:val="Heading[12]"/gu)).toEqual([
      'w:val="Heading1"',
      'w:val="Heading2"',
      'w:val="Heading2"',
      'w:val="Heading2"',
    ]);
    expect(xml).toContain("<w:tblHeader/>");
    const footer = Object.entries(parts).find(([name]) => /footer\d\.xml$/u.test(name))?.[1];
    expect(footer).toContain("FR22-01");
    expect(parts["docProps/core.xml"]).toContain("Fjordkøbing Kommune");
  });

  it("says that it is a draft while nothing is decided", async () => {
    const xml = (await opened({ ...rejection, isDraft: true }))["word/document.xml"] ?? "";
    expect(paragraphs(xml)).toContain("Udkast: Afslag på ansøgning om støtte");
  });
});
