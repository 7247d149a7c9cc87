import type { overview as danish } from "../da/overview.ts";

export const overview: typeof danish = {
  waiting: "Waiting for you",
  waitingEmpty: "Nothing is waiting for you.",
  waitingEmptyNext: "When you get a task, it is shown here, and you are told in Teams.",
  next: {
    opens: (round, pool, when) => `${round} of ${pool} opens ${when}.`,
    closes: (round, pool, when) =>
      `The next date in the pools is the deadline for applying to ${round} of ${pool}: ${when}.`,
    review: (round, pool, when) =>
      `The next date in the pools is the reviewers' deadline in ${round} of ${pool}: ${when}.`,
    decision: (round, pool, when) =>
      `The next date in the pools is the chair's deadline for deciding ${round} of ${pool}: ${when}.`,
  },
  nextNone: "There are no dates ahead in the pools. The next round is shown here when the secretariat has made it.",
  seeRound: (round) => `See ${round}`,
  deadline: (when) => `Due ${when}`,
  noDeadline: "No deadline",
  task: {
    "approve-application": {
      what: (subject) => `Approve the application “${subject}”`,
      why: "You are head of the centre",
      button: "Read and approve",
    },
    "finish-draft": {
      what: (subject) => `Finish the application “${subject}”`,
      why: "You have started it",
      button: "Continue",
    },
    "answer-questions": {
      what: (subject) => `Answer the questions about “${subject}”`,
      why: "Your manager has sent it back",
      button: "See the questions",
    },
    review: {
      what: (subject) => `Review the applications in ${subject}`,
      why: "You are a reviewer",
      button: "Review",
    },
    "reviews-missing": {
      what: (subject) => `Reviews are missing in ${subject}`,
      why: "The reviewers' deadline is near or over, and you are in the secretariat",
      button: "See who is missing",
    },
    recommend: {
      what: (subject) => `Recommend the applications in ${subject}`,
      why: "All reviews have been submitted",
      button: "See the ranking",
    },
    decide: {
      what: (subject) => `Decide on ${subject}`,
      why: "The pool secretariat has recommended",
      button: "See the recommendation",
    },
    "answer-award": {
      what: (subject) => `Answer the award to “${subject}”`,
      why: "You applied for the money",
      button: "Answer",
    },
    "award-unanswered": {
      what: (subject) => `Award not answered: “${subject}”`,
      why: "The deadline has passed, and you are in the pool secretariat",
      button: "See the award",
    },
    "answer-consultation": {
      what: (subject) => `Answer the consultation “${subject}”`,
      why: "You are asked for an answer",
      button: "Answer",
    },
    "comment-answers": {
      what: (subject) => `Comment on the answers: “${subject}”`,
      why: "You are the case officer",
      button: "See the answers",
    },
    "answers-deleted-soon": {
      what: (subject) => `See that the answers are in the records system before they are deleted here: “${subject}”`,
      why: "You are the case officer",
      button: "See the answers",
    },
    "update-item": {
      what: (subject) => `Update the item “${subject}”`,
      why: "Nobody has said for a long time how it is going, or a milestone is due",
      button: "Update",
    },
  },
  why: {
    "silent-head": "The head has not answered, and you are in the pool secretariat",
    "sent-back": "The recommendation was sent back",
    deputy: "You decide in place of the chair, who is recused",
  },
  untitled: "untitled",
  reviewed: (done, total) => `${done} of ${total} are reviewed`,
  mine: "My applications",
  savedAt: (when) => `Saved ${when}`,
  pools: "Pools",
  poolsEmpty: "There are no pools yet.",
  poolsEmptyNext: "The pool secretariat creates the pool when it is in the budget.",
  poolsEmptyMake:
    "Create one once it is on the budget. If you have an appropriation case as text, you can also read it in under Cases.",
  newPool: "New pool",
  whereIsMoney: "Where is the money?",
  spent: "Spent in finished projects",
  bound: "Bound in awards",
  setAside: "Set aside for rounds",
  rest: "Not in any round",
  appropriated: "Appropriated in total",
  notReleased: "The pool has not been released. The municipal council has to give an appropriation first.",
  rounds: "Rounds",
  roundsEmpty: (isReleased) =>
    isReleased
      ? "No round has been opened yet. The pool secretariat opens the first one."
      : "There are no rounds yet. The pool secretariat opens them once the pool is released.",
  apply: "Read and apply",
  opens: (when) => `Opens ${when}`,
  openUntil: (when) => `Open until ${when}`,
  closedOn: (when) => `The deadline was ${when}`,
  decisionOn: (when) => `Decision ${when}`,
  frame: "Frame",
  applications: (count) => (count === 1 ? "1 application" : `${count} applications`),
};
