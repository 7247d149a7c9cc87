import { type FocusEvent, useState } from "react";
import { fieldId } from "./apply-form.ts";

/**
 * The title the form is called by: as it is stored, so that a number held back stands in no heading, and as it stood
 * until another field is written in, so that a heading that breaks moves neither the title's field nor a button under
 * the press that leaves it.
 */
export function useFormHeading(stored: string): {
  readonly heading: string;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const [heading, setHeading] = useState(stored);
  const [writing, setWriting] = useState(false);
  if (!writing && heading !== stored) setHeading(stored);
  return {
    heading: heading.trim(),
    onFocus: ({ target }) => {
      if (target.matches("input, textarea, select")) setWriting(target.id === fieldId("title"));
    },
  };
}
