/** Ids of the cards' inputs; a criterion's code is the end of the id. */
export const inputId = {
  score: (code: string) => `score-${code}`,
  remark: (code: string) => `remark-${code}`,
  support: "support",
  reason: "reason",
  recusalReason: "recusalReason",
  questions: "questions",
  sendBackReason: "sendBackReason",
  application: "chosenApplication",
  itemNote: "itemNote",
  itemStatus: "itemStatus",
  consultationAnswer: "consultationAnswer",
} as const;

/** The criterion code in an input's id, e.g. "K1" of "score-K1". */
export function codeIn(id: string, kind: "score" | "remark"): string | undefined {
  const prefix = `${kind}-`;
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
