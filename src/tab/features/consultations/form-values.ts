import * as z from "zod/mini";
import {
  type CaseChoice,
  type ConsultationFieldsRequest,
  type ConsultationPage,
  partyFieldsSchema,
} from "#contract/consultations.ts";
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
  /** The case in Fremdrift it is about, "" for none; left out in what was typed before it could be chosen. */
  caseKey: z.optional(text),
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
    caseKey: "",
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
    caseKey: page.caseKey ?? "",
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

/**
 * Reads the form; a field left empty is no day.
 *
 * @param storedCase the case it is about where nothing was chosen
 */
export function readForm(values: FormValues, storedCase: string | undefined): ReadForm {
  const wrong = new Set([...wrongParties(values.parties), ...wrongMaterial(values.material)]);
  const day = (name: DayField): string | undefined => {
    const read = readTypedDate(values[name]);
    if (!read.ok && read.refusal.kind !== "empty") wrong.add(name);
    return read.ok ? read.value : undefined;
  };
  const step = (body: "beforeBody" | "nextBody", on: "beforeOn" | "nextOn") => {
    const meetingOn = day(on);
    const code = values[body].trim();
    if (code !== "" && meetingOn === undefined) wrong.add(on);
    if (code === "" && meetingOn !== undefined) wrong.add(body);
    return code === "" || meetingOn === undefined ? undefined : { body: code, meetingOn };
  };
  const time = readClock(values.deadlineTime);
  if (time === undefined) wrong.add("deadlineTime");
  if (values.subject.trim() === "") wrong.add("subject");
  const [before, next] = [step("beforeBody", "beforeOn"), step("nextBody", "nextOn")];
  const days = { ...present("sendOn", day("sendOn")), ...present("deadlineOn", day("deadlineOn")) };
  const [decidedOn, agendaOn] = [day("beforeDecidedOn"), day("nextAgendaOn")];
  if (wrong.size > 0 || time === undefined) return { ok: false, wrong };
  const { subject, caseNumber, caseKey = storedCase, message, closed } = values;
  const fields: ConsultationFieldsRequest = {
    subject,
    caseNumber,
    ...present("caseKey", caseKey === "" ? undefined : caseKey),
    message,
    material: values.material.map((each) => ({ ...each, link: each.link.trim() })),
    ...days,
    deadlineTime: time,
    ...(before ? { stepBefore: { ...before, ...present("decidedOn", decidedOn) } } : {}),
    ...(next ? { nextStep: { ...next, ...present("agendaOn", agendaOn) } } : {}),
    closed,
  };
  return { ok: true, fields, parties: values.parties.map((party) => ({ ...party, email: party.email.trim() })) };
}

/**
 * What choosing a case fills in: its number, and what it says of the meetings, so that nothing is asked twice. What it does
 * not say stays as it is typed. A closed case makes the consultation closed.
 */
export function withCase(
  { subject }: Pick<FormValues, "subject">,
  { key, number, title, isClosed, before, next }: CaseChoice,
  isSent: boolean,
): Partial<FormValues> {
  const open = isSent
    ? {}
    : { ...(subject.trim() === "" ? { subject: title } : {}), ...(isClosed ? { closed: true } : {}) };
  return {
    ...open,
    caseKey: key,
    caseNumber: number,
    ...(before
      ? {
          beforeBody: before.body,
          beforeOn: dayText(before.meetingOn),
          beforeDecidedOn: dayText(before.decidedOn),
        }
      : {}),
    ...(next ? { nextBody: next.body, nextOn: dayText(next.meetingOn) } : {}),
  };
}

/** A field that is left out while it has no value. */
function present<Name extends string>(name: Name, value: string | undefined): { readonly [N in Name]?: string } {
  const found: { [N in Name]?: string } = {};
  if (value !== undefined) found[name] = value;
  return found;
}

function wrongParties(parties: readonly PartyValue[]): readonly string[] {
  return parties.flatMap((party, index) => {
    const isUnreachable = party.channel === "email" && !/^[^\s@]+@[^\s@]+$/.test(party.email.trim());
    return [
      ...(party.name.trim() === "" ? [`parties.${index}.name`] : []),
      ...(isAsked(party) && party.personKeys.length === 0 ? [`parties.${index}.personKeys`] : []),
      ...(isUnreachable ? [`parties.${index}.email`] : []),
    ];
  });
}

function wrongMaterial(material: FormValues["material"]): readonly string[] {
  return material.flatMap(({ name, link }, index) => {
    const isNoLink = link.trim() !== "" && !/^https:\/\/\S+$/.test(link.trim());
    return [...(name.trim() === "" ? [`material.${index}.name`] : []), ...(isNoLink ? [`material.${index}.link`] : [])];
  });
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
