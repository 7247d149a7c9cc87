import { beforeEach, describe, expect, it } from "vitest";
import type { TypedAnswer } from "#domain/consultations/answer-consultation.ts";
import { partyStatus } from "#domain/consultations/consultation-status.ts";
import { closesAt } from "#domain/consultations/deadline.ts";
import { adviceSentence } from "#domain/consultations/deadline-sentences.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { defaultWorkingDayCalendar } from "#domain/shared/working-days.ts";
import { answerConsultation, registerAnswer } from "#use-cases/consultations/answer-consultation.ts";
import { checkDeadline } from "#use-cases/consultations/check-deadline.ts";
import { commentAnswer, includeLate } from "#use-cases/consultations/comment-answer.ts";
import { partiesOf } from "#use-cases/consultations/consultation-now.ts";
import { consultationPage } from "#use-cases/consultations/consultation-page.ts";
import { consultationList } from "#use-cases/consultations/consultation-views.ts";
import { editConsultation } from "#use-cases/consultations/edit-consultation.ts";
import { sendConsultation } from "#use-cases/consultations/send-consultation.ts";
import { setParties } from "#use-cases/consultations/set-parties.ts";
import { treatConsultation } from "#use-cases/consultations/treat-consultation.ts";
import { overview } from "#use-cases/grants/overview.ts";
import { search } from "#use-cases/search/search.ts";
import { councilKey, draftConsultation, sentConsultation, storyFields, storyParties } from "./consultation-story.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { createWorld, danish, day, good, kindOf, type World } from "./world.ts";

let world: World;
let memory: ReturnType<typeof inMemoryRecords>;

beforeEach(async () => {
  memory = inMemoryRecords();
  world = await createWorld({ records: memory.records, basis: memory.basis }, "2021-06-14 09:00");
});

const answer = { noComments: false, text: "Vi savner personlig hjælp.", attachments: [], notCpr: false };
const none = { noComments: true, text: "", attachments: [], notCpr: false };

function gives(user: string, partyKey: Key, typed: TypedAnswer = answer, replaces?: Instant) {
  const command = { commandKey: world.press(), partyKey, replaces, ...typed };
  return answerConsultation(world.deps, world.as(user), command);
}

function comments(partyKey: Key, changes = true, user = "sagsbehandler") {
  const command = { commandKey: world.press(), partyKey, summary: "", comment: "Indarbejdet", changes };
  return commentAnswer(world.deps, world.as(user), command);
}

const treats = (consultationKey: Key, user = "sagsbehandler") =>
  treatConsultation(world.deps, world.as(user), { commandKey: world.press(), consultationKey });

function pageOf(consultationKey: Key, user = "sagsbehandler") {
  return good(consultationPage(world.deps, world.as(user), consultationKey, "da"));
}

function statuses(consultationKey: Key): Readonly<Record<string, string>> {
  const consultation = world.deps.records.consultations.byKey(consultationKey)?.value;
  if (consultation === undefined) throw new Error("No consultation");
  const parties = partiesOf(world.deps, consultationKey);
  return Object.fromEntries(parties.map((party) => [party.code, partyStatus(party, consultation, world.now())]));
}

