import type { ActionStatus } from "./action-item.ts";

/**
 * Where an item may go from each status (decision 0022). What is done must have been under way, so that its period and
 * notes say something; what is on hold or stopped is taken up again rather than made anew, and what was called done too
 * early goes back to being under way. Only an idea and a plan can be swapped without a word: nothing has happened yet.
 */
const next: Readonly<Record<ActionStatus, readonly ActionStatus[]>> = {
  idea: ["planned", "running", "stopped"],
  planned: ["idea", "running", "on-hold", "stopped"],
  running: ["planned", "on-hold", "done", "stopped"],
  "on-hold": ["planned", "running", "stopped"],
  done: ["running"],
  stopped: ["idea", "planned"],
};

/** The statuses an item may be given now. */
export function nextStatuses(status: ActionStatus): readonly ActionStatus[] {
  return next[status];
}

/** Whether a status needs a word of explanation when it is set: nobody can follow up a pause without a reason. */
export function needsReason(status: ActionStatus): boolean {
  return status === "on-hold" || status === "stopped";
}

/** Whether work is expected on it: only then has it a light and is asked about. */
export function isActive(status: ActionStatus): boolean {
  return status === "planned" || status === "running" || status === "on-hold";
}
