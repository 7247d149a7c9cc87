import type { ActionTerms } from "./action-terms-da.ts";

/** The English terms of the action plan. */
export const enActionTerms: ActionTerms = {
  status: {
    idea: "Idea",
    planned: "Planned",
    running: "In progress",
    "on-hold": "On hold",
    done: "Done",
    stopped: "Stopped",
  },
  light: { green: "Green", yellow: "Yellow", red: "Red" },
};