describe("sending a consultation", () => {
  it("001-02 is refused while the step before it is not decided, and goes when it is", async () => {
    const stepBefore = { body: "ØK", meetingOn: day("2021-06-15"), decidedOn: undefined };
    const consultationKey = await draftConsultation(world, { stepBefore });
    world.at("2021-06-16 09:30");
    const send = () =>
      sendConsultation(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), consultationKey });
    const refused = await send();
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "step-before-undecided", body: "ØK" } });
    const fields = { ...storyFields, stepBefore: { ...stepBefore, decidedOn: day("2021-06-15") } };
    const officer = world.as("sagsbehandler");
    good(await editConsultation(world.deps, officer, { commandKey: world.press(), consultationKey, fields }));
    good(await send());
    expect(pageOf(consultationKey).consultation.status).toBe("open");
  });

  it("001-06 makes three rows that wait, and closes when the whole minute 23.59 is over", async () => {
    const consultationKey = await sentConsultation(world);
    expect(statuses(consultationKey)).toEqual({ ÆR: "awaiting", HR: "awaiting", UR: "awaiting" });
    expect(closesAt(storyFields)).toBe("2021-07-30T22:00:00.000Z");
    world.setNow("2021-07-30T21:59:59.000Z" as Instant);
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR")));
    world.setNow("2021-07-30T22:00:00.000Z" as Instant);
    good(await gives("raad.handicap", councilKey(consultationKey, "HR"), none));
    expect(statuses(consultationKey)).toEqual({ ÆR: "received", HR: "receivedLate", UR: "noResponse" });
  });

  it("001-06 on a later day waits for its morning: Kommende, then I gang", async () => {
    world.at("2021-06-14 15:00");
    const consultationKey = await draftConsultation(world, { sendOn: day("2021-06-16") });
    const command = { commandKey: world.press(), consultationKey };
    good(await sendConsultation(world.deps, world.as("sagsbehandler"), command));
    expect(pageOf(consultationKey).consultation.status).toBe("upcoming");
    expect(kindOf(consultationPage(world.deps, world.as("raad.aeldre"), consultationKey, "da"))).toBe("not-found");
    world.at("2021-06-16 07:00");
    expect(pageOf(consultationKey, "raad.aeldre").consultation.status).toBe("open");
  });

  it.each([
    ["before the sending", { deadlineOn: day("2021-06-15") }, "deadline-before-sending"],
    ["on the day of the meeting", { deadlineOn: day("2021-08-17") }, "deadline-after-meeting"],
    ["already over", { deadlineOn: day("2021-06-16"), deadlineTime: "08:00" }, "deadline-in-the-past"],
    ["not chosen", { deadlineOn: undefined }, "consultation-incomplete"],
  ])("001-06 with a deadline %s is refused", async (_, fields, kind) => {
    world.at("2021-06-16 09:30");
    const consultationKey = await draftConsultation(world, fields);
    const command = { commandKey: world.press(), consultationKey };
    expect(kindOf(await sendConsultation(world.deps, world.as("sagsbehandler"), command))).toBe(kind);
  });

  it("001-07 warns and does not stop, with the days that can be used", async () => {
    const consultationKey = await sentConsultation(world);
    expect(pageOf(consultationKey).advice.map((each) => adviceSentence(each, "da", defaultWorkingDayCalendar))).toEqual(
      [
        "15 af 33 hverdage ligger i ferieugerne 28-30; 18 er brugbare. 20 brugbare hverdage nås den 03-08-2021; dagsordenen til ØK den 17-08 udsendes 11-08",
      ],
    );
    const checked = checkDeadline(world.deps, { ...storyFields, sendOn: day("2021-06-16") }, "da");
    expect(checked).toMatchObject({ usableDays: 18, deadlineText: "30. juli 2021 kl. 23.59" });
    expect(checked.warnings[0]?.text).toMatch(/^15 af 33 hverdage/u);
  });

  it("001-10 reminds on the last working day before the holidays, and five and one before the deadline", async () => {
    const consultationKey = await sentConsultation(world);
    expect(pageOf(consultationKey).parties[0]?.remindOn).toEqual(["2021-07-09", "2021-07-23", "2021-07-29"]);
  });
});

