import * as z from "zod/mini";
import { type ConsultationFieldsRequest, type ConsultationPage, partyFieldsSchema } from "#contract/consultations.ts";
import { parsePlainDate } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { clockText, readClock } from "./typed-clock.ts";

/** A party as it stands in the form. */
export type PartyValue = z.infer<typeof partyFieldsSchema>;

const text = z.string();

/** The form as it is typed: dates and times as text. Parsed when it is found again. */
export const formValuesSchema = z.object({
  subject: text,
  caseNumber: text,
  message: text,
  closed: z.boolean(),
  material: z.array(z.object({ name: text, link: text, documentNumber: text })),
  sendOn: text,
  deadlineOn: text,
  deadlineTime: text,
  beforeBody: text,
  beforeOn: text,
  beforeDecidedOn: text,
  nextBody: text,
  nextOn: text,
  nextAgendaOn: text,
  parties: z.array(partyFieldsSchema),
});
export type FormValues = z.infer<typeof formValuesSchema>;

/** Names of fields that hold a day. */
export type DayField = "sendOn" | "deadlineOn" | "beforeOn" | "beforeDecidedOn" | "nextOn" | "nextAgendaOn";

/** What can be sent, or where something is missing or wrong. */
export type ReadForm =
  | { readonly ok: true; readonly fields: ConsultationFieldsRequest; readonly parties: readonly PartyValue[] }
  | { readonly ok: false; readonly wrong: ReadonlySet<string> };

/** An empty form. */
export function emptyForm(language: "da" | "en"): FormValues {
  return {
    subject: "",
    caseNumber: "",
    message: "",
    closed: false,
    material: [],
    sendOn: "",
    deadlineOn: "",
    deadlineTime: clockText("23:59", language),
    beforeBody: "",
    beforeOn: "",
    beforeDecidedOn: "",
    nextBody: "",
    nextOn: "",
    nextAgendaOn: "",
    parties: [],
  };
}

/** The form of a consultation as it is stored. */
export function formOf(page: ConsultationPage, language: "da" | "en"): FormValues {
  const { consultation, message, material, sendOn, deadlineOn, deadlineTime, stepBefore, nextStep, parties } = page;
  return {
    subject: consultation.subject,
    caseNumber: consultation.caseNumber,
    message,
    closed: consultation.closedItem,
    material,
    sendOn: dayText(sendOn),
    deadlineOn: dayText(deadlineOn),
    deadlineTime: clockText(deadlineTime, language),
    beforeBody: stepBefore?.body ?? "",
    beforeOn: dayText(stepBefore?.meetingOn),
    beforeDecidedOn: dayText(stepBefore?.decidedOn),
    nextBody: nextStep?.body ?? "",
    nextOn: dayText(nextStep?.meetingOn),
    nextAgendaOn: dayText(nextStep?.agendaOn),
    parties: parties.map(({ code, name, duty, law, channel, persons, email = "" }) => ({
      code,
      name,
      duty,
      law,
      channel,
      personKeys: persons.map(({ key }) => key),
      email,
    })),
  };
}

/** Reads the form; a field left empty is no day. */
export function readForm(values: FormValues, caseKey: string | undefined): ReadForm {
  const wrong = new Set<string>();
  const day = (name: DayField): string | undefined => {
    const read = readTypedDate(values[name]);
    if (!read.ok && read.refusal.kind !== "empty") wrong.add(name);
    return read.ok ? read.value : undefined;
  };
  const time = readClock(values.deadlineTime);
  if (time === undefined) wrong.add("deadlineTime");
  if (values.subject.trim() === "") wrong.add("subject");
  const step = (body: "beforeBody" | "nextBody", on: "beforeOn" | "nextOn") => {
    const meetingOn = day(on);
    const code = values[body].trim();
    if (code !== "" && meetingOn === undefined) wrong.add(on);
    if (code === "" && meetingOn !== undefined) wrong.add(body);
    return code === "" || meetingOn === undefined ? undefined : { body: code, meetingOn };
  };
  const [before, next] = [step("beforeBody", "beforeOn"), step("nextBody", "nextOn")];
  const [sendOn, deadlineOn] = [day("sendOn"), day("deadlineOn")];
  const [decidedOn, agendaOn] = [day("beforeDecidedOn"), day("nextAgendaOn")];
  for (const [index, party] of values.parties.entries()) {
    if (party.name.trim() === "") wrong.add(`parties.${index}.name`);
    if (isAsked(party) && party.personKeys.length === 0) wrong.add(`parties.${index}.personKeys`);
    if (party.channel === "email" && !/^[^\s@]+@[^\s@]+$/.test(party.email.trim())) wrong.add(`parties.${index}.email`);
  }
  for (const [index, { name, link }] of values.material.entries()) {
    if (name.trim() === "") wrong.add(`material.${index}.name`);
    if (link.trim() !== "" && !/^https:\/\/\S+$/.test(link.trim())) wrong.add(`material.${index}.link`);
  }
  if (wrong.size > 0 || time === undefined) return { ok: false, wrong };
  const fields: ConsultationFieldsRequest = {
    subject: values.subject,
    caseNumber: values.caseNumber,
    ...(caseKey === undefined ? {} : { caseKey }),
    message: values.message,
    material: values.material.map((each) => ({ ...each, link: each.link.trim() })),
    ...(sendOn === undefined ? {} : { sendOn }),
    ...(deadlineOn === undefined ? {} : { deadlineOn }),
    deadlineTime: time,
    ...(before ? { stepBefore: { ...before, ...(decidedOn === undefined ? {} : { decidedOn }) } } : {}),
    ...(next ? { nextStep: { ...next, ...(agendaOn === undefined ? {} : { agendaOn }) } } : {}),
    closed: values.closed,
  };
  return { ok: true, fields, parties: values.parties.map((party) => ({ ...party, email: party.email.trim() })) };
}

/** Whether somebody in Teams answers for the party. */
export function isAsked({ channel }: Pick<PartyValue, "channel">): boolean {
  return channel === "teams" || channel === "guest";
}

/** A new party with a code that nobody else has. */
export function freeParty(taken: readonly PartyValue[]): PartyValue {
  const codes = new Set(taken.map(({ code }) => code));
  let number = taken.length + 1;
  while (codes.has(`P${number}`)) number += 1;
  return { code: `P${number}`, name: "", duty: "voluntary", law: "", channel: "email", personKeys: [], email: "" };
}

function dayText(date: string | undefined): string {
  const read = date === undefined ? undefined : parsePlainDate(date);
  return read?.ok === true ? formatShortDate(read.value) : "";
}
