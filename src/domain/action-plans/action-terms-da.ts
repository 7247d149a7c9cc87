import type { ActionLight, ActionStatus } from "./action-item.ts";

/** The Danish terms of the action plan, the same in the lists managers open (B8), on cards and in the tab. */
export const daActionTerms = {
  status: {
    idea: "Idé",
    planned: "Planlagt",
    running: "I gang",
    "on-hold": "På hold",
    done: "Gennemført",
    stopped: "Stoppet",
  } satisfies Record<ActionStatus, string>,
  light: { green: "Grøn", yellow: "Gul", red: "Rød" } satisfies Record<ActionLight, string>,
};

/** The same terms in another language. */
export type ActionTerms = typeof daActionTerms;
