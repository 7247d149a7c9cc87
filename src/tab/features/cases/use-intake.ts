import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import {
  type CaseReading,
  type CreatedFromText,
  caseReadingSchema,
  createdFromTextSchema,
} from "#contract/case-intake.ts";
import { useCommand } from "../../components/command.ts";
import { useKeptText } from "../../components/kept-text.ts";
import { routes } from "../../components/routes.ts";
import { useToast } from "../../components/toasts.ts";
import { newCommandKey } from "../../host/command-key.ts";
import { fieldIdOf } from "./intake-part.tsx";
import { useIntakeTexts } from "./intake-texts.ts";
import {
  type IntakeDraft,
  type IntakeReview,
  intakeDraftSchema,
  requestOf,
  valuesOf,
  wrongFields,
} from "./intake-values.ts";

const PLACE = "case-intake";
const nothing: IntakeDraft = { text: "" };

/** The text and what is being made of it; kept in the window until it is created or thrown away. */
export function useIntakeDraft() {
  const [kept, keep] = useKeptText(PLACE);
  const draft = useMemo(() => (kept === undefined ? nothing : (parseKept(kept) ?? nothing)), [kept]);
  return {
    draft,
    keep: (next: IntakeDraft): void => {
      keep(next.text === "" ? undefined : JSON.stringify(next));
    },
    forget: (): void => {
      keep(undefined);
    },
  };
}

/** Sends the text to be read; the form is what was found in it. */
export function useReadText(draft: IntakeDraft, keep: (draft: IntakeDraft) => void) {
  const command = useCommand<CaseReading>();
  const [notCpr, setNotCpr] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const read = (): void => {
    const isEmpty = draft.text.trim() === "";
    setMissing(isEmpty);
    if (isEmpty) {
      document.getElementById(fieldIdOf("text"))?.focus();
      return;
    }
    command.mutate(
      {
        method: "POST",
        path: "/cases/from-text/reading",
        body: { text: draft.text, notCpr },
        schema: caseReadingSchema,
      },
      {
        onSuccess: (reading) => {
          keep({ text: draft.text, review: { textKey: newCommandKey(), reading, values: valuesOf(reading) } });
        },
      },
    );
  };
  return { read, busy: command.isPending, problem: command.error, isMissing, notCpr, setNotCpr };
}

/** Makes what is ticked; what could not be made is said, and the same press again makes only that. */
export function useCreateFromText(
  draft: IntakeDraft,
  review: IntakeReview,
  keep: (next: IntakeDraft | undefined) => void,
) {
  const words = useIntakeTexts();
  const toast = useToast();
  const [, go] = useLocation();
  const command = useCommand<CreatedFromText>();
  const [isPressed, setPressed] = useState(false);
  const wrong = wrongFields(review.values);
  const create = (): void => {
    setPressed(true);
    const [first] = wrong;
    if (first !== undefined) {
      document.getElementById(fieldIdOf(first))?.focus();
      return;
    }
    command.mutate(
      {
        method: "POST",
        path: "/cases/from-text",
        body: { ...requestOf(review.values, review.textKey) },
        schema: createdFromTextSchema,
      },
      {
        onSuccess: (made) => {
          if (made.parts.some(({ problem }) => problem !== undefined)) {
            keep({ ...draft, review: { ...review, made } });
            return;
          }
          keep(undefined);
          toast({ text: words.created });
          go(routes.case(made.caseKey));
        },
      },
    );
  };
  return {
    create,
    busy: command.isPending,
    problem: command.error,
    isWrong: (field: string) => isPressed && wrong.includes(field),
    isToFix: isPressed && wrong.length > 0,
  };
}

function parseKept(kept: string): IntakeDraft | undefined {
  try {
    const parsed = intakeDraftSchema.safeParse(JSON.parse(kept));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
