import type { Outcome } from "#domain/grants/grant-pool.ts";
import type { TaskKind } from "#domain/grants/my-tasks.ts";
import { daTerms } from "#domain/grants/terms-da.ts";
import { daApproval } from "./da-approval.ts";
import { daConsultation } from "./da-consultation.ts";
import { daDaily } from "./da-daily.ts";
import { daDecision, daSentBack } from "./da-decision.ts";
import { daEditReasons } from "./da-edit-reasons.ts";
import { daNeed } from "./da-need.ts";
import { daPlan } from "./da-plan.ts";
import { daProblems } from "./da-problems.ts";
import { daReview } from "./da-review.ts";

/** What the sentence about a waiting task may name. */
export interface TaskWords {
  readonly number: string;
  readonly roundName: string;
  /** Reviews that are missing. */
  readonly missing: number;
}
type TaskTexts = Readonly<Record<TaskKind, (task: TaskWords) => string>>;

/** The Danish texts of the cards; the other catalogues have the same shape. */
export const da = {
  open: "Åbn i Fremdrift",
  saved: "Det, du har skrevet, er gemt.",
  number: "Nummer",
  title: "Titel",
  centre: "Center",
  requested: "Ansøgt beløb",
  applicant: "Ansøger",
  deadline: "Godkend senest",
  /** Stands for a person whose name is not known any more. */
  nobody: "–",
  outcome: daTerms.outcome,
  support: daTerms.support,
  problems: daProblems,
  approval: daApproval,
  need: daNeed,
  review: daReview,
  decision: daDecision,
  daily: daDaily,
  plan: daPlan,
  sentBack: daSentBack,
  consultation: daConsultation,
  award: {
    heading: {
      award: "I har fået tilsagn",
      "partial-award": "I har fået delvist tilsagn",
      rejection: "I har fået afslag",
    } satisfies Record<Outcome, string>,
    granted: "Bevilget beløb",
    decidedAt: "Afgjort",
    reason: "Begrundelse",
    answerBy: "Svar senest",
    conditions: "Vilkår",
    ask: {
      award: "Tager I imod tilsagnet?",
      "partial-award": "Tager I imod det delvise tilsagn, så projektet tilpasses beløbet?",
    },
    accept: "Tag imod",
    decline: "Sig nej tak",
    declineSure: (amount: string) => `Siger I nej tak, går ${amount} tilbage til puljen. Det kan ikke fortrydes her.`,
    declineConfirm: (amount: string) => `Sig nej tak til ${amount}`,
    accepted: (name: string, when: string) => `Tilsagnet er accepteret af ${name} ${when}.`,
    declined: (name: string, when: string) => `${name} har sagt nej tak ${when}. Pengene er tilbage i puljen.`,
    answered: "Tilsagnet er besvaret.",
    late: (deadline: string, name: string) =>
      `Fristen for at svare var ${deadline}. Skriv til ${name === "" ? "puljesekretariatet" : `${name} i puljesekretariatet`}.`,
    again: "I er velkomne til at søge igen i en senere runde.",
    see: "Se afgørelsen i Fremdrift.",
    summary: "Der er truffet afgørelse om en ansøgning",
  },
  returned: {
    heading: "Ansøgningen er returneret med spørgsmål",
    from: (name: string, when: string) => `Fra ${name} ${when}`,
    questions: "Spørgsmål",
    next: "Ret kladden, og send den igen. Alt, du har skrevet, er der endnu.",
    until: (deadline: string) => `Den kan sendes igen til og med ${deadline}.`,
    openDraft: "Åbn kladden",
    again: "Ansøgningen er sendt igen.",
    tooLate: (deadline: string) => `Den kunne sendes igen til og med ${deadline}.`,
    withdrawn: "Ansøgningen er trukket tilbage.",
    summary: "En ansøgning er returneret med spørgsmål",
  },
  approved: {
    heading: "Din leder har godkendt ansøgningen",
    headingSecretariat: "Puljesekretariatet har godkendt ansøgningen",
    from: (name: string, when: string) => `Af ${name} ${when}`,
    next: "Det sker nu",
    reviewed: (when: string) => `Bedømmerne læser den senest ${when}.`,
    decided: (when: string) => `Afgørelsen er planlagt til ${when}. Du får besked her i chatten.`,
    nothing: "Du skal ikke gøre mere nu.",
    returned: "Ansøgningen er siden sendt tilbage med spørgsmål.",
    withdrawn: "Ansøgningen er siden trukket tilbage.",
    summary: "Din ansøgning er godkendt og går videre til bedømmelse",
  },
  editPutBack: {
    heading: "Din rettelse er sat tilbage",
    ownRowHeading: "Din egen række bliver stående",
    /** `where` is the row's number and the headings of the columns, e.g. "FR22-03, Status". */
    text: (list: string, where: string, why: string) =>
      `Din rettelse i listen ${list} (${where}) er sat tilbage. ${why}`,
    keeps: (isOneField: boolean) => `${isOneField ? "Feltet" : "Felterne"} styres af Fremdrift.`,
    reasons: daEditReasons,
    ownRow: (list: string) =>
      `Du har tilføjet en række i listen ${list}. Den bliver stående, men Fremdrift bruger den ikke: listen viser kun Fremdrifts oplysninger, og de rettes i Fremdrift.`,
    open: "Ret det i Fremdrift",
    digestHeading: (count: number) => `${count} rettelser i SharePoint er sat tilbage`,
    digestText:
      "Du har rettet flere rækker i lister, som Fremdrift styrer. De er sat tilbage. Ret oplysningerne i Fremdrift.",
    digestSummary: "Rettelser i SharePoint er sat tilbage",
    ownRowsHeading: (count: number) => `${count} af dine egne rækker bliver stående`,
    ownRowsText:
      "Du har tilføjet flere rækker i lister, som Fremdrift styrer. De bliver stående, men Fremdrift bruger dem ikke: listerne viser kun Fremdrifts oplysninger, og de rettes i Fremdrift.",
    summary: "En rettelse i SharePoint er sat tilbage",
    ownRowSummary: "Din egen række i SharePoint bliver stående",
    ownRowsSummary: "Dine egne rækker i SharePoint bliver stående",
  },
  closed: {
    notAllowedHeading: "Det kan du ikke gøre her",
    notReviewer: "Du er ikke bedømmer på denne ansøgning",
    notYours: "Kortet er til en anden. Du kan se dine egne opgaver i Fremdrift.",
    recused: "Du er inhabil ved denne ansøgning og kan hverken se eller bedømme den.",
    unknownPerson: "Fremdrift kender dig ikke endnu. Bed en administrator om at oprette dig.",
    gone: "Opgaven findes ikke længere",
    goneHint: "Se, hvad der venter på dig, i Fremdrift.",
  },
  welcome: {
    heading: "Velkommen til Fremdrift",
    help: "Fremdrift i chatten",
    text: "Her får du besked, når noget venter på dig: godkend, bedøm og afgør direkte på kortene. Alt andet ligger i fanen Fremdrift.",
    inChannel:
      "Her i kanalen kan alle læse med. Derfor viser Fremdrift kun i din egen chat, hvad der venter på dig. Åbn chatten med Fremdrift, eller se det i fanen.",
    /** An answer in a chat stays there: it says when it was true. */
    waiting: (when: string) => `Venter på dig · ${when}`,
    nothing: (when: string) => `Der var ikke noget, der ventede på dig ${when}.`,
    seeNow: "Se, hvad der venter nu",
    more: (count: number) => (count === 1 ? "og 1 til" : `og ${count} til`),
    tasks: {
      "approve-application": ({ number }) => `Godkend ansøgning ${number}`,
      "finish-draft": ({ number }) => `Gør kladden ${number} færdig`,
      "answer-questions": ({ number }) => `Svar på spørgsmål til ${number}`,
      review: ({ missing, roundName }) =>
        missing === 1 ? `Afgiv den sidste bedømmelse i ${roundName}` : `Afgiv ${missing} bedømmelser i ${roundName}`,
      recommend: ({ roundName }) => `Indstil ${roundName} til afgørelse`,
      decide: ({ roundName }) => `Afgør indstillingen i ${roundName}`,
      "answer-award": ({ number }) => `Svar på tilsagnet til ${number}`,
      "award-unanswered": ({ number }) => `Tilsagn ikke besvaret: ${number}`,
      "reviews-missing": ({ missing, roundName }) =>
        missing === 1 ? `1 bedømmelse mangler i ${roundName}` : `${missing} bedømmelser mangler i ${roundName}`,
    } satisfies TaskTexts,
    commands: "Skriv **hjælp** for at se, hvad der venter på dig.",
    otherLanguage: "Write **English** to get the cards in English.",
    languageChosen:
      "Kort og beskeder kommer nu på dansk. Et kort, du har fået, skifter sprog, næste gang du bruger det.",
    summary: "Fremdrift er klar i chatten",
  },
  answer: {
    notRead: "Kortet kunne ikke læses. Åbn Fremdrift, og prøv dér.",
    wrongInput: "Et felt på kortet har en værdi, der ikke findes. Prøv igen.",
    busy: "SharePoint er optaget. Det, du har skrevet, står på kortet. Prøv igen om lidt.",
    busyFor: (seconds: number) =>
      `SharePoint er optaget. Det, du har skrevet, står på kortet. Prøv igen om ${seconds} sekunder.`,
    conflict: "Nogen var hurtigere. Prøv igen.",
    failed: "Det gik ikke. Det, du har skrevet, står på kortet. Prøv igen, eller åbn Fremdrift.",
    working: "Vi arbejder på det. Kortet bliver opdateret om lidt.",
  },
};

/** The shape every language fills. */
export type CardTexts = typeof da;
