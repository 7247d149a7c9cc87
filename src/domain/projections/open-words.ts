import type { LedgerKind } from "#domain/grants/ledger.ts";

/** Kinds of entries of the pool's account as managers read them in the open list (B8). */
export const ledgerWords: Readonly<Record<LedgerKind, string>> = {
  appropriation: "Bevilling",
  "move-out": "Flyttet fra runde",
  "move-in": "Flyttet til runde",
  award: "Tilsagn",
  decline: "Takket nej",
  return: "Tilbageført",
};
