import { beforeEach, describe, expect, it } from "vitest";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { invitationLetter } from "#domain/consultations/invitation-letter.ts";
import type { Notice, NoticeKind } from "#domain/notices/notice.ts";
import { consultationRow } from "#domain/projections/consultation-rows.ts";
import { formatInstant } from "#domain/shared/format-dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { createCardRenderer } from "#service/bot/card-renderer.ts";
import { answerConsultation, registerAnswer } from "#use-cases/consultations/answer-consultation.ts";
import { consultationPage } from "#use-cases/consultations/consultation-page.ts";
import { sendConsultation } from "#use-cases/consultations/send-consultation.ts";
import { setParties } from "#use-cases/consultations/set-parties.ts";
import { treatConsultation } from "#use-cases/consultations/treat-consultation.ts";
import { nextDueInstant, noticePlan } from "#use-cases/notices/notice-plan.ts";
import { organisationNow } from "#use-cases/organisation/organisation-now.ts";
import type { Version } from "#use-cases/ports/versioned.ts";
import { councilKey, draftConsultation, sentConsultation, storyParties } from "./consultation-story.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { createWorld, danish, day, good, type World } from "./world.ts";

let world: World;
let memory: ReturnType<typeof inMemoryRecords>;
const render = createCardRenderer("app");

beforeEach(async () => {
  memory = inMemoryRecords();
  world = await createWorld({ records: memory.records, basis: memory.basis }, "2021-06-14 09:00");
});

/** When notices of a kind to a person are due, in Danish time. */
function due(kind: NoticeKind, user: string): readonly string[] {
  return planned(kind, user).map(({ dueAt }) => formatInstant(dueAt, "da"));
}

function planned(kind: NoticeKind, user: string): readonly Notice[] {
  const person = world.personKey(user);
  return noticePlan(world.deps)
    .filter((each) => each.kind === kind && each.recipientKey === person)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

function gives(user: string, partyKey: Key, noComments = false) {
  const text = noComments ? "" : "Vi savner personlig hjælp.";
  const answer = { text, noComments, attachments: [], notCpr: false, replaces: undefined };
  return answerConsultation(world.deps, world.as(user), { commandKey: world.press(), partyKey, ...answer });
}

/** The card of a notice as it is now. */
function card(notice: Notice | undefined) {
  const shown = notice && render(notice, world.deps.records, "da", world.now());
  if (shown === undefined) throw new Error("No card");
  return shown;
}

describe("what is told about a consultation", () => {
  it("N7 goes to the council's people when it is sent, in sending hours", async () => {
    await sentConsultation(world);
    expect(due("consultation-request", "raad.aeldre")).toEqual(["16. juni 2021 kl. 09.30"]);
    const consultationKey = await draftConsultation(world, { subject: "Om aftenen" });
    world.at("2021-06-16 21:10");
    good(await sendConsultation(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), consultationKey }));
    expect(due("consultation-request", "raad.aeldre")).toContain("17. juni 2021 kl. 07.00");
  });

  it("001-10 N8 reminds a silent council on the days of the ladder, and nobody who has answered", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-07-02 11:20");
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR")));
    expect(due("consultation-reminder", "raad.aeldre")).toEqual([]);
    expect(due("consultation-reminder", "raad.ungdom")).toEqual([
      "9. juli 2021 kl. 08.00",
      "23. juli 2021 kl. 08.00",
      "29. juli 2021 kl. 08.00",
    ]);
  });

  it("001-10 N8 that could not be sent is not caught up once the next is due", async () => {
    await sentConsultation(world);
    const [first, next] = planned("consultation-reminder", "raad.ungdom");
    expect(first?.expiresAt).toBe(next?.dueAt);
  });

  it("N7 reaches a council that comes to it later from then on, and none by Teams that is asked by mail", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-07-01 20:15");
    const [elder, disability, youth] = storyParties(world);
    if (!elder || !disability || !youth) throw new Error("No councils");
    const late = { ...youth, code: "MED", name: "MED-udvalget", personKeys: [world.personKey("tr.boern")] };
    const mail = { ...late, code: "POST", channel: "email" as const, email: "post@raad.example" };
    const parties = [elder, disability, youth, late, mail];
    const command = { commandKey: world.press(), consultationKey, parties };
    good(await setParties(world.deps, world.as("sagsbehandler"), command));
    expect(due("consultation-request", "tr.boern")).toEqual(["2. juli 2021 kl. 07.00"]);
  });

  it("001-08 N9 tells the officer of the day's answers on one card with the counts of now", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-07-02 11:20");
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR")));
    const [answered] = planned("consultation-answer", "sagsbehandler");
    expect(card(answered).cardJson).toContain("Nyt svar fra Ældrerådet.");
    expect(card(answered).cardJson).toContain("1 af 3 har svaret.");
    expect(card(answered).cardJson).not.toContain("personlig hjælp");
    world.at("2021-07-02 15:00");
    good(await gives("raad.handicap", councilKey(consultationKey, "HR"), true));
    expect(planned("consultation-answer", "sagsbehandler")).toHaveLength(1);
    expect(card(answered).cardJson).toContain("2 af 3 har svaret.");
    expect(card(answered).answerable).toBe(false);
  });

  it("N9 is silent about what the officer registered", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-07-02 11:20");
    const answer = { text: "Kom på mail.", noComments: false, attachments: [], notCpr: false, road: "email" as const };
    const when = { receivedOn: day("2021-07-01"), receivedTime: "10:00" };
    const command = { commandKey: world.press(), partyKey: councilKey(consultationKey, "UR"), ...answer, ...when };
    good(await registerAnswer(world.deps, world.as("sagsbehandler"), command));
    expect(planned("consultation-answer", "sagsbehandler")).toEqual([]);
  });

  it("N9 tells that the deadline has passed, with who is silent and what lacks a comment", async () => {
    const consultationKey = await sentConsultation(world);
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR")));
    expect(due("consultation-closed", "sagsbehandler")).toEqual(["2. august 2021 kl. 07.00"]);
    world.at("2021-08-02 07:00");
    const { cardJson } = card(planned("consultation-closed", "sagsbehandler")[0]);
    expect(cardJson).toContain("1 af 3 har svaret.");
    expect(cardJson).toContain("Intet svar: Handicaprådet, Ungdomsrådet.");
    expect(cardJson).toContain("1 svar mangler forvaltningens bemærkning.");
  });

  it("001-06 the service's clock knows when it closes", async () => {
    await sentConsultation(world);
    world.at("2021-07-30 12:00");
    expect(nextDueInstant(world.deps)).toBe("2021-07-30T22:00:00.000Z");
  });

  it("R-06 a closed item names neither subject nor text on the card or in the preview", async () => {
    const consultationKey = await sentConsultation(world, {
      closed: true,
      subject: "Salg af jord",
      message: "Hemmeligt",
    });
    const [request] = planned("consultation-request", "raad.aeldre");
    const shown = card(request);
    expect(shown.cardJson + shown.summary).not.toMatch(/Salg af jord|Hemmeligt/u);
    expect(shown.cardJson).toContain("Lukket sag 21/6103");
    expect(shown.cardJson).toContain(encodeURIComponent(`/consultations/${consultationKey}`));
  });

  it("N8 10,000 parties are planned in one pass without asking or writing anything", async () => {
    const consultationKey = await sentConsultation(world);
    const persons = [world.personKey("raad.aeldre")];
    const many = Array.from({ length: 10_000 }, (_, index) => aParty(consultationKey, index, persons));
    const { consultationParties } = memory.records;
    const all = [...consultationParties.all(), ...many.map((value) => ({ value, version: "1" as Version }))];
    const records = { ...memory.records, consultationParties: { ...consultationParties, all: () => all } };
    memory.writes.length = 0;
    memory.refreshes.length = 0;
    const kinds = noticePlan({ ...world.deps, records }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "consultation-request")).toHaveLength(10_003);
    expect(kinds.filter((kind) => kind === "consultation-reminder")).toHaveLength(30_009);
    expect([...memory.writes, ...memory.refreshes]).toEqual([]);
  });
});

