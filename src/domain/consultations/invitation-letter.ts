import type { Language } from "#domain/shared/language.ts";
import type { Consultation, ConsultationMaterial } from "./consultation.ts";
import { deadlineText } from "./deadline.ts";

/** A letter to copy into a mail. */
export interface InvitationLetter {
  readonly subject: string;
  readonly text: string;
}

/** Who writes and who is written to. */
export interface LetterParties {
  /** "Ældrerådet" */
  readonly party: string;
  readonly officer: { readonly name: string; readonly title: string };
}

/** What the form, the card and the letter say before an answer is written (R-08); of a closed item it stays closed (R-06). */
export function publicNote({ closed }: Pick<Consultation, "closed">, language: Language): string {
  const words = {
    da: closed
      ? "Sagen er lukket, og I har tavshedspligt. Skriv ikke CPR-numre eller følsomme oplysninger i svaret."
      : "Svaret er offentligt. Skriv ikke CPR-numre eller følsomme oplysninger i det.",
    en: closed
      ? "The case is closed and you have a duty of confidentiality. Write no CPR numbers or sensitive information in the answer."
      : "The answer is public. Write no CPR numbers or sensitive information in it.",
  };
  return words[language];
}

/** The invitation to answer, for a party that Teams does not reach: plain text, the deadline worded as everywhere else. */
export function invitationLetter(
  consultation: Consultation,
  { party, officer }: LetterParties,
  language: Language,
): InvitationLetter {
  const { subject, message, material, caseNumber } = consultation;
  const words = texts[language];
  const deadline = deadlineText(consultation, language);
  const paragraphs = [
    words.dear(party),
    words.asked(subject, caseNumber),
    message,
    material.length === 0 ? "" : [words.material, ...material.map((each) => documentLine(each))].join("\n"),
    deadline === "" ? "" : words.deadline(deadline),
    words.noComments,
    publicNote(consultation, language),
    [words.regards, officer.name, officer.title].filter((line) => line !== "").join("\n"),
  ];
  return {
    subject: words.subject(subject),
    text: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"),
  };
}

function documentLine({ name, link, documentNumber }: ConsultationMaterial): string {
  const number = documentNumber === "" ? "" : ` (${documentNumber})`;
  return `- ${name}${number}${link === "" ? "" : `: ${link}`}`;
}

interface LetterTexts {
  readonly subject: (subject: string) => string;
  readonly dear: (party: string) => string;
  readonly asked: (subject: string, caseNumber: string) => string;
  readonly material: string;
  readonly deadline: (deadline: string) => string;
  readonly noComments: string;
  readonly regards: string;
}

const texts: Readonly<Record<Language, LetterTexts>> = {
  da: {
    subject: (subject) => `Høring: ${subject}`,
    dear: (party) => `Kære ${party}`,
    asked: (subject, caseNumber) =>
      `Vi sender hermed "${subject}"${caseNumber === "" ? "" : ` (sag ${caseNumber})`} i høring hos jer.`,
    material: "Materiale:",
    deadline: (deadline) => `Svarfrist: ${deadline}. Svar på denne mail.`,
    noComments: "Har I ingen bemærkninger, så skriv det gerne. Så ved vi, at I har set sagen.",
    regards: "Venlig hilsen",
  },
  en: {
    subject: (subject) => `Consultation: ${subject}`,
    dear: (party) => `Dear ${party}`,
    asked: (subject, caseNumber) =>
      `We hereby ask for your views on "${subject}"${caseNumber === "" ? "" : ` (case ${caseNumber})`}.`,
    material: "Documents:",
    deadline: (deadline) => `Deadline: ${deadline}. Please answer this mail.`,
    noComments: "If you have no comments, please say so. Then we know that you have seen the case.",
    regards: "Kind regards",
  },
};
