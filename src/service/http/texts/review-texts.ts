import { byAndWhen, deadline, type ProblemText } from "./sentence.ts";

/** Refusals about reviews. */
export const reviewTexts = {
  "not-reviewer": {
    status: 403,
    da: () => ["Du er ikke bedømmer", "Du er ikke bedømmer på denne ansøgning."],
    en: () => ["You are not a reviewer", "You are not a reviewer of this application."],
  },
  recused: {
    status: 403,
    da: () => ["Du er inhabil", "Du er inhabil i forhold til denne ansøgning og kan ikke vurdere den."],
    en: () => ["You are recused", "You have a conflict of interest on this application and cannot review it."],
  },
  "not-submitted": {
    status: 409,
    da: () => ["Ansøgningen er ikke med", "Ansøgningen er ikke indsendt, er returneret eller trukket tilbage."],
    en: () => ["The application does not take part", "The application is not submitted, was returned or withdrawn."],
  },
  "review-not-open-yet": {
    status: 409,
    da: (data) => [
      "Vurderingen er ikke begyndt",
      `Ansøgningerne vurderes, når runden er lukket den ${deadline(data, "opensAt", "da")}.`,
    ],
    en: (data) => [
      "Reviewing has not begun",
      `Applications are reviewed once the round has closed on ${deadline(data, "opensAt", "en")}.`,
    ],
  },
  "already-given": {
    status: 409,
    da: (data) => ["Allerede afgivet", `Vurderingen er allerede afgivet${byAndWhen(data, "da")}.`],
    en: (data) => ["Already given", `The review was already given${byAndWhen(data, "en")}.`],
  },
  "already-recused": {
    status: 409,
    da: (data) => ["Inhabilitet er allerede meldt", `Inhabiliteten er allerede registreret${byAndWhen(data, "da")}.`],
    en: (data) => ["Already recused", `The recusal was already recorded${byAndWhen(data, "en")}.`],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
