import { Field, Input } from "@fluentui/react-components";
import { useId } from "react";
import type { CaseChoice } from "#contract/consultations.ts";
import { readCaseNumber } from "#domain/cases/case-number.ts";
import { useFormTexts } from "./consultation-texts.ts";
import { type FormPart, fieldIdOf, useWrong } from "./form-part.ts";
import { withCase } from "./form-values.ts";

interface CaseFieldProps {
  readonly part: FormPart;
  readonly cases: readonly CaseChoice[];
}

/**
 * The case the consultation is about: found by number or title among those on their way, and what the case says of the
 * meetings is filled in. A number that is none of theirs is kept as it is typed; an almost-number is asked about (B5).
 * The list is the browser's own, which searches both: Fluent's weighs 38 kB (decision 0023).
 */
export function CaseField({ part, cases }: CaseFieldProps) {
  const listId = useId();
  const words = useFormTexts();
  const wrong = useWrong(part)("caseNumber");
  const { values, edit, isSent } = part;
  const { caseNumber, caseKey = "" } = values;
  const chosen = cases.find(({ key }) => key === caseKey);
  const number = readCaseNumber(caseNumber);
  const meant = chosen === undefined && !number.ok ? number.refusal.proposal : undefined;
  return (
    <Field
      label={words.caseNumber}
      hint={chosen === undefined ? words.caseHint : words.caseChosen(chosen.title)}
      {...(meant === undefined
        ? wrong
        : { validationState: "warning" as const, validationMessage: words.caseMeant(meant) })}
    >
      <Input
        id={fieldIdOf("caseNumber")}
        list={listId}
        autoComplete="off"
        value={chosen !== undefined && caseNumber === "" ? chosen.title : caseNumber}
        onChange={(_, { value }) => {
          // What is wholly a case's is that case; anything else is a number of its own.
          const found = cases.find((each) => writtenOf(each) === value.trim());
          edit(found === undefined ? { caseNumber: value, caseKey: "" } : withCase(values, found, isSent));
        }}
      />
      <datalist id={listId}>
        {cases.map((each) => (
          <option key={each.key} value={writtenOf(each)} label={each.title}>
            {each.title}
          </option>
        ))}
      </datalist>
    </Field>
  );
}

/** How a case is named in the field: its number, or its title while it has none. */
function writtenOf({ number, title }: CaseChoice): string {
  return number === "" ? title : number;
}
