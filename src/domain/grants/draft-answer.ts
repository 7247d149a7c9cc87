import type { GrantApplication } from "./application.ts";
import { latestReturned } from "./attempts.ts";
import type { Draft } from "./draft.ts";

/**
 * The form with the answer to the newest question only: what was answered to an earlier one stands on that attempt and
 * is no answer to this. The same object when nothing is left out.
 *
 * @param attempts the applications handed in from the form before
 */
export function withCurrentAnswer(draft: Draft, attempts: readonly GrantApplication[]): Draft {
  const asked = latestReturned(attempts)?.returned?.at;
  const answered = draft.stamps.answer;
  const isCurrent = asked !== undefined && answered !== undefined && answered >= asked;
  return isCurrent || draft.fields.answer === "" ? draft : { ...draft, fields: { ...draft.fields, answer: "" } };
}
