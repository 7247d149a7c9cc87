import type { newPool as danish } from "../da/new-pool.ts";

/** "New pool". */
export const newPool: typeof danish = {
  title: "New pool",
  lead: "The pool cannot be used yet. It is released when the council's approval has been entered in the appropriation case.",
  notAllowed: "Pools are created by the pool secretariat.",
  notAllowedNext: "Write to the pool secretariat if a pool is missing.",
  facts: "About the pool",
  number: "The pool's number",
  numberHint: (year) => `As the municipality numbers pools, for example POOL-${year}`,
  name: "The pool's name",
  amount: "Amount",
  amountHint: "As Danes write it, for example 600.000 kr. or 0,6 mio. kr.",
  amountNothing: "Write an amount above DKK 0.",
  year: "Year",
  yearWrong: "Write the year with four digits.",
  plan: "Set aside on",
  planHint: (year) => `Budget or investment plan with years, for example Budget ${year}-${year + 3}`,
  project: "Project on the investment plan",
  projectHint: "The name the money stands under",
  purpose: "Purpose",
  eligibility: "Who can apply",
  eligibilityHint: "For example the municipality's own departments",
  required: "Must be filled in.",
  judging: "How applications are reviewed",
  proposal:
    "Here is a proposal of five criteria, written in Danish for those who apply. Change them to fit the pool. They cannot be changed once the pool is created.",
  fixed: "Change the criteria to fit the pool. They cannot be changed once the pool is created.",
  like: "Begin with the criteria of",
  likeProposal: "The proposal of five criteria",
  reviewers: "Fewest reviewers for each application",
  reviewersWrong: "Write a whole number from 1 to 20.",
  criterion: (number) => `Criterion ${number}`,
  criterionName: "Name",
  weight: "Weight in per cent",
  weightWrong: "Write a whole number from 1 to 100.",
  anchors: "What 1 to 5 points mean",
  anchor: (points) => (points === 1 ? "1 point" : `${points} points`),
  remove: (name, number) => `Remove ${name.trim() === "" ? `criterion ${number}` : name}`,
  add: "Add criterion",
  sum: (sum) => `The weights are ${sum} per cent together.`,
  sumWrong: (sum) =>
    sum < 100
      ? `The weights are ${sum} per cent together. ${100 - sum} are missing.`
      : `The weights are ${sum} per cent together. That is ${sum - 100} too many.`,
  wrong: "Correct what is marked. Nothing has been saved yet, and what you have written is still here.",
  save: "Create the pool",
  discard: "Clear the form",
  fromCase: (name) =>
    `The pool gets its money from the case ${name}. What the case says of the pool stands in the fields. If the council's approval has been entered in the case already, the pool is released at once.`,
  savedFromCase: (title) => `${title} has been created, and the case is its appropriation case.`,
  saved: (title) => `${title} has been created. Now make the appropriation case, so that the money can be released.`,
};
