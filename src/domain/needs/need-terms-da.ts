import type { NeedFrequency } from "./need.ts";
import type { NeedStatus } from "./need-status.ts";

/** The Danish terms of needs, the same in the list managers open, on cards and in the tab. */
export const daNeedTerms = {
  problem: "Hvad er besværligt?",
  affected: "Hvem rammer det?",
  often: "Hvor tit?",
  frequency: {
    daily: "Hver dag",
    weekly: "Hver uge",
    monthly: "Hver måned",
    rarely: "Sjældnere",
  } satisfies Record<NeedFrequency, string>,
  status: {
    open: "Åbent",
    application: "Ansøgning",
    "action-item": "Indsats",
    closed: "Lukket",
  } satisfies Record<NeedStatus, string>,
};

/** The same terms in another language. */
export type NeedTerms = typeof daNeedTerms;
