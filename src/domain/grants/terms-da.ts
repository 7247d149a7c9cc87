import type { HandedInStatus } from "./application-status.ts";
import type { BudgetCategory } from "./draft.ts";
import type { Outcome, RoundStatus } from "./grant-pool.ts";
import type { Support } from "./review.ts";

/** The Danish terms for codes, the same in the lists managers open (B8), on cards, in letters and in the tab. */
export const daTerms = {
  /** A draft is nobody else's business: only the tab has a word for it. */
  applicationStatus: {
    "awaiting-manager": "Afventer leder",
    submitted: "Indsendt",
    returned: "Returneret",
    "under-review": "Under vurdering",
    recommended: "Indstillet",
    awarded: "Tilsagn",
    "partially-awarded": "Delvist tilsagn",
    rejected: "Afslag",
    accepted: "Accepteret",
    declined: "Takket nej",
    running: "I gang",
    "report-due": "Afventer slutrapport",
    "report-received": "Rapport modtaget",
    closed: "Afsluttet",
    withdrawn: "Trukket",
  } satisfies Record<HandedInStatus, string>,
  roundStatus: {
    planned: "Planlagt",
    open: "Åben",
    closed: "Lukket",
    "under-review": "Under vurdering",
    recommended: "Indstillet",
    decided: "Besluttet",
    completed: "Afsluttet",
  } satisfies Record<RoundStatus, string>,
  outcome: {
    award: "Tilsagn",
    "partial-award": "Delvist tilsagn",
    rejection: "Afslag",
  } satisfies Record<Outcome, string>,
  support: {
    support: "Støt",
    "support-partly": "Støt delvist",
    "do-not-support": "Støt ikke",
  } satisfies Record<Support, string>,
  budgetCategory: {
    equipment: "Udstyr",
    licences: "Licenser",
    training: "Kompetenceudvikling",
    installation: "Installation",
    development: "Udvikling",
    communication: "Formidling",
    other: "Andet",
  } satisfies Record<BudgetCategory, string>,
  /** KL's focus areas 2021-2025, by number. */
  focusAreas: [
    "Borger, teknologi og lokaldemokrati",
    "Digital transformation og styrket udbredelse af modne teknologier",
    "Sammenhængende velfærdsforløb og indsatser",
    "Klima og ressourcer",
    "Bedre velfærd og styring med data",
    "Kommunernes digitale fundament",
  ],
};

/** The same terms in another language. */
export type Terms = typeof daTerms;
