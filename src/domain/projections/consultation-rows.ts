import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { answerCounts, consultationStatus, silentParties } from "#domain/consultations/consultation-status.ts";
import { consultationTerms } from "#domain/consultations/consultation-terms.ts";
import { closesAt, deadlineText } from "#domain/consultations/deadline.ts";
import { findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { OpenConsultationRow } from "./open-rows.ts";

/** The records of consultations as projections and notices read them. */
export interface ConsultationRecords {
  readonly consultations: readonly Consultation[];
  readonly consultationParties: readonly ConsultationParty[];
}

/** Whether managers may read of it: sent, and no closed item. Never what anybody answered. */
export function isOpenConsultation({ sent, closed }: Consultation, now: Instant): boolean {
  return !closed && sent !== undefined && now >= sent.startsAt;
}

/** A consultation with its counts as managers read it in SharePoint. */
export function consultationRow(
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  organisation: Organisation,
  link: string,
  now: Instant,
): { readonly [K in keyof OpenConsultationRow]: OpenConsultationRow[K] } {
  const counts = answerCounts(consultation, parties);
  const { nextStep, sent } = consultation;
  return {
    Title: consultation.subject,
    Sagsnummer: consultation.caseNumber,
    Status: consultationTerms.da.status[consultationStatus(consultation, now)],
    Sendt: sent?.startsAt ?? "",
    Frist: closesAt(consultation) ?? "",
    Svarfrist: deadlineText(consultation, "da"),
    Parter: counts.total,
    Svar: counts.answered,
    EfterFrist: counts.late,
    Mangler: silentParties(parties)
      .map(({ name }) => name)
      .join(", "),
    Moede: nextStep?.body ?? "",
    Moededato: nextStep?.meetingOn,
    Sagsbehandler: findPerson(organisation, consultation.caseOfficerKey)?.name ?? "",
    Link: link,
  };
}
