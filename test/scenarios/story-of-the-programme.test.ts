import { beforeEach, describe, expect, it } from "vitest";
import { caseStatus } from "#domain/cases/case-course.ts";
import type { TypedAnswer } from "#domain/consultations/answer-consultation.ts";
import { partyStatus } from "#domain/consultations/consultation-status.ts";
import { formatInstant } from "#domain/shared/format-dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { createCardRenderer } from "#service/bot/card-renderer.ts";
import { programmeCaseText } from "#test/builders/case-texts.ts";
import { endConsultationStep } from "#use-cases/cases/case-acts.ts";
import { settleConsultationSteps } from "#use-cases/cases/case-consultations.ts";
import { casePage } from "#use-cases/cases/case-page.ts";
import { createCase } from "#use-cases/cases/create-case.ts";
import { settleProgrammes } from "#use-cases/cases/settle-programme.ts";
import { answerConsultation } from "#use-cases/consultations/answer-consultation.ts";
import { commentAnswer, includeLate } from "#use-cases/consultations/comment-answer.ts";
import { consultationReport } from "#use-cases/consultations/consultation-note.ts";
import { partiesOf } from "#use-cases/consultations/consultation-now.ts";
import { consultationPage } from "#use-cases/consultations/consultation-page.ts";
import { sendConsultation } from "#use-cases/consultations/send-consultation.ts";
import { treatConsultation } from "#use-cases/consultations/treat-consultation.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { councilKey, draftConsultation, sentConsultation } from "./consultation-story.ts";
import { type InMemoryRecords, inMemoryRecords } from "./in-memory-records.ts";
import {
  caseFromText,
  decides,
  draftProgramme,
  heardOn,
  programmeCaseFields,
  routedCase,
  versionsOf,
} from "./programme-case.ts";
import { createWorld, day, good, kindOf, type World } from "./world.ts";

let world: World;
let memory: InMemoryRecords;

beforeEach(async () => {
  memory = inMemoryRecords();
  world = await createWorld({ records: memory.records, basis: memory.basis }, "2021-06-08 09:00");
});

const words: TypedAnswer = {
  noComments: false,
  text: "Vi savner personlig hjælp.",
  attachments: [],
  notCpr: false,
};
const none: TypedAnswer = { ...words, noComments: true, text: "" };

function gives(user: string, partyKey: Key, typed: TypedAnswer) {
  const command = { commandKey: world.press(), partyKey, replaces: undefined, ...typed };
  return answerConsultation(world.deps, world.as(user), command);
}

function comments(partyKey: Key) {
  const command = { commandKey: world.press(), partyKey, summary: "", comment: "Indarbejdet", changes: true };
  return commentAnswer(world.deps, world.as("sagsbehandler"), command);
}

const sends = (consultationKey: Key) =>
  sendConsultation(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), consultationKey });
const treats = (consultationKey: Key) =>
  treatConsultation(world.deps, world.as("sagsbehandler"), { commandKey: world.press(), consultationKey });

