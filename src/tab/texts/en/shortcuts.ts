import type { shortcuts as danish } from "../da/shortcuts.ts";

/** "Keyboard shortcuts": what can be done with keys. */
export const shortcuts: typeof danish = {
  title: "Keyboard shortcuts",
  lead: "Everything can also be done with Tab, arrows and Enter. Keys without Ctrl do nothing while you write in a field.",
  place: {
    everywhere: "Everywhere",
    search: "In the search",
    review: "When you review",
  },
  what: {
    search: "Search or go to a page",
    shortcuts: "Show the shortcuts",
    close: "Close what is open",
    choose: "Choose in the list",
    take: "Open what is chosen",
    score: "Give points: to the criterion you are at, or the first without any",
    next: "Go to the next application",
    previous: "Go to the previous application",
    give: "Give the review and go on",
  },
  or: "or",
  singleKeys: "Use shortcuts of a single key",
  singleKeysHint: "Turn them off if you use voice control or hit keys by accident. Ctrl+K always works.",
  close: "Close",
};
