import type { Texts } from "../da.ts";

export const ranking: Texts["ranking"] = {
  heading: (round) => `Ranking · ${round}`,
  money: "Money of the round",
  frame: "Frame",
  supported: "Proposed",
  rest: "Left",
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
  recused: (names) => `Recused: ${names}`,
  requested: "Requested",
  granted: "Awarded",
  restAfter: (rest) => `${rest} left`,
  outcome: "Outcome",
  line: (frame, rest) => `The frame of ${frame} goes to here. ${rest} are left.`,
  lineFull: (frame) => `The frame of ${frame} is used up to here.`,
  byDeputy: "Decided by the deputy chair",
  reason: "Reason",
  reasonFor: (number) => `Reason for ${number}`,
  reasonHint: "Stands in the letter to the applicant.",
  reasonSaving: "Saving …",
  reasonSaved: "Saved.",
  reasonNotSaved: "Not saved yet. We try again.",
  showReason: (number) => `Show the reason for ${number}`,
  hideReason: (number) => `Hide the reason for ${number}`,
  editReason: (number) => `Edit the reason for ${number}`,
  reasonMissing: "There is no reason",
  offerPartial: (amount, number) => `Offer the rest of ${amount} to ${number} as a partial award`,
  recommend: "Recommend",
  recommendTitle: "Do you want to recommend the list?",
  recommendText: (awards, rejections, total) =>
    `${awards} are awarded ${total} in total, and ${rejections} are rejected. Reviewing is closed.`,
  recommended: "The list has been recommended.",
  recommendedBy: (name, when) => `Recommended by ${name} ${when}`,
  withdraw: "Take the recommendation back",
  withdrawTitle: "Do you want to take the recommendation back?",
  withdrawText:
    "Chair and deputy chair can no longer decide it, and their cards say so. The list must be recommended again.",
  withdrawn: "The recommendation was taken back.",
  decision: "Decision",
  packet: { chair: "The chair's part", deputy: "The deputy chair's part" },
  packetCount: (count) => (count === 1 ? "1 application" : `${count} applications`),
  packetTotal: (total) => `${total} in total`,
  packetOpen: (name) => `Awaits ${name}`,
  packetDecided: (when) => `Decided ${when}`,
  deputyDecides: (count) =>
    count === 1
      ? "1 application is decided by the deputy chair"
      : `${count} applications are decided by the deputy chair`,
  deputyWhy: "The chair is recused.",
  decide: "Approve the recommendation",
  decideTitle: "Do you want to decide?",
  decideText: (count, total) =>
    count === 1
      ? `The decision is about 1 application and ${total} in total. The applicant is told.`
      : `The decision is about ${count} applications and ${total} in total. The applicants are told.`,
  decideConfirm: (total) => `Award ${total}`,
  decideConfirmNone: "Approve the rejection",
  decided: "The decision has been made.",
  undo: "Undo before the letters are sent",
  undone: "The decision has been taken back. Nobody has been told.",
  rows: (count) => (count === 1 ? "1 application" : `${count} applications`),
};
