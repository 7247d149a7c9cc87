import type * as z from "zod/mini";
import type { consultationFieldsSchema, partyFieldsSchema } from "#contract/consultations.ts";
import type { ConsultationFields } from "#domain/consultations/consultation.ts";
import type { PartyFields } from "#domain/consultations/consultation-party.ts";
import { type PlainDate, parsePlainDate } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type BodyRefusal, keyIn } from "./read-body.ts";

/** The typed fields as the rules know them; a day that is in no calendar is a malformed body. */
export function consultationFields(
  typed: z.output<typeof consultationFieldsSchema>,
): Result<ConsultationFields, BodyRefusal> {
  const wrong: string[] = [];
  const day = (text: string | undefined, where: string): PlainDate | undefined => {
    const read = text === undefined ? undefined : parsePlainDate(text);
    if (read?.ok === false) wrong.push(where);
    return read?.ok === true ? read.value : undefined;
  };
  const sendOn = day(typed.sendOn, "fields.sendOn");
  const deadlineOn = day(typed.deadlineOn, "fields.deadlineOn");
  const beforeOn = day(typed.stepBefore?.meetingOn, "fields.stepBefore.meetingOn");
  const decidedOn = day(typed.stepBefore?.decidedOn, "fields.stepBefore.decidedOn");
  const nextOn = day(typed.nextStep?.meetingOn, "fields.nextStep.meetingOn");
  const agendaOn = day(typed.nextStep?.agendaOn, "fields.nextStep.agendaOn");
  const [where] = wrong;
  if (where !== undefined) return refuse({ kind: "malformed-body", where });
  const { subject, caseNumber, message, material, deadlineTime, closed } = typed;
  return ok({
    subject,
    caseNumber,
    caseKey: typed.caseKey === undefined ? undefined : keyIn(typed.caseKey),
    message,
    material,
    sendOn,
    deadlineOn,
    deadlineTime,
    stepBefore:
      typed.stepBefore && beforeOn ? { body: typed.stepBefore.body, meetingOn: beforeOn, decidedOn } : undefined,
    nextStep: typed.nextStep && nextOn ? { body: typed.nextStep.body, meetingOn: nextOn, agendaOn } : undefined,
    closed,
  });
}

/** The parties as the rules know them. */
export function partyFields(typed: readonly z.output<typeof partyFieldsSchema>[]): readonly PartyFields[] {
  return typed.map((party) => ({ ...party, personKeys: party.personKeys.map((key) => keyIn(key)) }));
}

/** A day from a body. */
export function dayIn(text: string, where: string): Result<PlainDate, BodyRefusal> {
  const day = parsePlainDate(text);
  return day.ok ? day : refuse({ kind: "malformed-body", where });
}
