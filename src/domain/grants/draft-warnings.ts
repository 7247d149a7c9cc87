import type { PlainDate } from "#domain/shared/dates.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { knownNumber } from "./check-draft.ts";
import type { DraftFields } from "./draft.ts";

/** What looks odd in a form and may yet be meant. */
export type DraftWarningCode = "date-passed" | "has-oere" | "note-missing" | "unknown-number";

/** Something to look at once more; it stops nobody. `field` is a path as in problems. */
export interface DraftWarning {
  readonly field: string;
  readonly code: DraftWarningCode;
}

/**
 * Days that have passed, amounts with øre, budget lines that do not say what the money is for, and an earlier
 * application that is none of `earlierNumbers`; without those no number is doubted.
 */
export function draftWarnings(
  fields: DraftFields,
  today: PlainDate,
  earlierNumbers?: readonly string[],
): readonly DraftWarning[] {
  const dates = (["startDate", "endDate"] as const).filter((name) => {
    const date = readTypedDate(fields[name]);
    return date.ok && date.value < today;
  });
  const amounts = (["requestedAmount", "ownContribution"] as const).filter((name) => hasOere(fields[name]));
  const { resubmissionOf } = fields;
  const isUnknown = earlierNumbers !== undefined && knownNumber(resubmissionOf, earlierNumbers) === undefined;
  return [
    ...dates.map((field) => ({ field, code: "date-passed" }) as const),
    ...amounts.map((field) => ({ field, code: "has-oere" }) as const),
    ...fields.budgetLines.flatMap(({ id, note, amount }): readonly DraftWarning[] => [
      ...(hasOere(amount) ? [{ field: `budgetLines.${id}.amount`, code: "has-oere" } as const] : []),
      ...(amount.trim() !== "" && note.trim() === ""
        ? [{ field: `budgetLines.${id}.note`, code: "note-missing" } as const]
        : []),
    ]),
    ...(isUnknown && resubmissionOf.trim() !== ""
      ? [{ field: "resubmissionOf", code: "unknown-number" } as const]
      : []),
  ];
}

function hasOere(text: string): boolean {
  const amount = parseAmount(text);
  return amount.ok && amount.value % 100 !== 0;
}