describe("the programme's case and its consultation", () => {
  it("001-02 a consultation is refused by its case until ØK has decided, whatever it says itself", async () => {
    const { key: caseKey } = await routedCase(world);
    const consultationKey = await draftConsultation(world, { caseKey });
    world.at("2021-06-16 09:30");
    const refusal = { kind: "step-before-undecided", body: "Økonomiudvalget", meetingOn: "2021-06-15" };
    expect(await sends(consultationKey)).toEqual({ ok: false, refusal });
    const page = () => good(consultationPage(world.deps, world.as("sagsbehandler"), consultationKey, "da"));
    expect(page()).toMatchObject({ caseKey, sendBlock: refusal });
    expect(page().actions).not.toContain("send");
    good(await decides(world, caseKey, 1, "2021-06-15"));
    good(await sends(consultationKey));
  });

  it("001-02 what its case says of the meeting before is not asked of the consultation once more", async () => {
    const { key: caseKey } = await routedCase(world);
    const before = { body: "ØK", meetingOn: day("2021-06-15"), decidedOn: undefined };
    const consultationKey = await draftConsultation(world, { caseKey, stepBefore: before });
    world.at("2021-06-16 09:30");
    expect(kindOf(await sends(consultationKey))).toBe("step-before-undecided");
    good(await decides(world, caseKey, 1, "2021-06-15"));
    good(await sends(consultationKey));
  });

  it("001-05 a refused programme is not sent to be heard", async () => {
    const { key: caseKey } = await routedCase(world);
    const consultationKey = await draftConsultation(world, { caseKey });
    world.at("2021-06-16 09:30");
    good(await decides(world, caseKey, 1, "2021-06-15", "rejected"));
    expect(kindOf(await sends(consultationKey))).toBe("route-stopped");
  });

  it("R-10 001-14 the next step waits for answers that may come and comments that are missing", async () => {
    world.at("2021-06-16 09:00");
    const { key: caseKey, steps } = await routedCase(world);
    good(await decides(world, caseKey, 1, "2021-06-15"));
    const consultationKey = await sentConsultation(world, { caseKey });
    const stepKey = steps[1]?.key ?? caseKey;
    const ends = (date: string) => {
      const command = { commandKey: world.press(), caseKey, stepKey, date: day(date) };
      return endConsultationStep(world.deps, world.as("udvalgssekretaer"), command);
    };
    world.at("2021-07-02 11:20");
    good(await gives("raad.aeldre", councilKey(consultationKey, "ÆR"), words));
    expect(await ends("2021-07-02")).toMatchObject({
      refusal: { kind: "answers-may-still-come", parties: "Handicaprådet, Ungdomsrådet" },
    });
    good(await gives("raad.handicap", councilKey(consultationKey, "HR"), none));
    good(await gives("raad.ungdom", councilKey(consultationKey, "UR"), none));
    expect(await decides(world, caseKey, 3, "2021-07-02")).toMatchObject({
      refusal: { kind: "answer-not-commented", parties: "Ældrerådet" },
    });
    good(await comments(councilKey(consultationKey, "ÆR")));
    expect(kindOf(await decides(world, caseKey, 3, "2021-07-02"))).toBe("consultation-open");
    good(await ends("2021-07-02"));
    good(await decides(world, caseKey, 3, "2021-07-02"));
  });

  it("001-14 a crash between the treated consultation and its case is made good once by the next run", async () => {
    world.at("2021-06-16 09:00");
    const { key: caseKey } = await routedCase(world);
    good(await decides(world, caseKey, 1, "2021-06-15"));
    const consultationKey = await sentConsultation(world, { caseKey });
    world.at("2021-08-03 10:15");
    memory.failNext("cases", "unavailable");
    good(await treats(consultationKey));
    expect(heardOn(world, caseKey)).toBeUndefined();
    world.at("2021-08-05 08:00");
    expect(good(await settleConsultationSteps(world.deps))).toBe(1);
    expect(heardOn(world, caseKey)).toBe("2021-08-03");
    expect(good(await settleConsultationSteps(world.deps))).toBe(0);
  });

  it("001-03 001-15 a crash between the council's decision and the programme is made good once by the next run", async () => {
    world.at("2021-08-25 08:00");
    const programmeKey = await draftProgramme(world);
    const { key: caseKey, steps } = await routedCase(world, programmeKey);
    good(await decides(world, caseKey, 1, "2021-06-15"));
    expect(versionsOf(world, programmeKey)).toEqual(["provisionally-approved 2021-06-15"]);
    const end = { commandKey: world.press(), caseKey, stepKey: steps[1]?.key ?? caseKey, date: day("2021-08-04") };
    good(await endConsultationStep(world.deps, world.as("udvalgssekretaer"), end));
    good(await decides(world, caseKey, 3, "2021-08-17"));
    memory.failNext("programmes", "unavailable");
    good(await decides(world, caseKey, 4, "2021-08-24"));
    expect(versionsOf(world, programmeKey)).toHaveLength(1);
    expect(good(await settleProgrammes(world.deps))).toBe(1);
    expect(versionsOf(world, programmeKey)[1]).toBe("approved 2021-08-24");
    expect(good(await settleProgrammes(world.deps))).toBe(0);
  });

  it("001-05 a programme the finance committee refuses is approved by nobody", async () => {
    world.at("2021-06-16 08:00");
    const programmeKey = await draftProgramme(world);
    const { key: caseKey } = await routedCase(world, programmeKey);
    good(await decides(world, caseKey, 1, "2021-06-15", "rejected"));
    expect(versionsOf(world, programmeKey)).toEqual([]);
  });

  it("a case names no programme that is not there", async () => {
    const command = { commandKey: world.press(), fields: programmeCaseFields, programmeKey: world.press() };
    expect(kindOf(await createCase(world.deps, world.as("sagsbehandler"), command))).toBe("not-found");
  });
});

