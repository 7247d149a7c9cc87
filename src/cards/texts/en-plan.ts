import type { daPlan } from "./da-plan.ts";

/** The card that asks an owner how an item of the action plan goes. */
export const enPlan: typeof daPlan = {
  heading: (days) => `How is it going? Not updated for ${days} days`,
  status: "Status",
  light: "Traffic light",
  why: "Reason",
  period: "Ends",
  milestone: "Next milestone",
  note: "How is it going?",
  noteHint: "Write what has happened, and what comes next",
  numberRemoved:
    "We have removed something that looks like a CPR number. Nothing is saved. Correct the text and save again.",
  newStatus: "The status is now",
  unchanged: "Unchanged",
  save: "Save",
  help: "Press Unchanged if the text still holds.",
  told: (name, when) => `${name} said how it goes on ${when}.`,
  toldUnchanged: (name, when) => `${name} answered “unchanged” on ${when}.`,
  over: (status) => `The item is now “${status}”.`,
  noStep: (from, to) => `The item is “${from}” and cannot go straight to “${to}”. Nothing was saved.`,
  headingDone: "Thank you, the item is up to date",
  digestHeading: (count) => `${count} of your items have not been updated for long`,
  digestText: "Open the action plan and write how they go, or press Unchanged.",
  digestSummary: "Items wait for an update",
  open: "Open the item",
  summary: "An item waits for an update",
};
