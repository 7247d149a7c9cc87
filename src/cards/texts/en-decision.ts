import type { CardTexts } from "./da.ts";

/** The card of the chair, and of the deputy for her packet. */
export const enDecision: CardTexts["decision"] = {
  heading: (round) => `Recommendation for decision · ${round}`,
  packet: { chair: "The chair's part", deputy: "The deputy chair's part: the chair is recused here" },
  recommended: (name, when) => `Recommended by ${name} ${when}`,
  frame: "Frame",
  total: "Total on this card",
  rest: "Left of the frame",
  line: (rank, number, title) => `No. ${rank} · ${number} · ${title}`,
  points: (points) => `${points} points`,
  more: (count) => `and ${count} more applications in Fremdrift`,
  elsewhere: {
    chair: (count) =>
      count === 1 ? "1 application is decided by the chair" : `${count} applications are decided by the chair`,
    deputy: (count) =>
      count === 1
        ? "1 application is decided by the deputy chair"
        : `${count} applications are decided by the deputy chair`,
  },
  decide: "Decide",
  sure: (awards, rejections, total) =>
    `${awards === 1 ? "1 application gets" : `${awards} applications get`} an award, ${total} in all, and ${rejections} are rejected. The applicants are told.`,
  confirm: (total) => `Grant ${total}`,
  confirmNone: "Confirm the rejections",
  decidedHeading: (round) => `Decided · ${round}`,
  decided: (name, when) => `Decided by ${name} ${when}.`,
  alreadyDecided: (name, when) => `Already decided by ${name} ${when}.`,
  undo: (until) => `Undo (until ${until})`,
  undone: "The decision was taken back. Nobody has been told.",
  lettersGone: "The letters have been sent, so the decision cannot be taken back.",
  poolClosedUndo: "The pool is closed. The decision stands.",
  withdrawnHeading: "The recommendation was taken back",
  withdrawn: "There is nothing to decide right now. You get a new card when the list is put up again.",
  replaced: "The list has changed since you saw it. Here is the new one.",
  overFrame: (amount) => `The decision exceeds the frame by ${amount}. Nothing is decided.`,
  overAppropriation: (amount) => `The decision exceeds the appropriation by ${amount}. Nothing is decided.`,
  poolClosed: "The pool is closed. Nothing is decided.",
  left: (numbers) =>
    `${numbers} has been withdrawn or returned. Nothing is decided; the pool secretariat must take the recommendation back and put it up again.`,
  recused: (numbers) =>
    `You have become recused for ${numbers}. Nothing is decided; the pool secretariat must take the recommendation back and put it up again.`,
  summary: "A recommendation awaits your decision",
};
