import { byAndWhen, deadline, type ProblemText, when } from "./sentence.ts";

/** Refusals about forms and applications. */
export const applicationTexts = {
  "not-allowed": {
    status: 403,
    da: () => ["Det kan du ikke", "Du har ikke ret til at gøre dette."],
    en: () => ["You cannot do this", "You do not have the right to do this."],
  },
  "centre-not-eligible": {
    status: 403,
    da: (data) => [
      "Puljen er ikke for jer",
      `Puljen er øremærket: ${data["eligibility"] ?? "kommunens egne afdelinger"}. Centret skal findes i organisationen.`,
    ],
    en: (data) => [
      "The pool is not for you",
      `The pool is earmarked: ${data["eligibility"] ?? "the municipality's own departments"}. The centre must be part of the organisation.`,
    ],
  },
  "not-released": {
    status: 409,
    da: () => [
      "Puljen er ikke frigivet",
      "Puljen er ikke frigivet. Kommunalbestyrelsen skal godkende bevillingen først.",
    ],
    en: () => [
      "The pool is not released",
      "The pool is not released. The council must approve the appropriation first.",
    ],
  },
  "pool-closed": {
    status: 409,
    da: (data) => ["Puljen er lukket", `Puljen blev lukket den ${when(data, "at", "da")}.`],
    en: (data) => ["The pool is closed", `The pool was closed on ${when(data, "at", "en")}.`],
  },
  "round-not-open-yet": {
    status: 409,
    da: (data) => ["Runden er ikke åben endnu", `Runden åbner den ${when(data, "opensAt", "da")}.`],
    en: (data) => ["The round is not open yet", `The round opens on ${when(data, "opensAt", "en")}.`],
  },
  "round-closed": {
    status: 409,
    da: (data) => ["Fristen er overskredet", `Runden lukkede den ${deadline(data, "closedAt", "da")}.`],
    en: (data) => ["The deadline has passed", `The round closed on ${deadline(data, "closedAt", "en")}.`],
  },
  "deadline-passed": {
    status: 409,
    da: (data) => ["Fristen er overskredet", `Fristen var den ${deadline(data, "closedAt", "da")}. Kladden er gemt.`],
    en: (data) => [
      "The deadline has passed",
      `The deadline was ${deadline(data, "closedAt", "en")}. The draft is kept.`,
    ],
  },
  "draft-discarded": {
    status: 409,
    da: (data) => ["Kladden er kasseret", `Kladden blev kasseret den ${when(data, "at", "da")}.`],
    en: (data) => ["The draft is discarded", `The draft was discarded on ${when(data, "at", "en")}.`],
  },
  "already-submitted": {
    status: 409,
    da: (data) => ["Allerede sendt", `Ansøgningen ${data["number"] ?? ""} blev sendt${byAndWhen(data, "da")}.`],
    en: (data) => ["Already sent", `Application ${data["number"] ?? ""} was sent${byAndWhen(data, "en")}.`],
  },
  incomplete: {
    status: 422,
    da: () => ["Der mangler noget", "Det er ikke helt færdigt. Se de markerede felter; alt, du har skrevet, er gemt."],
    en: () => [
      "Something is missing",
      "It is not quite finished. See the marked fields; everything you have typed is kept.",
    ],
  },
  "already-approved": {
    status: 409,
    da: (data) => ["Allerede godkendt", `Ansøgningen er allerede godkendt${byAndWhen(data, "da")}.`],
    en: (data) => ["Already approved", `The application was already approved${byAndWhen(data, "en")}.`],
  },
  "already-returned": {
    status: 409,
    da: (data) => ["Allerede returneret", `Ansøgningen er allerede returneret med spørgsmål${byAndWhen(data, "da")}.`],
    en: (data) => ["Already returned", `The application was already returned with questions${byAndWhen(data, "en")}.`],
  },
  "already-withdrawn": {
    status: 409,
    da: (data) => ["Ansøgningen er trukket", `Ansøgningen er trukket tilbage${byAndWhen(data, "da")}.`],
    en: (data) => ["The application is withdrawn", `The application was withdrawn${byAndWhen(data, "en")}.`],
  },
  "already-recommended": {
    status: 409,
    da: (data) => ["Allerede indstillet", `Runden er allerede indstillet til beslutning${byAndWhen(data, "da")}.`],
    en: (data) => ["Already recommended", `The round was already put up for decision${byAndWhen(data, "en")}.`],
  },
  "approval-deadline-passed": {
    status: 409,
    da: (data) => [
      "Fristen for godkendelse er overskredet",
      `Lederen kunne godkende til og med ${deadline(data, "deadline", "da")}. Nu er valget puljesekretariatets.`,
    ],
    en: (data) => [
      "The approval deadline has passed",
      `The head could approve until ${deadline(data, "deadline", "en")}. The choice is now the pool secretariat's.`,
    ],
  },
  "head-may-still-answer": {
    status: 409,
    da: (data) => [
      "Lederen kan stadig svare",
      `Lederen kan godkende til og med ${deadline(data, "deadline", "da")}. Derefter kan sekretariatet vælge.`,
    ],
    en: (data) => [
      "The head may still answer",
      `The head may approve until ${deadline(data, "deadline", "en")}. After that the secretariat may choose.`,
    ],
  },
  "under-review": {
    status: 409,
    da: () => ["Ansøgningen er under vurdering", "Runden er lukket, og ansøgningen kan ikke længere returneres."],
    en: () => [
      "The application is under review",
      "The round has closed and the application can no longer be returned.",
    ],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