describe("answers", () => {
  it("001-08 are received with text and attachment and counted", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-07-02 11:20");
    const typed = { ...answer, attachments: ["Bemærkninger.pdf"] };
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR"), typed));
    const page = pageOf(consultationKey);
    expect(page.consultation.counts).toMatchObject({ answered: 1, total: 3 });
    expect(page.consultation.missing).toEqual(["Handicaprådet", "Ungdomsrådet"]);
    const elder = page.parties.find(({ code }) => code === "ÆR");
    expect(elder?.answer).toMatchObject({ text: answer.text, attachments: ["Bemærkninger.pdf"] });
  });

  it("001-09 may be one press: Ingen bemærkninger counts as answered and needs no comment", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-07-28 13:05");
    good(await gives("raad.handicap", councilKey(consultationKey, "HR"), none));
    expect(statuses(consultationKey)["HR"]).toBe("receivedNoComments");
    expect(pageOf(consultationKey).consultation.counts).toMatchObject({ answered: 1, noComments: 1, uncommented: 0 });
  });

  it("001-09 is not taken together with a text, so that nothing typed is lost", async () => {
    const consultationKey = await sentConsultation(world);
    const both = await gives("raad.handicap", councilKey(consultationKey, "HR"), { ...none, text: "Dog én ting" });
    expect(kindOf(both)).toBe("answer-and-no-comments");
  });

  it("001-08 a second answer is refused with who and when; the same press again is the same answer", async () => {
    const consultationKey = await sentConsultation(world);
    const partyKey = councilKey(consultationKey, "ÆR");
    const command = { commandKey: world.press(), partyKey, replaces: undefined, ...answer };
    const first = good(await answerConsultation(world.deps, world.as("raad.aeldre"), command));
    expect(good(await answerConsultation(world.deps, world.as("raad.aeldre"), command))).toEqual(first);
    const second = await gives("raad.aeldre", partyKey, { ...answer, text: "Noget andet" });
    expect(second).toMatchObject({
      ok: false,
      refusal: { kind: "party-answered-before", party: "Ældrerådet", by: world.personKey("raad.aeldre") },
    });
    expect(memory.writes.filter(({ list, act }) => list === "consultationParties" && act === "save")).toHaveLength(1);
  });

  it("001-08 a council may replace its own answer until the deadline, and the old one is kept", async () => {
    const consultationKey = await sentConsultation(world);
    const partyKey = councilKey(consultationKey, "ÆR");
    const first = good(await gives("raad.aeldre", partyKey));
    world.at("2021-07-05 09:00");
    const replaced = good(await gives("raad.aeldre", partyKey, { ...answer, text: "Nyt" }, first.answer?.receivedAt));
    expect(replaced.answer?.text).toBe("Nyt");
    expect(replaced.earlierAnswers.map(({ text }) => text)).toEqual([answer.text]);
    world.at("2021-07-31 09:00");
    const late = await gives("raad.aeldre", partyKey, { ...answer, text: "For sent" }, replaced.answer?.receivedAt);
    expect(kindOf(late)).toBe("party-answered-before");
  });

  it("R-08 with a CPR number is stopped at its field; the way out is logged without the number", async () => {
    const consultationKey = await sentConsultation(world);
    const partyKey = councilKey(consultationKey, "ÆR");
    const typed = { ...answer, text: "Fru Berg, 010245-1234, venter." };
    expect(await gives("raad.aeldre", partyKey, typed)).toMatchObject({
      ok: false,
      refusal: { kind: "answer-incomplete", problems: [{ field: "text", code: "cpr" }] },
    });
    const party = good(await gives("raad.aeldre", partyKey, { ...typed, notCpr: true }));
    const detail = party.log.tail.at(-1)?.detail;
    expect(detail).toMatchObject({ notCpr: true });
    expect(JSON.stringify(detail)).not.toContain("010245");
  });

  it("001-08 that came by mail are registered by staff with the day they came", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-08-02 08:30");
    const register = (more: object) =>
      registerAnswer(world.deps, world.as("sagsbehandler"), {
        commandKey: world.press(),
        partyKey: councilKey(consultationKey, "UR"),
        ...answer,
        road: "email",
        receivedOn: day("2021-07-30"),
        receivedTime: "23:10",
        ...more,
      });
    expect(kindOf(await register({ receivedOn: day("2021-08-03") }))).toBe("received-in-future");
    expect(kindOf(await register({ receivedOn: day("2021-06-15") }))).toBe("received-before-sending");
    good(await register({}));
    expect(statuses(consultationKey)["UR"]).toBe("received");
    const [shown] = pageOf(consultationKey).parties.filter(({ code }) => code === "UR");
    expect(shown?.answer).toMatchObject({ road: "email", registeredAt: danish("2021-08-02 08:30") });
  });

  it("stand by the parties' names, also when one was written last", async () => {
    const consultationKey = await sentConsultation(world);
    good(await gives("raad.handicap", councilKey(consultationKey, "HR")));
    expect(pageOf(consultationKey).parties.map(({ code }) => code)).toEqual(["HR", "UR", "ÆR"]);
  });

  it("001-10 nobody gave are Intet svar after the deadline", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-07-31 00:00");
    expect(statuses(consultationKey)).toEqual({ ÆR: "noResponse", HR: "noResponse", UR: "noResponse" });
  });

  it("001-11 after the deadline are late and may be taken in until the agenda goes out", async () => {
    const consultationKey = await sentConsultation(world);
    const partyKey = councilKey(consultationKey, "UR");
    world.at("2021-08-03 10:00");
    good(await gives("raad.ungdom", partyKey));
    expect(statuses(consultationKey)["UR"]).toBe("receivedLate");
    const include = (included: boolean) =>
      includeLate(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), partyKey, included });
    expect(pageOf(consultationKey).consultation.counts?.uncommented).toBe(0);
    world.at("2021-08-10 23:59");
    good(await include(true));
    expect(pageOf(consultationKey).consultation.counts?.uncommented).toBe(1);
    world.at("2021-08-11 00:00");
    expect(await include(false)).toMatchObject({
      ok: false,
      refusal: { kind: "agenda-issued", agendaOn: "2021-08-11" },
    });
  });
});

