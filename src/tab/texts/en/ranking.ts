import type { Texts } from "../da.ts";

export const ranking: Texts["ranking"] = {
  heading: (round) => `Ranking · ${round}`,
  money: "The round's money",
  frame: "Frame",
  supported: "Proposed",
  rest: "Left",
  kept: (count) =>
    `${counted(count)} you are recused for ${are(count)} not counted. That is why what is left is not shown.`,
  list: "Applications in order",
  empty: "There are no applications to rank yet.",
  emptyNext: "They come here when the managers have approved them.",
  missingReviews: (count) =>
    count === 1
      ? "1 review is missing. The round can be recommended when all are given."
      : `${count} reviews are missing. The round can be recommended when all are given.`,
  complete: "All reviews have been given.",
  rank: "Rank",
  application: "Application",
  score: "Points",
  spread: (low, high) => `from ${low} to ${high}`,
  reviews: "Reviews",
  reviewsOf: (given, expected) => `${given} of ${expected}`,
  missing: (names) => `Missing: ${names}`,
  recused: {
    "own-centre": (names) => `${listed(names)} ${names.length === 1 ? "is" : "are"} recused (own centre).`,
    declared: (names) => `${listed(names)} ${names.length === 1 ? "has" : "have"} stepped aside.`,
  },
  stepsIn: (name, recused) => `${name} reviews as substitute${recused < 2 ? "" : " for one of them"}.`,
  substituteOut: (name, isToo) => `The substitute, ${name}, is recused${isToo ? " too" : ""}.`,
  fewer: (given, all) => `Hence ${given} reviews and not ${all}.`,
  requested: "Requested",
  granted: "Awarded",
  cut: {
    fits: (requested, rest) =>
      rest === undefined ? `The frame covers ${requested}.` : `The frame covers ${requested}, and ${rest} is left.`,
    "partial-offered": (requested, granted) =>
      `${granted} is left of the frame and is offered out of the ${requested} the project asks for.`,
    "does-not-fit": (requested, rest) =>
      rest === undefined
        ? `The project asks for ${requested}, more than the frame covers.`
        : `${rest} is left of the frame, and the project asks for ${requested}.`,
    used: (requested) => `The frame is used up, and the project asks for ${requested}.`,
    "below-the-line": "The frame follows the order, so the project does not pass those with more points.",
  },
  disagreement: (count, name, low, high) =>
    count === 1
      ? `The reviewers disagree on one criterion: ${name} (from ${low} to ${high}).`
      : `The reviewers disagree on ${count} criteria, most on ${name} (from ${low} to ${high}).`,
  outcome: "Outcome",
  line: (frame, rest) => `The frame of ${frame} goes to here. ${rest} are left.`,
  lineOnly: (frame) => `The frame of ${frame} goes to here.`,
  lineFull: (frame) => `The frame of ${frame} is used up to here.`,
  byDeputy: "Decided by the deputy chair",
  reason: "Reason",
  reasonFor: (number) => `Reason for ${number}`,
  reasonDraft: "Draft from the reviewers' remarks – edit it before it is sent.",
  reasonHint: "Stands in the letter to the applicant.",
  reasonSaving: "Saving …",
  reasonSaved: "Saved.",
  reasonNotSaved: "Not saved yet. We try again.",
  reasonCpr: "The field is not saved: something in it looks like a CPR number. Remove it and the field is saved.",
  showReason: "Show reason",
  hideReason: "Hide reason",
  editReason: "Edit reason",
  reasonOf: (words, number) => `${words} for ${number}`,
  reasonMissing: "There is no reason",
  offerPartial: (amount, number) => `Offer the rest of ${amount} to ${number} as a partial award`,
  recommend: "Recommend",
  recommendTitle: "Do you want to recommend the list?",
  recommendText: (awards, rejections, total) => `${outcomes(awards, rejections, total)} Reviewing is closed.`,
  recommendDrafts: (count) =>
    count === 1
      ? "1 reason is still a draft from the reviewers' remarks. It is sent as it stands."
      : `${count} reasons are still drafts from the reviewers' remarks. They are sent as they stand.`,
  recommendUnread: (count) =>
    count === 1
      ? "1 reason has a draft from the reviewers' remarks that you have not read. It is sent without the remarks. Open the reason or the letter first if they are to go along."
      : `${count} reasons have drafts from the reviewers' remarks that you have not read. They are sent without the remarks. Open the reasons or the letters first if they are to go along.`,
  recommended: "The list has been recommended.",
  recommendedBy: (name, when) => `Recommended by ${name} ${when}`,
  withdraw: "Take the recommendation back",
  withdrawTitle: "Do you want to take the recommendation back?",
  withdrawText:
    "Chair and deputy chair can no longer decide it, and their cards say so. The list must be recommended again.",
  withdrawn: "The recommendation was taken back.",
  sendBack: "Send back",
  sendBackTitle: "Do you want to send the recommendation back?",
  sendBackText:
    "The whole list goes back to the pool secretariat, which gets your reason and has to recommend it again. Anyone recused for one of the applications cannot read the reason.",
  sendBackReason: "Reason to the pool secretariat",
  sendBackMissing: "Write why the recommendation is sent back.",
  sendBackConfirm: "Send the recommendation back",
  sentBackDone: "The recommendation was sent back to the pool secretariat.",
  sentBack: (name, when) => `The recommendation was sent back by ${name} ${when}`,
  sentBackHidden: "The reason may name an application you are recused for, and is therefore not shown.",
  decision: "Decision",
  packet: { chair: "The chair's part", deputy: "The deputy chair's part" },
  packetCount: counted,
  packetTotal: (total) => `${total} in total`,
  packetOpen: (name) => `Awaits ${name}`,
  packetDecided: (name, when) => `Decided by ${name} on ${when}`,
  deputyDecides: (count) => `${counted(count)} ${are(count)} decided by the deputy chair`,
  deputyWhy: "The chair is recused.",
  decide: "Decide the recommendation",
  decideTitle: "Decide the recommendation?",
  decideText: (awards, rejections, total) =>
    `${outcomes(awards, rejections, total)} You can undo for at least 30 seconds before the letters are sent.`,
  decideConfirm: (total) => `Decide: ${total} awarded`,
  decideConfirmNone: "Decide: rejections only",
  decided: "The decision has been made.",
  undo: "Undo before the letters are sent",
  youDecided: "You have made the decision.",
  undoNow: "Undo the decision",
  undoSeconds: (seconds) =>
    seconds === 1 ? "Can be undone for 1 more second" : `Can be undone for ${seconds} more seconds`,
  undoUntil: (when) => `Can be undone until the letters are sent, ${when}`,
  undone: "The decision has been taken back. Nobody has been told.",
  optimum: "For information: most points for the money",
  optimumWhy:
    "The pool goes to the best suited in order, not to the most points in all. This is information; nothing changes here.",
  optimumList: (points) => `The list supports ${points} points in all.`,
  optimumMost: (points, total) => `The most points within the frame would be ${points} for ${total}.`,
  optimumJoins: (numbers) => `Then ${numbers} would come in.`,
  optimumLeaves: (numbers) => `Then ${numbers} would have to give way.`,
  rows: counted,
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

/** "Anne", "Anne and Bo", "Anne, Bo and Carla". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
