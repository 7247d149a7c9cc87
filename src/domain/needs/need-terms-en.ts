import type { NeedTerms } from "./need-terms-da.ts";

/** The English terms of needs. */
export const enNeedTerms: NeedTerms = {
  problem: "What is difficult?",
  affected: "Whom does it affect?",
  often: "How often?",
  frequency: { daily: "Every day", weekly: "Every week", monthly: "Every month", rarely: "More rarely" },
  status: { open: "Open", application: "Application", "action-item": "Action item", closed: "Closed" },
};
