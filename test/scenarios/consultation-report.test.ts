import { beforeEach, describe, expect, it } from "vitest";
import type { Key } from "#domain/shared/keys.ts";
import { answerConsultation } from "#use-cases/consultations/answer-consultation.ts";
import { commentAnswer } from "#use-cases/consultations/comment-answer.ts";
import { consultationReport } from "#use-cases/consultations/consultation-note.ts";
import { councilKey, draftConsultation, sentConsultation } from "./consultation-story.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { createWorld, good, kindOf, type World } from "./world.ts";

let world: World;

beforeEach(async () => {
  const memory = inMemoryRecords();
  world = await createWorld({ records: memory.records, basis: memory.basis }, "2021-06-14 09:00");
});

function reportOf(consultationKey: Key, user = "sagsbehandler") {
  return consultationReport(world.deps, world.as(user), consultationKey, "Fjordkøbing Kommune");
}

async function gives(user: string, partyKey: Key, text: string) {
  const typed = { noComments: text === "", text, attachments: [], notCpr: false, replaces: undefined };
  good(await answerConsultation(world.deps, world.as(user), { commandKey: world.press(), partyKey, ...typed }));
}

describe("the consultation report", () => {
  it("001-12 says that nobody has answered, and lists everybody all the same", async () => {
    const key = await sentConsultation(world);
    expect(good(reportOf(key)).paragraphs).toEqual(["Der er ikke kommet nogen høringssvar endnu."]);
    world.at("2021-08-02 09:00");
    const note = good(reportOf(key));
    expect(note.paragraphs).toEqual(["Der er ikke kommet nogen høringssvar inden fristen."]);
    expect(note.rows.map(([, status]) => status)).toEqual(["Intet svar", "Intet svar", "Intet svar"]);
    expect(note.isDraft).toBe(false);
  });

  it("001-13 lists every party with status, date, summary, comment and whether the proposal changes", async () => {
    const key = await sentConsultation(world);
    const [first, second] = [councilKey(key, "ÆR"), councilKey(key, "HR")];
    world.at("2021-07-02 10:00");
    await gives("raad.aeldre", first, "Vi savner personlig hjælp.");
    expect(good(reportOf(key)).isDraft).toBe(true);
    const comment = { partyKey: first, summary: "Ønsker hjælp", comment: "Indarbejdet", changes: true };
    good(await commentAnswer(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), ...comment }));
    world.at("2021-07-28 10:00");
    await gives("raad.handicap", second, "");
    world.at("2021-08-02 09:00");
    const note = good(reportOf(key));
    const byName = Object.fromEntries(
      note.rows.map(([name = "", ...cells]) => [name.split("\n")[0] ?? "", cells] as const),
    );
    expect(byName).toEqual({
      Ældrerådet: ["Modtaget", "2. juli 2021 kl. 10.00", "Ønsker hjælp", "Indarbejdet", "Ja"],
      Handicaprådet: ["Ingen bemærkninger", "28. juli 2021 kl. 10.00", "Ingen bemærkninger", "–", "–"],
      Ungdomsrådet: ["Intet svar", "–", "–", "–", "–"],
    });
    const facts = Object.fromEntries(note.facts);
    expect(facts["Svarfrist"]).toBe("30. juli 2021 kl. 23.59");
    expect(facts["Svar"]).toBe("2 af 3 har svaret, heraf 1 uden bemærkninger");
    expect(note.paragraphs[0]).toContain("ændringer på baggrund af svar fra Ældrerådet");
    expect(note.isDraft).toBe(false);
  });

  it("is nobody's who may not read answers and comments, and there is none of a draft", async () => {
    const draft = await draftConsultation(world);
    expect(kindOf(reportOf(draft))).toBe("not-found");
    const key = await sentConsultation(world);
    expect(kindOf(reportOf(key, "raad.aeldre"))).toBe("not-found");
  });
});
