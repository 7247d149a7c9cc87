import { createContext, useContext } from "react";
import type { DraftView } from "#contract/drafts.ts";
import type { FieldProblem } from "#contract/problem.ts";
import type { DraftWarning } from "#domain/grants/draft-warnings.ts";
import type { DraftFieldName, DraftValues } from "./draft-saver.ts";

/** What the parts of the form share. */
export interface ApplyForm {
  readonly draft: DraftView;
  readonly values: DraftValues;
  /** The same with the amounts as they are understood. */
  readonly amounts: DraftValues;
  readonly problems: readonly FieldProblem[];
  readonly edit: <F extends DraftFieldName>(field: F, value: DraftValues[F]) => void;
  /** The person has been in the field and left it; from then on what is wrong is said. */
  readonly visit: (path: string) => void;
  /** The problem to show at a field path now, if any. */
  readonly shown: (path: string) => FieldProblem | undefined;
  /** What looks odd at a field path now and stops nobody, if anything. */
  readonly doubted: (path: string) => DraftWarning | undefined;
  /** Paths the service has not stored, since what stands there looks like a CPR number. */
  readonly notStored: readonly string[];
  readonly readOnly: boolean;
}

export const ApplyFormContext = createContext<ApplyForm | undefined>(undefined);

/** The form around a field. @throws outside of the form, which is a bug */
export function useApplyForm(): ApplyForm {
  const form = useContext(ApplyFormContext);
  if (!form) throw new Error("No form around this field");
  return form;
}

/** The element id of a field path, so that the check list can lead to it. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

/** Takes the reader to a field. */
export function goToField(path: string): void {
  const element =
    document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(path.split(".")[0] ?? path));
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
