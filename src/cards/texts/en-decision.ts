import type { CardTexts } from "./da.ts";

/** The card of the chair, and of the deputy for her packet. */
export const enDecision: CardTexts["decision"] = {
  heading: (round) => `Recommendation for decision · ${round}`,
  packet: { chair: "The chair's part", deputy: "The deputy chair's part: the chair is recused here" },
  recommended: (name, when) => `Recommended by ${name} ${when}`,
  frame: "Frame",
  total: "Total on this card",
  rest: "Left of the frame",
  line: (number, title) => `${number} · ${title}`,
  points: (points) => `${points} points`,
  more: (count) => `and ${count} more ${count === 1 ? "application" : "applications"} in Fremdrift`,
  elsewhere: {
    chair: "The chair's part",
    deputy: "The deputy chair's part",
  },
  counted,
  elsewhereDecided: (count, when) => `${counted(count)}, decided ${when}`,
  decide: "Decide",
  sure: (awards, rejections, total) =>
    `${outcomes(awards, rejections, total)} You can undo for at least 30 seconds. Then the applicants are told.`,
  confirm: (total) => `Decide: ${total} awarded`,
  confirmNone: "Decide: rejections only",
  decidedHeading: (round) => `Decided · ${round}`,
  decided: (name, when) => `Decided by ${name} ${when}.`,
  alreadyDecided: (name, when) => `Already decided by ${name} ${when}.`,
  undo: (until) => `Undo (until ${until})`,
  undone: "The decision was taken back. Nobody has been told.",
  lettersGone: "The time to take the decision back has run out, and the letters are on their way.",
  poolClosedUndo: "The pool is closed. The decision stands.",
  withdrawnHeading: "The recommendation was taken back",
  withdrawn: "There is nothing to decide right now. You get a new card when the list is put up again.",
  sendBack: "Send back",
  sendBackReason: "Why is the recommendation sent back?",
  sendBackHint: "Write what the pool secretariat must look at again",
  sendBackMissing: "Write a reason.",
  sendBackSure:
    "The whole list goes back to the pool secretariat, which gets your reason and has to recommend it again. Anyone recused for one of the applications cannot read the reason.",
  sendBackConfirm: "Send the recommendation back",
  numberRemoved: "A CPR number was removed from the reason. Read it through and send it again.",
  partDecided: "A part of the list is decided. Undo that decision before the list can be sent back.",
  sentBackHeading: "The recommendation was sent back",
  sentBack: (name, when) => `Sent back to the pool secretariat by ${name} ${when}.`,
  replaced: "The list has changed since you saw it. Here is the new one.",
  overFrame: (amount) => `The decision exceeds the frame by ${amount}. Nothing is decided.`,
  overAppropriation: (amount) => `The decision exceeds the appropriation by ${amount}. Nothing is decided.`,
  poolClosed: "The pool is closed. Nothing is decided.",
  left: (numbers) =>
    `Withdrawn or returned: ${numbers}. Nothing is decided; the pool secretariat must take the recommendation back and put it up again.`,
  recused: (numbers) =>
    `You have become recused for ${numbers}. Nothing is decided; the pool secretariat must take the recommendation back and put it up again.`,
  summary: "A recommendation awaits your decision",
};

/** The secretariat's card when a decider has sent the list back. */
export const enSentBack: CardTexts["sentBack"] = {
  heading: (round) => `The recommendation was sent back · ${round}`,
  from: (name, when) => `By ${name} ${when}`,
  reason: "Reason",
  hidden: "The reason may name an application you are recused for, and is therefore not shown here.",
  next: "Reviewing is open again. Correct the list and recommend it anew.",
  again: "A new list has been recommended since.",
  open: "See the ranking",
  summary: "A recommendation was sent back",
};

/** "4 are awarded DKK 270,000 in all, and 2 are rejected." – without what there is none of. */
function outcomes(awards: number, rejections: number, total: string): string {
  const amount = awards === 1 ? total : `${total} in all`;
  if (awards > 0 && rejections > 0)
    return `${awards} ${are(awards)} awarded ${amount}, and ${rejections} ${are(rejections)} rejected.`;
  return awards > 0
    ? `${counted(awards)} ${are(awards)} awarded ${amount}.`
    : `${counted(rejections)} ${are(rejections)} rejected.`;
}

function counted(count: number): string {
  return count === 1 ? "1 application" : `${count} applications`;
}

function are(count: number): string {
  return count === 1 ? "is" : "are";
}