describe("what waits for me", () => {
  it("001-10 a silent council is asked to answer until the deadline, and the officer to comment what was answered", async () => {
    const consultationKey = await sentConsultation(world);
    const waits = (user: string) =>
      overview(world.deps, world.as(user)).tasks.map(({ kind, deadline, link }) => ({ kind, deadline, link }));
    const link = `/consultations/${consultationKey}`;
    expect(waits("raad.aeldre")).toEqual([{ kind: "answer-consultation", deadline: "2021-07-30T22:00:00.000Z", link }]);
    expect(waits("sagsbehandler")).toEqual([]);
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR")));
    expect(waits("raad.aeldre")).toEqual([]);
    expect(waits("sagsbehandler")).toEqual([{ kind: "comment-answers", deadline: danish("2021-08-11"), link }]);
    good(await comments(councilKey(consultationKey, "ÆR")));
    expect(waits("sagsbehandler")).toEqual([]);
    world.at("2021-07-31 00:00");
    expect(waits("raad.ungdom")).toEqual([]);
  });
});

describe("closing a consultation", () => {
  it("001-12 goes without any answers once the deadline has passed", async () => {
    const consultationKey = await sentConsultation(world);
    world.at("2021-08-17 15:00");
    good(await treats(consultationKey));
    expect(pageOf(consultationKey)).toMatchObject({
      consultation: { status: "treated", counts: { answered: 0 } },
      deleteOn: "2026-08-16",
    });
  });

  it("001-14 is refused while an answer lacks a comment, naming the council", async () => {
    const consultationKey = await sentConsultation(world);
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR")));
    world.at("2021-08-17 15:00");
    expect(await treats(consultationKey)).toMatchObject({
      ok: false,
      refusal: { kind: "answer-not-commented", parties: "Ældrerådet" },
    });
    good(await comments(councilKey(consultationKey, "ÆR")));
    good(await treats(consultationKey));
    expect(kindOf(await gives("raad.ungdom", councilKey(consultationKey, "UR")))).toBe("consultation-treated");
  });

  it("R-10 is refused before the deadline, unless all have answered", async () => {
    const consultationKey = await sentConsultation(world);
    for (const [user, code] of [
      ["raad.aeldre", "ÆR"],
      ["raad.handicap", "HR"],
    ] as const) {
      good(await gives(user, councilKey(consultationKey, code), none));
    }
    expect(await treats(consultationKey)).toMatchObject({
      ok: false,
      refusal: { kind: "answers-may-still-come", parties: "Ungdomsrådet" },
    });
    good(await gives("raad.ungdom", councilKey(consultationKey, "UR"), none));
    good(await treats(consultationKey));
  });
});

