import { partyKeyOf } from "#domain/consultations/set-parties.ts";
import { plusDays } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { answerConsultation } from "#use-cases/consultations/answer-consultation.ts";
import { commentAnswer } from "#use-cases/consultations/comment-answer.ts";
import { createConsultation } from "#use-cases/consultations/create-consultation.ts";
import { sendConsultation } from "#use-cases/consultations/send-consultation.ts";
import { setParties } from "#use-cases/consultations/set-parties.ts";
import { treatConsultation } from "#use-cases/consultations/treat-consultation.ts";
import { type DemoParty, demoConsultation, demoParties } from "./consultation-story.ts";
import { type DemoCalendar, plainDate } from "./demo-calendar.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { personKeyOf } from "./tell-organisation.ts";
import { programmeOf, tellProgrammeCase, tellProgrammeDecided } from "./tell-programme-case.ts";

/**
 * Whole weeks between the consultation's summer and the pool's autumn: so far it is moved in the current layer, so that
 * its deadline is two days after the last review day, and it is open on the day of the start.
 */
const WEEKS_TO_AUTUMN = 61;

/** The consultation of the current layer, told beside the pool's autumn: two councils answer, one is silent. */
export function consultationBeside(
  teller: DemoTeller,
  pool: DemoCalendar,
): { readonly begin: () => Promise<void>; readonly goOn: () => Promise<void> } {
  const moved = (trueDate: string): string => plusDays(plainDate(trueDate), WEEKS_TO_AUTUMN * 7);
  const calendar: DemoCalendar = {
    weeks: pool.weeks + WEEKS_TO_AUTUMN,
    date: (trueDate) => pool.date(moved(trueDate)),
    at: (trueLocal) => pool.at(`${moved(trueLocal.slice(0, 10))}${trueLocal.slice(10)}`),
  };
  const sent: Key[] = [];
  return {
    begin: async () => {
      const { consultationKey } = await tellConsultationSent(teller, calendar);
      await tellConsultationAnswer(teller, calendar, consultationKey, "ÆR");
      sent.push(consultationKey);
    },
    goOn: async () => {
      for (const consultationKey of sent) await tellConsultationAnswer(teller, calendar, consultationKey, "HR");
    },
  };
}

interface ToldConsultation {
  readonly caseKey: Key;
  readonly consultationKey: Key;
}

/** The consultation is written once its committee has decided, and sent to the three councils. */
async function tellConsultationSent(teller: DemoTeller, calendar: DemoCalendar): Promise<ToldConsultation> {
  const { deps, press } = teller;
  const officer = () => teller.as("sagsbehandler");
  teller.say("Høring af tre råd …");
  await teller.at(calendar.at(demoConsultation.sentAt));
  const decidedOn = calendar.date(demoConsultation.before.meetingOn);
  const theCase = await tellProgrammeCase(teller, calendar);
  const { title } = programmeOf(teller);
  const fields = {
    subject: `${title}, version 1 (foreløbigt godkendt)`,
    caseNumber: theCase.number ?? "",
    caseKey: theCase.key,
    message: demoConsultation.message,
    material: demoConsultation.material.map((each) => ({
      ...each,
      name: `Digitalisering med fokus - ${title}`,
      documentNumber: theCase.attachments[0]?.documentNumber ?? each.documentNumber,
    })),
    sendOn: undefined,
    deadlineOn: calendar.date(demoConsultation.deadlineOn),
    deadlineTime: "23:59",
    stepBefore: { body: demoConsultation.before.body, meetingOn: decidedOn, decidedOn },
    nextStep: {
      body: demoConsultation.next.body,
      meetingOn: calendar.date(demoConsultation.next.meetingOn),
      agendaOn: undefined,
    },
    closed: false,
  };
  const consultationKey = await told(
    "høring",
    createConsultation(deps, officer(), { commandKey: press("consultation"), fields }),
  );
  const parties = demoParties.map(({ user, code, name, duty, law }) => {
    return { code, name, duty, law, channel: "teams" as const, personKeys: [personKeyOf(user)], email: "" };
  });
  await told(
    "høringsparter",
    setParties(deps, officer(), { commandKey: press("consultation-parties"), consultationKey, parties }),
  );
  await told(
    "send høring",
    sendConsultation(deps, officer(), { commandKey: press("consultation-send"), consultationKey }),
  );
  return { caseKey: theCase.key, consultationKey };
}

/** One council's answer, at its time. */
async function tellConsultationAnswer(
  teller: DemoTeller,
  calendar: DemoCalendar,
  consultationKey: Key,
  code: DemoParty["code"],
): Promise<void> {
  const party = demoParties.find((each) => each.code === code);
  if (party?.answer === undefined) return;
  const { at, noComments, text, attachments } = party.answer;
  await teller.at(calendar.at(at));
  const partyKey = partyKeyOf(consultationKey, code);
  const command = { commandKey: teller.press("consultation-answer", code), partyKey, replaces: undefined };
  const answer = { noComments, text, attachments, notCpr: false };
  await told(`høringssvar ${code}`, answerConsultation(teller.deps, teller.as(party.user), { ...command, ...answer }));
}

/** The whole consultation of the history: sent, answered by two, commented, treated. */
export async function tellWholeConsultation(teller: DemoTeller, calendar: DemoCalendar): Promise<void> {
  const { deps, press } = teller;
  const { caseKey, consultationKey } = await tellConsultationSent(teller, calendar);
  for (const { code } of demoParties) await tellConsultationAnswer(teller, calendar, consultationKey, code);
  await teller.at(calendar.at(demoConsultation.commentedAt));
  for (const { code, answer } of demoParties) {
    if (answer === undefined) continue;
    const command = { commandKey: press("consultation-comment", code), partyKey: partyKeyOf(consultationKey, code) };
    const { comment, changes } = answer;
    const remark = { summary: "", comment, changes };
    await told(`bemærkning ${code}`, commentAnswer(deps, teller.as("sagsbehandler"), { ...command, ...remark }));
  }
  await teller.at(calendar.at(demoConsultation.treatedAt));
  const command = { commandKey: press("consultation-treat"), consultationKey };
  await told("behandl høring", treatConsultation(deps, teller.as("sagsbehandler"), command));
  await tellProgrammeDecided(teller, calendar, caseKey);
}
