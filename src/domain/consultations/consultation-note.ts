import { type Instant, plainDateOf } from "#domain/shared/dates.ts";
import { documentFileName } from "#domain/shared/document-file-name.ts";
import { formatDate, formatInstant } from "#domain/shared/format-dates.ts";
import type { Consultation } from "./consultation.ts";
import type { ConsultationParty } from "./consultation-party.ts";
import { answerCounts, hasClosed, heard, isLate, lacksComment, partyStatus } from "./consultation-status.ts";
import { consultationTerms } from "./consultation-terms.ts";
import { deadlineText } from "./deadline.ts";

/** The consultation report (høringsnotat) as it is read, in Danish whatever the reader's language (001-13). */
export interface ConsultationNote {
  /** More answers or comments may still come. */
  readonly isDraft: boolean;
  readonly municipality: string;
  readonly title: string;
  readonly subject: string;
  /** Name and value: case number, deadline, counts … */
  readonly facts: readonly (readonly [string, string])[];
  /** What stands above the table; where nobody has answered it says so (001-12). */
  readonly paragraphs: readonly string[];
  readonly head: readonly string[];
  /** One row for each party, its cells in the order of the head; a line break begins a new line. */
  readonly rows: readonly (readonly string[])[];
  readonly fileName: string;
}

/** What a report is written from. */
export interface NoteParts {
  readonly municipality: string;
  readonly consultation: Consultation;
  readonly parties: readonly ConsultationParty[];
  /** "Anna Berg, jurist" */
  readonly caseOfficer: string;
  readonly now: Instant;
}

const terms = consultationTerms.da;
const nothing = "–";
/** A summary is a few lines; who wrote none gets the beginning of the answer. */
const longestExcerpt = 600;

/**
 * The report for the step that reads the answers: every party, its status and date, the answer in short, the
 * administration's comment and whether the proposal is changed. Goes with the case as an attachment.
 */
export function consultationNote(parts: NoteParts): ConsultationNote {
  const { consultation, municipality, now } = parts;
  const parties = heard(parts.parties);
  return {
    isDraft: isDraft(consultation, parties, now),
    municipality,
    title: "Høringsnotat",
    subject: consultation.subject,
    facts: facts(parts, parties),
    paragraphs: [opening(consultation, parties, now)],
    head: [
      "Høringspart",
      "Status",
      "Modtaget",
      "Høringssvar i resumé",
      "Administrationens kommentar",
      "Ændres forslaget?",
    ],
    rows: parties.map((party) => row(party, consultation, now)),
    fileName: documentFileName(
      ["Høringsnotat", consultation.caseNumber, consultation.subject].filter(Boolean).join(" "),
    ),
  };
}

function isDraft(consultation: Consultation, parties: readonly ConsultationParty[], now: Instant): boolean {
  if (consultation.treated) return false;
  const mayCome = !hasClosed(consultation, now) && parties.some(({ answer }) => answer === undefined);
  return mayCome || parties.some((party) => lacksComment(party, consultation));
}

function facts(
  { consultation, caseOfficer }: NoteParts,
  parties: readonly ConsultationParty[],
): ConsultationNote["facts"] {
  const { caseNumber, nextStep, sent } = consultation;
  const all: readonly (readonly [string, string])[] = [
    ["Sagsnummer", caseNumber],
    ["Emne", consultation.subject],
    ["Sendt", sent ? formatDate(plainDateOf(sent.startsAt), "da") : ""],
    ["Svarfrist", deadlineText(consultation, "da")],
    ["Svar", counted(consultation, parties)],
    ["Svarene læses af", nextStep ? `${nextStep.body} den ${formatDate(nextStep.meetingOn, "da")}` : ""],
    ["Sagsbehandler", caseOfficer],
  ];
  return all.filter(([, value]) => value !== "");
}

/** "2 af 3 har svaret, heraf 1 uden bemærkninger og 1 efter fristen". */
function counted(consultation: Consultation, parties: readonly ConsultationParty[]): string {
  const { answered, total, noComments, late } = answerCounts(consultation, parties);
  const among = [
    noComments > 0 ? `${noComments} uden bemærkninger` : "",
    late > 0 ? `${late} efter fristen` : "",
  ].filter((each) => each !== "");
  const more = among.length === 0 ? "" : `, heraf ${among.join(" og ")}`;
  return `${answered} af ${total} har svaret${more}`;
}

function opening(consultation: Consultation, parties: readonly ConsultationParty[], now: Instant): string {
  const { answered, silent } = answerCounts(consultation, parties);
  const isOver = hasClosed(consultation, now);
  if (answered === 0) {
    return isOver
      ? "Der er ikke kommet nogen høringssvar inden fristen."
      : "Der er ikke kommet nogen høringssvar endnu.";
  }
  const changes = parties.filter(({ comment }) => comment?.changes === true).map(({ name }) => name);
  const changed =
    changes.length === 0
      ? "Administrationen foreslår ingen ændringer på baggrund af svarene."
      : `Administrationen foreslår ændringer på baggrund af svar fra ${listed(changes)}.`;
  const missing = silent === 0 ? "" : isOver ? " Parter uden svar er vist som ”Intet svar”." : "";
  return isDraft(consultation, parties, now)
    ? `Høringssvarene står nedenfor, som de er modtaget og kommenteret indtil nu.${missing}`
    : `Høringssvarene står nedenfor med administrationens kommentarer. ${changed}${missing}`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} og ${last}`;
}

function row(party: ConsultationParty, consultation: Consultation, now: Instant): readonly string[] {
  const { answer, comment, name } = party;
  const missing = lacksComment(party, consultation) ? "Ikke kommenteret endnu" : nothing;
  return [
    `${name}\n${dutyOf(party)}`,
    statusOf(party, consultation, now),
    answer ? formatInstant(answer.receivedAt, "da") : nothing,
    summaryOf(party),
    comment?.comment ?? missing,
    comment ? changesOf(comment) : nothing,
  ];
}

function dutyOf({ duty, law }: ConsultationParty): string {
  if (duty === "voluntary") return "Frivillig";
  return law === "" ? "Lovpligtig" : `Lovpligtig (${law})`;
}

function statusOf(party: ConsultationParty, consultation: Consultation, now: Instant): string {
  const status = terms.partyStatus[partyStatus(party, consultation, now)];
  return isLate(party, consultation) && !party.lateIncluded ? `${status}, ikke taget med` : status;
}

/** The answer in short; who wrote no summary gets the beginning of the answer. */
function summaryOf({ answer, comment }: ConsultationParty): string {
  if (answer === undefined) return nothing;
  if (answer.noComments) return terms.partyStatus.receivedNoComments;
  const summary = comment?.summary ?? "";
  return summary === "" ? excerpt(answer.text) : summary;
}

function changesOf({ changes }: NonNullable<ConsultationParty["comment"]>): string {
  return changes ? "Ja" : "Nej";
}

function excerpt(text: string): string {
  if (text.length <= longestExcerpt) return text;
  const cut = text.slice(0, longestExcerpt);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > 0 ? end : longestExcerpt).trimEnd()} … (uddrag)`;
}