it("seed 001: pasted, decided, heard, reminded, answered, commented and approved, from June to August 2021", async () => {
  const programmeKey = await draftProgramme(world);
  const { caseKey, consultationKey } = await caseFromText(world, programmeCaseText, programmeKey);
  expect(world.deps.records.consultations.byKey(consultationKey)?.value).toMatchObject({
    subject: "Digitaliseringsprogram 2021-2025",
    caseNumber: "21/6103",
    deadlineOn: "2021-07-30",
    stepBefore: { body: "ØK", meetingOn: "2021-06-15" },
    nextStep: { body: "ØK", meetingOn: "2021-08-17" },
  });
  expect(kindOf(await sends(consultationKey))).toBe("step-before-undecided");
  const [elder, disability, youth] = ["ÆR", "HR", "UR"].map((code) => councilKey(consultationKey, code));
  if (!elder || !disability || !youth) throw new Error("No councils");

  world.at("2021-06-15 17:00");
  good(await decides(world, caseKey, 1, "2021-06-15"));
  world.at("2021-06-16 09:30");
  good(await sends(consultationKey));
  world.at("2021-07-02 11:20");
  good(await gives("raad.aeldre", elder, words));
  world.at("2021-07-28 13:05");
  good(await gives("raad.handicap", disability, none));

  const reminders = noticePlan(world.deps).filter(({ kind }) => kind === "consultation-reminder");
  const toYouth = reminders.filter(({ recipientKey }) => recipientKey === world.personKey("raad.ungdom"));
  expect(reminders.filter(({ recipientKey }) => recipientKey === world.personKey("raad.aeldre"))).toEqual([]);
  const days = toYouth.map(({ dueAt }) => formatInstant(dueAt, "da")).toSorted();
  expect(days).toEqual(["23. juli 2021 kl. 08.00", "29. juli 2021 kl. 08.00", "9. juli 2021 kl. 08.00"]);
  const [reminder] = toYouth;
  const card = reminder && createCardRenderer("app")(reminder, world.deps.records, "da", world.now());
  expect(card?.answerable).toBe(true);

  world.at("2021-08-03 09:00");
  good(await gives("raad.ungdom", youth, words));
  const party = (key: Key) => partiesOf(world.deps, consultationKey).find((each) => each.key === key);
  const consultation = world.deps.records.consultations.byKey(consultationKey)?.value;
  const status = (key: Key) => {
    const found = party(key);
    return found && consultation && partyStatus(found, consultation, world.now());
  };
  expect([elder, disability, youth].map(status)).toEqual(["received", "receivedNoComments", "receivedLate"]);
  const late = { commandKey: world.press(), partyKey: youth, included: true };
  good(await includeLate(world.deps, world.as("sagsbehandler"), late));
  good(await comments(elder));
  expect(kindOf(await treats(consultationKey))).toBe("answer-not-commented");
  good(await comments(youth));
  const note = good(consultationReport(world.deps, world.as("sagsbehandler"), consultationKey, "Furesø"));
  expect(JSON.stringify(note)).toContain("Vi savner personlig hjælp.");

  world.at("2021-08-04 10:00");
  good(await treats(consultationKey));
  expect(heardOn(world, caseKey)).toBe("2021-08-04");
  world.at("2021-08-24 20:00");
  expect(kindOf(await decides(world, caseKey, 4, "2021-08-24"))).toBe("earlier-step-open");
  good(await decides(world, caseKey, 3, "2021-08-17"));
  const decided = good(await decides(world, caseKey, 4, "2021-08-24"));
  expect(caseStatus(decided)).toBe("decided");
  expect(versionsOf(world, programmeKey)).toEqual(["provisionally-approved 2021-06-15", "approved 2021-08-24"]);
  const page = good(casePage(world.deps, world.as("udvalgssekretaer"), caseKey));
  expect(page).toMatchObject({ programme: { key: programmeKey }, consultations: [{ key: consultationKey }] });
});
