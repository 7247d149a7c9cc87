import { describe, expect, it } from "vitest";
import { kr } from "#domain/shared/money.ts";
import { at } from "#test/builders/clock.ts";
import { anApplication, aPool } from "#test/builders/grants.ts";
import { type LetterParts, outcomeLetter } from "./letter.ts";

const means = { K1: 5, K2: 4, K3: 3.5, K4: 4, K5: 4 };

/** FR22-01 awarded on 28 March 2022. */
function parts(overrides: Partial<LetterParts> = {}): LetterParts {
  return {
    municipality: "Fjordkøbing Kommune",
    pool: aPool(),
    roundName: "Forår 2022",
    frameOere: kr(300_000),
    applicationCount: 8,
    application: anApplication(),
    applicant: { name: "Anja Ansøger", title: "Teamleder" },
    centreName: "Center for Sundhed og Omsorg",
    outcome: "award",
    amountOere: kr(95_000),
    reason: "",
    scoreTenths: 860,
    means,
    decidedAt: at("2022-03-28T08:00:00.000Z"),
    decider: { name: "Frida Formand", title: "Digitaliseringschef" },
    contact: { name: "Sofie Sekretær", title: "Konsulent" },
    ...overrides,
  };
}

/** All a reader can read, in order. */
function textOf(letterParts: LetterParts): string {
  const letter = outcomeLetter(letterParts);
  const blocks = letter.blocks.flatMap((block) => {
    if (block.kind === "table") return [block.head, ...block.rows].map((row) => row.join(" | "));
    if (block.kind === "facts") return block.facts.map((fact) => fact.join(" | "));
    return block.kind === "list" ? block.items : [block.text];
  });
  return [letter.title, letter.date, ...letter.addressee, ...blocks, ...letter.signature]
    .join("\n")
    .replaceAll("\u00a0", " ");
}

describe("the letter about a decision", () => {
  it("000-18 tells an award's amounts, period, conditions and by when to answer", () => {
    const text = textOf(parts());
    expect(text).toContain(
      "Tilsagn om støtte\n28. marts 2022\nCenter for Sundhed og Omsorg\nAtt. Anja Ansøger, Teamleder",
    );
    expect(text).toContain("får tilsagn om 95.000 kr. fra Pulje til digitalisering.");
    expect(text).toContain("Egen finansiering | 20.000 kr.");
    expect(text).toContain("Periode | 1. juni 2022 – 30. juni 2023");
    expect(text).toContain("Sig ja eller nej tak senest 11. april 2022 kl. 23.59.");
    // 000-23: three months after the project's end.
    expect(text).toContain("senest 30. september 2023");
    expect(text).toContain("Venlig hilsen\nFrida Formand\nDigitaliseringschef\nFjordkøbing Kommune");
  });

  it("000-18 gives a rejection its reason with own points per criterion, frame and number of applications", () => {
    const text = textOf(parts({ outcome: "rejection", amountOere: kr(0), reason: "Første.\n\nAndet." }));
    expect(text).toContain("Projektet får ikke støtte i denne runde.");
    expect(text).toContain("Begrundelse\nFørste.\nAndet.\nKriterium | Vægt | Point (1-5)\nKriterium K1 | 30 pct. | 5");
    expect(text).toContain("Kriterium K3 | 20 pct. | 3,5");
    expect(text).toContain("Samlet vurdering: 86,0 af 100 point.");
    expect(text).toContain("Rammen i runden var 300.000 kr., og der var 8 ansøgninger.");
    expect(text).not.toContain("Bevilget");
    expect(text).not.toContain("Vilkår");
    expect(text).not.toMatch(/klage/iu);
  });

  it("000-21 names both amounts of a partial award and asks whether the project holds for the smaller one", () => {
    const text = textOf(parts({ outcome: "partial-award", amountOere: kr(45_000), reason: "Rammen rakte ikke." }));
    expect(text).toContain("delvist tilsagn om 45.000 kr. fra Pulje til digitalisering. I søgte om 95.000 kr.");
    expect(text).not.toContain("kr..");
    expect(text).toContain("Sig kun ja, hvis det kan gennemføres for det mindre beløb");
  });

  it("is a draft without a date until the decision is made", () => {
    const letter = outcomeLetter(parts({ decidedAt: undefined }));
    expect([letter.isDraft, letter.date]).toEqual([true, "Dateres, når afgørelsen er truffet"]);
    expect(textOf(parts({ decidedAt: undefined }))).toContain("inden ti hverdage efter afgørelsen");
  });

  it("names the secretariat where nobody of it is left, and leaves out a case that has no number", () => {
    const { references } = outcomeLetter(parts({ pool: aPool({ appropriation: undefined }) }));
    expect(references.map(([name]) => name)).toEqual(["Ansøgning", "Pulje", "Runde"]);
    expect(textOf(parts({ contact: undefined }))).toContain("så skriv til puljesekretariatet.");
  });

  it.each([
    ["Virtuelle hjemmebesøg", "FR22-01 Tilsagn - Virtuelle hjemmebesøg.docx"],
    ['a/b\\c:d*e?f"g<h>i|j#k%l', "FR22-01 Tilsagn - a b c d e f g h i j k l.docx"],
    ["../../etc/passwd", "FR22-01 Tilsagn - .. .. etc passwd.docx"],
    ["Slut... ", "FR22-01 Tilsagn - Slut.docx"],
    ["Omvendt\u202Excod.exe\u0000\r\nX", "FR22-01 Tilsagn - Omvendtxcod.exeX.docx"],
    ["Æbleø\u030A 👩‍⚕️", "FR22-01 Tilsagn - Æbleø̊ 👩⚕️.docx"],
  ])("T51 the file of ”%s” has a name every machine can keep", (title, name) => {
    expect(outcomeLetter(parts({ application: anApplication({ title }) })).fileName).toBe(name);
  });

  it("T51 a long title is cut, whole letters only", () => {
    const { fileName } = outcomeLetter(parts({ application: anApplication({ title: "👩".repeat(200) }) }));
    expect(fileName.length).toBeLessThanOrEqual(100);
    expect(fileName.isWellFormed()).toBe(true);
  });
});