describe("the deadline in words", () => {
  it("R-07 is the same in tab, card, list and letter", async () => {
    const consultationKey = await sentConsultation(world);
    const consultation = world.deps.records.consultations.byKey(consultationKey)?.value;
    if (consultation === undefined) throw new Error("No consultation");
    const text = "30. juli 2021 kl. 23.59";
    const officer = { name: "Pia Munkholm", title: "Sagsbehandler" };
    const tab = good(consultationPage(world.deps, world.as("raad.aeldre"), consultationKey, "da"));
    const row = consultationRow(consultation, [], organisationNow(world.deps), "", world.now());
    expect(tab.consultation.deadlineText).toBe(text);
    expect(row.Svarfrist).toBe(text);
    const onCard = card(planned("consultation-request", "raad.aeldre")[0]).cardJson.replaceAll("\u200b", "");
    expect(onCard).toContain(`{"title":"Svarfrist","value":"${text}"}`);
    expect(invitationLetter(consultation, { party: "Ældrerådet", officer }, "da").text).toContain(
      `Svarfrist: ${text}.`,
    );
  });
});

describe("the council's card", () => {
  it("001-11 can still be answered after the deadline and says so, until the consultation is treated", async () => {
    const consultationKey = await sentConsultation(world);
    const [request] = planned("consultation-request", "raad.ungdom");
    world.at("2021-08-03 10:00");
    expect(card(request)).toMatchObject({ answerable: true });
    expect(card(request).cardJson).toContain("mærket som modtaget efter fristen");
    good(
      await treatConsultation(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), consultationKey }),
    );
    expect(card(request)).toMatchObject({ answerable: false });
    expect(card(request).cardJson).toContain("Høringen blev behandlet 3. august 2021 kl. 10.00");
  });

  it("001-09 tells who answered and when once somebody has", async () => {
    const consultationKey = await sentConsultation(world);
    const [request] = planned("consultation-request", "raad.handicap");
    world.setNow(danish("2021-07-28 13:05"));
    good(await gives("raad.handicap", councilKey(consultationKey, "HR"), true));
    const { cardJson, answerable } = card(request);
    expect(answerable).toBe(false);
    expect(cardJson).toContain("Handicaprådet har svaret. Poul Tranholm sendte svaret 28. juli 2021 kl. 13.05.");
    expect(cardJson).toContain("Svaret er: ingen bemærkninger.");
  });
});

function aParty(consultationKey: Key, index: number, personKeys: readonly Key[]): ConsultationParty {
  return {
    key: keyOf("party", index),
    consultationKey,
    code: `P${index}`,
    name: `Part ${index}`,
    duty: "voluntary",
    law: "",
    channel: "teams",
    personKeys,
    email: "",
    answer: undefined,
    earlierAnswers: [],
    comment: undefined,
    lateIncluded: false,
    removedAt: undefined,
    log: emptyLog,
  };
}
