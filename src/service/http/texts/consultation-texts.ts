import { deadlineRefusalSentence } from "#domain/consultations/deadline-sentences.ts";
import { type PlainDate, parsePlainDate } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { byAndWhen, deadline, type ProblemData, type ProblemText, text, when } from "./sentence.ts";

/** What is kept and what to do, after a sentence that says only what is wrong (U12). */
const tryAgain = {
  da: "Ret den, og prøv igen. Det, du har skrevet, er her stadig.",
  en: "Correct it and try again. What you wrote is still here.",
} as const;

/** Refusals about consultations. */
export const consultationTexts = {
  "consultation-incomplete": {
    status: 422,
    da: () => ["Høringen mangler noget", "Se de markerede felter. Det, du har skrevet, er her stadig."],
    en: () => ["Something is missing", "See the marked fields. What you wrote is still here."],
  },
  "consultation-already-sent": {
    status: 409,
    da: (data) => [
      "Høringen er sendt",
      `Høringen blev sendt den ${when(data, "at", "da")}. Emne og tekst står fast; der kan tilføjes bilag, og fristen kan forlænges.`,
    ],
    en: (data) => [
      "The consultation is sent",
      `The consultation was sent on ${when(data, "at", "en")}. Subject and text stand; documents can be added and the deadline moved to a later day.`,
    ],
  },
  "consultation-sent-before": {
    status: 409,
    da: (data) => ["Allerede sendt", `Høringen er allerede sendt${byAndWhen(data, "da")}.`],
    en: (data) => ["Already sent", `The consultation was already sent${byAndWhen(data, "en")}.`],
  },
  "consultation-not-sent": {
    status: 409,
    da: () => ["Høringen er ikke sendt", "Høringen er en kladde og kan ikke afsluttes, før den er sendt."],
    en: () => ["The consultation is not sent", "The consultation is a draft and cannot be closed before it is sent."],
  },
  "consultation-closed": {
    status: 409,
    da: () => ["Svarfristen er udløbet", "Der kan ikke føjes høringsparter til, efter at svarfristen er udløbet."],
    en: () => ["The deadline has passed", "No parties can be added after the deadline has passed."],
  },
  "consultation-treated": {
    status: 409,
    da: (data) => [
      "Høringen er behandlet",
      `Høringen er behandlet${byAndWhen(data, "da")} og kan ikke ændres. Det, du har skrevet, er ikke gemt; kopiér det, og kontakt sagsbehandleren.`,
    ],
    en: (data) => [
      "The consultation is treated",
      `The consultation was treated${byAndWhen(data, "en")} and cannot be changed. What you wrote is not stored; copy it and contact the case officer.`,
    ],
  },
  "no-parties": {
    status: 422,
    da: () => ["Ingen høringsparter", "Vælg mindst én høringspart, og prøv igen. Det, du har skrevet, er her stadig."],
    en: () => ["No parties", "Choose at least one party and try again. What you wrote is still here."],
  },
  "party-stays": {
    status: 409,
    da: (data) => ["Parten er hørt", `${text(data, "party")} er hørt eller har svaret og kan ikke tages ud igen.`],
    en: (data) => ["The party is asked", `${text(data, "party")} was asked or has answered and cannot be taken out.`],
  },
  "step-before-undecided": {
    status: 409,
    da: (data) => [
      "Høringen kan ikke sendes endnu",
      `Høringen sendes efter mødet i ${text(data, "body")}${on(data, "da")}. Beslutningen er ikke registreret.`,
    ],
    en: (data) => [
      "The consultation cannot be sent yet",
      `The consultation is sent after the meeting of ${text(data, "body")}${on(data, "en")}. Its decision is not recorded.`,
    ],
  },
  "deadline-before-sending": {
    status: 422,
    da: (data) => ["Fristen er for tidlig", `${beforeSending(data, "da")} ${tryAgain.da}`],
    en: (data) => ["The deadline is too early", `${beforeSending(data, "en")} ${tryAgain.en}`],
  },
  "deadline-in-the-past": {
    status: 422,
    da: () => [
      "Fristen er udløbet",
      `${deadlineRefusalSentence({ kind: "deadline-in-the-past" }, "da")} ${tryAgain.da}`,
    ],
    en: () => [
      "The deadline has passed",
      `${deadlineRefusalSentence({ kind: "deadline-in-the-past" }, "en")} ${tryAgain.en}`,
    ],
  },
  "deadline-after-meeting": {
    status: 422,
    da: (data) => ["Fristen er for sen", `${afterMeeting(data, "da")} ${tryAgain.da}`],
    en: (data) => ["The deadline is too late", `${afterMeeting(data, "en")} ${tryAgain.en}`],
  },
  "deadline-only-later": {
    status: 409,
    da: (data) => [
      "Fristen kan kun forlænges",
      `Parterne har fået at vide, at fristen er den ${deadline(data, "closedAt", "da")}. Den kan kun gøres senere.`,
    ],
    en: (data) => [
      "The deadline can only be moved to later",
      `The parties were told that the deadline is ${deadline(data, "closedAt", "en")}. It can only be made later.`,
    ],
  },
  "consultation-not-open-yet": {
    status: 409,
    da: () => ["Høringen er ikke begyndt", "Der kan svares, når høringen er sendt."],
    en: () => ["The consultation has not begun", "It can be answered once it is sent."],
  },
  "party-answered-before": {
    status: 409,
    da: (data) => [
      "Der er allerede svaret",
      `${text(data, "party")} har svaret${byAndWhen(data, "da")}, og det svar gælder. Det, du har skrevet, står her stadig, men er ikke sendt.`,
    ],
    en: (data) => [
      "Already answered",
      `${text(data, "party")} was answered for${byAndWhen(data, "en")}, and that answer stands. What you wrote is still here but was not sent.`,
    ],
  },
  "answer-and-no-comments": {
    status: 422,
    da: () => [
      "Svar eller ingen bemærkninger?",
      "Du har skrevet et svar. Send det, eller slet teksten, og prøv igen. Det, du har skrevet, er her stadig.",
    ],
    en: () => [
      "Answer or no comments?",
      "You have written an answer. Send it, or delete the text and try again. What you wrote is still here.",
    ],
  },
  "answer-incomplete": {
    status: 422,
    da: () => ["Svaret er ikke sendt", "Se de markerede felter. Det, du har skrevet, er her stadig."],
    en: () => ["The answer was not sent", "See the marked fields. What you wrote is still here."],
  },
  "received-before-sending": {
    status: 422,
    da: (data) => [
      "Tidspunktet er for tidligt",
      `Høringen blev først sendt den ${when(data, "startsAt", "da")}. Ret tidspunktet, og prøv igen. Det, du har skrevet, er her stadig.`,
    ],
    en: (data) => [
      "The time is too early",
      `The consultation was not sent before ${when(data, "startsAt", "en")}. Correct the time and try again. What you wrote is still here.`,
    ],
  },
  "received-in-future": {
    status: 422,
    da: () => [
      "Tidspunktet ligger i fremtiden",
      "Skriv, hvornår svaret kom, og prøv igen. Det kan ikke være senere end nu. Det, du har skrevet, er her stadig.",
    ],
    en: () => [
      "The time is in the future",
      "Write when the answer came and try again. It cannot be later than now. What you wrote is still here.",
    ],
  },
  "no-answer-yet": {
    status: 409,
    da: (data) => ["Intet svar endnu", `${text(data, "party")} har ikke svaret, så der er intet at kommentere.`],
    en: (data) => ["No answer yet", `${text(data, "party")} has not answered, so there is nothing to comment on.`],
  },
  "comment-incomplete": {
    status: 422,
    da: () => ["Bemærkningen er ikke gemt", "Se de markerede felter. Det, du har skrevet, er her stadig."],
    en: () => ["The remark is not stored", "See the marked fields. What you wrote is still here."],
  },
  "answer-not-late": {
    status: 409,
    da: () => ["Svaret kom til tiden", "Kun et svar, der er kommet efter fristen, kan tages med eller udelades."],
    en: () => ["The answer came in time", "Only an answer that came after the deadline can be taken in or left out."],
  },
  "agenda-issued": {
    status: 409,
    da: (data) => [
      "Dagsordenen er udsendt",
      `Dagsordenen blev udsendt den ${day(data, "agendaOn")}. Svaret kan ikke længere tages med eller udelades.`,
    ],
    en: (data) => [
      "The agenda is issued",
      `The agenda went out on ${day(data, "agendaOn")}. The answer can no longer be taken in or left out.`,
    ],
  },
  "answers-may-still-come": {
    status: 409,
    da: (data) => [
      "Fristen er ikke udløbet",
      `Svarfristen er den ${deadline(data, "closedAt", "da")}, og ${text(data, "parties")} har ikke svaret endnu.`,
    ],
    en: (data) => [
      "The deadline has not passed",
      `The deadline is ${deadline(data, "closedAt", "en")}, and ${text(data, "parties")} has not answered yet.`,
    ],
  },
  "answer-not-commented": {
    status: 409,
    da: (data) => ["Svar mangler en bemærkning", `Høringssvar fra ${text(data, "parties")} er ikke kommenteret.`],
    en: (data) => [
      "An answer lacks a remark",
      `The answer from ${text(data, "parties")} has no remark from the administration.`,
    ],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

function dayIn(data: ProblemData, name: string): PlainDate | undefined {
  const parsed = parsePlainDate(text(data, name));
  return parsed.ok ? parsed.value : undefined;
}

function day(data: ProblemData, name: string): string {
  const date = dayIn(data, name);
  return date === undefined ? "" : formatShortDate(date);
}

function on(data: ProblemData, language: "da" | "en"): string {
  const date = day(data, "meetingOn");
  if (date === "") return "";
  return language === "da" ? ` den ${date}` : ` on ${date}`;
}

function beforeSending(data: ProblemData, language: "da" | "en"): string {
  const sendOn = dayIn(data, "sendOn");
  return sendOn === undefined ? "" : deadlineRefusalSentence({ kind: "deadline-before-sending", sendOn }, language);
}

function afterMeeting(data: ProblemData, language: "da" | "en"): string {
  const meetingOn = dayIn(data, "meetingOn");
  if (meetingOn === undefined) return "";
  return deadlineRefusalSentence({ kind: "deadline-after-meeting", body: text(data, "body"), meetingOn }, language);
}
