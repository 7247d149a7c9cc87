import { consultationTerms } from "#domain/consultations/consultation-terms.ts";
import type { daConsultation } from "./da-consultation.ts";

/** The cards of a consultation: to the councils, and to its case officer. */
export const enConsultation: typeof daConsultation = {
  heading: "You are asked for an answer to a consultation",
  reminderHeading: "Reminder: we have not had your answer",
  lateHeading: "The deadline has passed",
  closedItem: "Closed case",
  party: "Party",
  deadline: "Deadline",
  caseNumber: "Case number",
  officer: "Case officer",
  material: "Documents",
  answer: "Your answer",
  answerHint: "Write the answer here, or answer in Fremdrift with documents",
  send: "Send answer",
  noComments: "No comments",
  late: (deadline) =>
    `The deadline was ${deadline}. You can still answer; the answer is marked as received after the deadline, and the case officer decides whether it can be taken in.`,
  both: "You have written an answer. Send it, or delete the text before you press No comments.",
  numberRemoved:
    "We removed something that looks like a CPR number. The answer was not sent. Correct it and send again – or answer in Fremdrift if it is no CPR number.",
  answeredHeading: "The answer is received",
  answered: (party, name, when) => `${party} has answered. ${name} sent the answer ${when}.`,
  registered: (party, name, when) => `The answer from ${party} was received ${when} and registered by ${name}.`,
  answeredNoComments: "The answer is: no comments.",
  answeredLate: "It was received after the deadline.",
  treatedHeading: "The consultation is treated",
  treated: (when) => `The consultation was treated ${when} and takes no more answers.`,
  notSent: "What you had written was not sent:",
  summary: "You are asked for an answer to a consultation",
  reminderSummary: "Reminder of an answer to a consultation",
  officerHeading: "An answer was received",
  officerClosedHeading: "The deadline of a consultation has passed",
  today: (parties) => `New answer from ${parties}.`,
  counts: (answered, total) => `${answered} of ${total} have answered.`,
  waiting: (parties) => `Awaiting: ${parties}.`,
  silent: (parties) => `No answer: ${parties}.`,
  more: (count) => `and ${count} more`,
  uncommented: (count) =>
    count === 1 ? "1 answer lacks the administration's remark." : `${count} answers lack the administration's remark.`,
  open: "Open the consultation",
  officerSummary: "An answer to a consultation has come",
  officerClosedSummary: "The deadline of a consultation has passed",
  status: consultationTerms.en.partyStatus,
};
