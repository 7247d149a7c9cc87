import type { ConsultationRequest, ConsultationTask } from "#cards/consultation-card.ts";
import type { ConsultationNews } from "#cards/consultation-officer-card.ts";
import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { answerCounts, hasClosed, heard, isLate, silentParties } from "#domain/consultations/consultation-status.ts";
import { type Instant, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { partiesOf } from "#use-cases/consultations/consultation-now.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { nameOf } from "./names.ts";

/** A consultation as a party's card shows it; undefined when either is gone. */
export function consultationRequestOf(
  records: Records,
  partyKey: Key,
  now: Instant,
  { reminder = false, attempt }: Partial<Pick<ConsultationRequest, "reminder" | "attempt">> = {},
): ConsultationRequest | undefined {
  const party = records.consultationParties.byKey(partyKey)?.value;
  const consultation = party && records.consultations.byKey(party.consultationKey)?.value;
  if (party === undefined || consultation === undefined) return undefined;
  const officerName = nameOf(records, consultation.caseOfficerKey);
  return { consultation, party, officerName, task: taskOf(records, consultation, party, now), reminder, attempt };
}

function taskOf(
  records: Records,
  consultation: Consultation,
  party: ConsultationParty,
  now: Instant,
): ConsultationTask {
  const { answer } = party;
  if (answer) {
    return { kind: "answered", answer, byName: nameOf(records, answer.by), isLate: isLate(party, consultation) };
  }
  if (consultation.treated) return { kind: "treated", at: consultation.treated.at };
  return { kind: "open", isLate: hasClosed(consultation, now) };
}

/**
 * What a case officer's card tells of a consultation; undefined when it is gone.
 *
 * @param day the day whose answers the card is about; "" on the card about the deadline
 */
export function consultationNewsOf(
  records: Records,
  consultationKey: Key,
  kind: ConsultationNews["kind"],
  day: string,
  now: Instant,
): ConsultationNews | undefined {
  const consultation = records.consultations.byKey(consultationKey)?.value;
  if (consultation === undefined) return undefined;
  const parties = partiesOf({ records }, consultationKey);
  const today = heard(parties).filter(({ answer }) => {
    const at = answer && (answer.registeredAt ?? answer.receivedAt);
    return at !== undefined && kind === "answer" && plainDateOf(at) === day;
  });
  return {
    consultation,
    kind,
    counts: answerCounts(consultation, parties),
    today: today.map(({ name }) => name),
    silent: silentParties(parties).map(({ name }) => name),
    isClosed: hasClosed(consultation, now),
  };
}
