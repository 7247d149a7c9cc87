import type { Language } from "#domain/shared/language.ts";
import type { ConsultationStatus } from "./consultation.ts";
import type { AnswerRoad, PartyStatus } from "./consultation-party.ts";

interface ConsultationTerms {
  readonly status: Readonly<Record<ConsultationStatus, string>>;
  readonly partyStatus: Readonly<Record<PartyStatus, string>>;
  readonly road: Readonly<Record<AnswerRoad, string>>;
}

/** What codes are called, the same in lists, on cards, in letters and in the tab (B8). */
export const consultationTerms: Readonly<Record<Language, ConsultationTerms>> = {
  da: {
    status: { draft: "Kladde", upcoming: "Kommende", open: "I gang", closed: "Afsluttet", treated: "Behandlet" },
    partyStatus: {
      awaiting: "Afventer",
      received: "Modtaget",
      receivedNoComments: "Ingen bemærkninger",
      receivedLate: "Modtaget efter frist",
      noResponse: "Intet svar",
    },
    road: { self: "I Fremdrift", email: "E-mail", letter: "Brev", meeting: "På møde", phone: "Telefon" },
  },
  en: {
    status: { draft: "Draft", upcoming: "Upcoming", open: "Open", closed: "Closed", treated: "Completed" },
    partyStatus: {
      awaiting: "Awaiting",
      received: "Received",
      receivedNoComments: "No comments",
      receivedLate: "Received after the deadline",
      noResponse: "No answer",
    },
    road: { self: "In Fremdrift", email: "E-mail", letter: "Letter", meeting: "At a meeting", phone: "Telephone" },
  },
};