describe("what is fixed once it is sent", () => {
  it("001-06 is the text; documents may come to it and the deadline may only move to a later day", async () => {
    const consultationKey = await sentConsultation(world);
    const edit = (fields: Partial<typeof storyFields>) =>
      editConsultation(world.deps, world.as("sagsbehandler"), {
        commandKey: world.press(),
        consultationKey,
        fields: { ...storyFields, ...fields },
      });
    expect(kindOf(await edit({ subject: "Noget andet" }))).toBe("consultation-already-sent");
    expect(kindOf(await edit({ material: [] }))).toBe("consultation-already-sent");
    expect(kindOf(await edit({ deadlineOn: day("2021-07-29") }))).toBe("deadline-only-later");
    const more = [...storyFields.material, { name: "Bilag 2", link: "", documentNumber: "" }];
    good(await edit({ material: more, deadlineOn: day("2021-08-03") }));
    expect(pageOf(consultationKey).consultation.deadlineText).toBe("3. august 2021 kl. 23.59");
  });

  it("001-06 is who was asked; a council may be added until the deadline", async () => {
    const consultationKey = await sentConsultation(world);
    const set = (parties: ReturnType<typeof storyParties>) =>
      setParties(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), consultationKey, parties });
    const [elder, ...others] = storyParties(world);
    if (elder === undefined) throw new Error("No council");
    expect(await set(others)).toMatchObject({ ok: false, refusal: { kind: "party-stays", party: "Ældrerådet" } });
    const mail = {
      ...elder,
      code: "HMU",
      name: "MED-Hovedudvalget",
      channel: "email" as const,
      personKeys: [],
      email: "hmu@kommune.example",
    };
    good(await set([elder, ...others, mail]));
    const added = pageOf(consultationKey).parties.find(({ code }) => code === "HMU");
    expect(added?.letter?.text).toContain("Svarfrist: 30. juli 2021 kl. 23.59.");
  });
});

describe("who sees and does what", () => {
  it("B10 a council sees its own consultation and own answer only", async () => {
    const consultationKey = await sentConsultation(world);
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR")));
    good(await comments(councilKey(consultationKey, "ÆR")));
    const page = pageOf(consultationKey, "raad.handicap");
    expect(page.parties.map(({ code }) => code)).toEqual(["HR"]);
    expect(page.consultation.counts).toBeUndefined();
    expect(page.timeline).toBeUndefined();
    expect(JSON.stringify(page)).not.toContain(answer.text);
    expect(JSON.stringify(page)).not.toContain("Indarbejdet");
    const [own] = pageOf(consultationKey, "raad.aeldre").parties;
    expect(own?.answer?.text).toBe(answer.text);
    expect(own?.comment).toBeUndefined();
  });

  it("B10 other employees see that it is open and who is heard, never an answer; of a closed item nothing", async () => {
    const open = await sentConsultation(world);
    good(await gives("raad.aeldre", councilKey(open, "ÆR")));
    const closed = await sentConsultation(world, { closed: true });
    for (const user of ["ansoeger.sundhed", "administrator", "leder.sundhed"]) {
      expect(JSON.stringify(pageOf(open, user))).not.toContain(answer.text);
      expect(kindOf(consultationPage(world.deps, world.as(user), closed, "da"))).toBe("not-found");
      expect(consultationList(world.deps, world.as(user), "da").items.map(({ key }) => key)).toEqual([open]);
    }
    expect(pageOf(closed, "raad.aeldre").consultation.closedItem).toBe(true);
    expect(pageOf(closed, "direktion").parties).toHaveLength(3);
  });

  it("B10 the search finds it for those who may see it, by subject and case number", async () => {
    await sentConsultation(world, { closed: true });
    const found = (user: string, text: string) => search(world.deps, world.as(user), text).hits.map(({ kind }) => kind);
    expect(found("raad.aeldre", "digitaliseringsprogram")).toEqual(["consultation"]);
    expect(found("sagsbehandler", "21/6103")).toEqual(["consultation"]);
    expect(found("ansoeger.sundhed", "digitaliseringsprogram")).toEqual([]);
  });

  it("B10 a draft is seen by who runs it only", async () => {
    const consultationKey = await draftConsultation(world);
    for (const user of ["raad.aeldre", "direktion", "puljesekretariat", "ansoeger.sundhed"]) {
      expect(kindOf(consultationPage(world.deps, world.as(user), consultationKey, "da"))).toBe("not-found");
    }
    expect(pageOf(consultationKey, "udvalgssekretaer").actions).toContain("send");
  });
});
