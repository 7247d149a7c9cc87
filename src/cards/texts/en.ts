import { enTerms } from "#domain/grants/terms-en.ts";
import type { CardTexts } from "./da.ts";
import { enApproval } from "./en-approval.ts";
import { enConsultation } from "./en-consultation.ts";
import { enDaily } from "./en-daily.ts";
import { enDecision, enSentBack } from "./en-decision.ts";
import { enEditReasons } from "./en-edit-reasons.ts";
import { enNeed } from "./en-need.ts";
import { enPlan } from "./en-plan.ts";
import { enProblems } from "./en-problems.ts";
import { enReview } from "./en-review.ts";

/** The English texts of the cards. */
export const en: CardTexts = {
  open: "Open in Fremdrift",
  saved: "What you have written is saved.",
  number: "Number",
  title: "Title",
  centre: "Centre",
  requested: "Amount applied for",
  applicant: "Applicant",
  deadline: "Approve by",
  nobody: "–",
  outcome: enTerms.outcome,
  support: enTerms.support,
  problems: enProblems,
  approval: enApproval,
  need: enNeed,
  review: enReview,
  decision: enDecision,
  daily: enDaily,
  plan: enPlan,
  sentBack: enSentBack,
  consultation: enConsultation,
  award: {
    heading: {
      award: "You have been awarded a grant",
      "partial-award": "You have been awarded part of the grant",
      rejection: "Your application was rejected",
    },
    granted: "Amount granted",
    decidedAt: "Decided",
    reason: "Reason",
    answerBy: "Answer by",
    conditions: "Conditions",
    ask: {
      award: "Do you accept the award?",
      "partial-award": "Do you accept the partial award and fit the project to the amount?",
    },
    accept: "Accept",
    decline: "Decline",
    declineSure: (amount) => `If you decline, ${amount} goes back to the pool. It cannot be undone here.`,
    declineConfirm: (amount) => `Decline ${amount}`,
    accepted: (name, when) => `The award was accepted by ${name} ${when}.`,
    declined: (name, when) => `${name} declined ${when}. The money is back in the pool.`,
    answered: "The award has been answered.",
    late: (deadline, name) =>
      `The deadline for answering was ${deadline}. Write to ${name === "" ? "the pool secretariat" : `${name} in the pool secretariat`}.`,
    again: "You are welcome to apply again in a later round.",
    see: "See the decision in Fremdrift.",
    summary: "An application has been decided",
  },
  returned: {
    heading: "The application was returned with questions",
    from: (name, when) => `From ${name} ${when}`,
    questions: "Questions",
    next: "Change the draft and send it again. Everything you wrote is still there.",
    until: (deadline) => `It can be sent again up to and including ${deadline}.`,
    openDraft: "Open the draft",
    again: "The application has been sent again.",
    tooLate: (deadline) => `It could be sent again up to and including ${deadline}.`,
    withdrawn: "The application has been withdrawn.",
    summary: "An application was returned with questions",
  },
  approved: {
    heading: "Your head has approved the application",
    headingSecretariat: "The pool secretariat has approved the application",
    from: (name, when) => `By ${name} ${when}`,
    next: "What happens now",
    reviewed: (when) => `The reviewers read it by ${when}.`,
    decided: (when) => `The decision is planned for ${when}. You will be told here in the chat.`,
    nothing: "There is nothing more for you to do now.",
    returned: "The application has since been sent back with questions.",
    withdrawn: "The application has since been withdrawn.",
    summary: "Your application is approved and goes on to review",
  },
  editPutBack: {
    heading: "Your change was put back",
    ownRowHeading: "Your own row stays",
    text: (list, where, why) => `Your change in the list ${list} (${where}) was put back. ${why}`,
    keeps: (isOneField) => `Fremdrift keeps ${isOneField ? "this field" : "these fields"}.`,
    reasons: enEditReasons,
    ownRow: (list) =>
      `You added a row to the list ${list}. It stays, but Fremdrift does not use it: the list shows what Fremdrift knows, and that is changed in Fremdrift.`,
    open: "Change it in Fremdrift",
    digestHeading: (count) => `${count} changes in SharePoint were put back`,
    digestText:
      "You changed several rows in lists that Fremdrift keeps. They were put back. Change the facts in Fremdrift.",
    digestSummary: "Changes in SharePoint were put back",
    ownRowsHeading: (count) => `${count} of your own rows stay`,
    ownRowsText:
      "You added several rows to lists that Fremdrift keeps. They stay, but Fremdrift does not use them: the lists show what Fremdrift knows, and that is changed in Fremdrift.",
    summary: "A change in SharePoint was put back",
    ownRowSummary: "Your own row in SharePoint stays",
    ownRowsSummary: "Your own rows in SharePoint stay",
  },
  closed: {
    notAllowedHeading: "You cannot do that here",
    notReviewer: "You are not a reviewer of this application",
    notYours: "The card is for somebody else. Your own tasks are in Fremdrift.",
    recused: "You are recused from this application and can neither see nor review it.",
    unknownPerson: "Fremdrift does not know you yet. Ask an administrator to add you.",
    gone: "The task does not exist any more",
    goneHint: "See what is waiting for you in Fremdrift.",
  },
  welcome: {
    heading: "Welcome to Fremdrift",
    help: "Fremdrift in the chat",
    text: "You are told here when something waits for you: approve, review and decide right on the cards. Everything else is in the tab Fremdrift.",
    inChannel:
      "Everybody can read along here in the channel. That is why Fremdrift shows what waits for you in your own chat only. Open the chat with Fremdrift, or see it in the tab.",
    waiting: (when) => `Waiting for you · ${when}`,
    nothing: (when) => `Nothing was waiting for you ${when}.`,
    seeNow: "See what is waiting now",
    more: (count) => `and ${count} more`,
    tasks: {
      "approve-application": ({ number }) => `Approve application ${number}`,
      "finish-draft": ({ number }) => `Finish the draft ${number}`,
      "answer-questions": ({ number }) => `Answer questions about ${number}`,
      review: ({ missing, roundName }) =>
        missing === 1 ? `Submit the last review in ${roundName}` : `Submit ${missing} reviews in ${roundName}`,
      recommend: ({ roundName }) => `Put ${roundName} up for decision`,
      decide: ({ roundName }) => `Decide the recommendation in ${roundName}`,
      "answer-award": ({ number }) => `Answer the award to ${number}`,
      "award-unanswered": ({ number }) => `Award to ${number} not answered`,
      "reviews-missing": ({ missing, roundName }) =>
        missing === 1 ? `1 review is missing in ${roundName}` : `${missing} reviews are missing in ${roundName}`,
    },
    commands: "Write **help** to see what is waiting for you.",
    otherLanguage: "Skriv **dansk** for at få kortene på dansk.",
    languageChosen: "Cards and notices now come in English. A card you already have changes the next time you use it.",
    summary: "Fremdrift is ready in the chat",
  },
  answer: {
    notRead: "The card could not be read. Open Fremdrift and try there.",
    wrongInput: "A field of the card holds a value that does not exist. Try again.",
    busy: "SharePoint is busy. What you wrote is on the card. Try again in a moment.",
    busyFor: (seconds) => `SharePoint is busy. What you wrote is on the card. Try again in ${seconds} seconds.`,
    conflict: "Somebody was faster. Try again.",
    failed: "It did not work. What you wrote is on the card. Try again, or open Fremdrift.",
    working: "We are working on it. The card will be updated in a moment.",
  },
};
