import type { CardTexts } from "./da.ts";

/** What became of a need, to who found it or is to write. */
export const enNeed: CardTexts["need"] = {
  headings: {
    application: "Your need has become an application",
    "action-item": "Your need has become an item of the action plan",
    closed: "There is an answer to your need",
    open: "Your need is open again",
  },
  writerHeading: "You are asked to write an application from a need",
  from: (name, when) => `By ${name} ${when}`,
  writes: (name, number) => `${name} writes the application ${number}.`,
  begin: (number) => `The draft ${number} is made with the finder's words. Finish it before the round closes.`,
  item: (title) => `The item is called “${title}” and stands in the action plan.`,
  state: {
    draft: "It is being written.",
    sent: "It is handed in.",
    withdrawn: "It was withdrawn.",
    awarded: "It was awarded.",
    rejected: "It was rejected.",
    declined: "It was awarded, and the centre declined.",
  },
  thanks: "Thank you for pointing it out.",
  openDraft: "Open the draft",
  summary: "News about a need",
};
