import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { at, day } from "./clock.ts";
import { aKey } from "./keys.ts";
import { people } from "./organisation.ts";

/** A consultation sent on 16-06-2021 with the deadline 30-07-2021 23.59, read by ØK on 17-08-2021. */
export function aConsultation(overrides: Partial<Consultation> = {}): Consultation {
  return {
    key: aKey("consultation"),
    subject: "Digitaliseringsprogram 2021-2025",
    caseNumber: "21/6103",
    caseKey: undefined,
    message: "",
    material: [],
    sendOn: undefined,
    deadlineOn: day("2021-07-30"),
    deadlineTime: "23:59",
    stepBefore: undefined,
    nextStep: { body: "ØK", meetingOn: day("2021-08-17"), agendaOn: undefined },
    closed: false,
    caseOfficerKey: people.secretary.key,
    createdAt: at("2021-06-14T08:00:00.000Z"),
    sent: { at: at("2021-06-16T07:30:00.000Z"), by: people.secretary.key, startsAt: at("2021-06-16T07:30:00.000Z") },
    treated: undefined,
    deleteOn: undefined,
    log: emptyLog,
    ...overrides,
  };
}

/** A council that has not answered. */
export function aParty(overrides: Partial<ConsultationParty> = {}): ConsultationParty {
  return {
    key: aKey("consultation party"),
    consultationKey: aKey("consultation"),
    code: "ÆR",
    name: "Ældrerådet",
    duty: "statutory",
    law: "RSL § 30",
    channel: "teams",
    personKeys: [people.applicant.key],
    email: "",
    answer: undefined,
    earlierAnswers: [],
    comment: undefined,
    lateIncluded: false,
    removedAt: undefined,
    log: emptyLog,
    ...overrides,
  };
}
