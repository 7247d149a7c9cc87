import type { notices as danish } from "../da/notices.ts";

/** How one is told: the page of one's own choices. */
export const notices: typeof danish = {
  title: "Notices",
  lead: "Choose how Fremdrift tells you in Teams. What waits for you always stands in the overview.",
  what: "What do you want to be told about?",
  always:
    "The letter with a decision always comes as a card in the chat, and what only you can decide may be collected but not switched off: otherwise others could wait for you without your knowing.",
  group: {
    "own-decisions": {
      title: "What only you can decide",
      hint: "Approve your centre's applications, decide a list put up to you.",
    },
    requests: { title: "Tasks for you", hint: "For example applications for you to review." },
    reminders: { title: "Reminders", hint: "When a deadline comes close and the task still waits." },
    answers: {
      title: "Answers to what you have sent",
      hint: "Your head has approved or has questions. An answer within the hour always comes at once.",
    },
    lists: { title: "Your edits in SharePoint", hint: "When an edit in a list was put back." },
  },
  mode: {
    now: "As a card in the chat at once",
    feed: "As a line in Teams' activity",
    morning: "Collected the next morning",
    tab: "In the tab only",
  },
  hours: "When may you be disturbed?",
  hoursText: (from, until) =>
    `Fremdrift writes on working days only, between ${from} and ${until}. You may make the time shorter.`,
  ownHours: "Use my own hours",
  from: "From",
  until: "Until",
  tooLate: "If something would be too late by then, it comes in the municipality's hours, so that you do not miss it.",
  saving: "Saving …",
  saved: "Your choice is saved.",
  undone: "Your choice is taken back.",
  undo: "Undo",
  retry: "Save again",
};
