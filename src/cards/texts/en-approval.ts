import type { CardTexts } from "./da.ts";

/** The head's card. */
export const enApproval: CardTexts["approval"] = {
  heading: "An application awaits your approval",
  approve: "Approve",
  return: "Return with questions",
  answer: "The applicant's answer to your questions",
  question: "Your questions",
  numberRemoved: "We have removed a number that looks like a CPR number. Correct the question and send it again.",
  budget: "Expected costs",
  moreLines: (count) => (count === 1 ? "and 1 more line" : `and ${count} more lines`),
  questions: "Questions to the applicant",
  questionsHint: "What is missing or unclear?",
  questionsMissing: "Write what the applicant should answer.",
  send: "Send questions",
  approvedHeading: "The application is approved",
  returnedHeading: "The application is returned",
  closedHeading: "The application can no longer be approved here",
  approved: (name, when) => `Approved by ${name} ${when}.`,
  approvedBySecretariat: (name, when) => `The pool secretariat (${name}) chose ${when}.`,
  approvedOwn: (name, when) => `${name} heads the centre and sent it ${when}.`,
  returned: (name, when) => `Returned with questions by ${name} ${when}.`,
  withdrawn: (when) => `Withdrawn ${when}.`,
  expired: (deadline) => `The deadline was ${deadline}. Now the pool secretariat chooses.`,
  recommended: "The round has been put up for decision.",
  digestHeading: (count: number) => `${count} applications were sent to you for approval`,
  digestText:
    "They came at the same time and are therefore gathered on one card. See in Fremdrift which are still waiting.",
  digestSummary: "Several applications were sent to you for approval",
  summary: "An application awaits your approval",
};
