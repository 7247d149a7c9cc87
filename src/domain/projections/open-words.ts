import type { HandedInStatus } from "#domain/grants/application-status.ts";
import type { RoundStatus } from "#domain/grants/grant-pool.ts";
import type { LedgerKind } from "#domain/grants/ledger.ts";

/** Statuses as managers read them in the open lists (B8). A draft is never there. */
export const applicationWords: Readonly<Record<HandedInStatus, string>> = {
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
};

export const roundWords: Readonly<Record<RoundStatus, string>> = {
  planned: "Planlagt",
  open: "Åben",
  closed: "Lukket",
  "under-review": "Under vurdering",
  recommended: "Indstillet",
  decided: "Besluttet",
  completed: "Afsluttet",
};

export const ledgerWords: Readonly<Record<LedgerKind, string>> = {
  appropriation: "Bevilling",
  "move-out": "Flyttet fra runde",
  "move-in": "Flyttet til runde",
  award: "Tilsagn",
  decline: "Takket nej",
  return: "Tilbageført",
};

/** KL's focus areas by number. */
export const focusAreaWords: readonly string[] = [
  "Borger, teknologi og lokaldemokrati",
  "Digital transformation og styrket udbredelse af modne teknologier",
  "Sammenhængende velfærdsforløb og indsatser",
  "Klima og ressourcer",
  "Bedre velfærd og styring med data",
  "Kommunernes digitale fundament",
];
