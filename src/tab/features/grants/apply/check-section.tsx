import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { Facts } from "../../../components/facts.tsx";
import { PartTitle } from "../../../components/part-title.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { Section } from "../../../components/section.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { goToField, useApplyForm } from "./apply-form.ts";
import { type ApplyTexts, useApplyTexts } from "./apply-texts.ts";
import type { DraftValues } from "./draft-saver.ts";
import { fieldSentence } from "./field-sentence.ts";
import { keepPressedSend } from "./pressed-send.ts";
import { WhatHappens } from "./what-happens.tsx";

interface CheckSectionProps {
  readonly onSubmit: () => void;
  readonly onDiscard: () => void;
  readonly busy: boolean;
}

/** Step 4: what is missing with the way to each field, the whole in short, and the button that sends. */
export function CheckSection({ onSubmit, onDiscard, busy }: CheckSectionProps) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const format = useFormat();
  const { draft, amounts, problems, readOnly, visit } = useApplyForm();
  const [pressed, setPressed] = useState(false);
  const sums = draftSums(amounts);
  return (
    <Section title={apply.check}>
      <div className={styles.fields}>
        {readOnly ? <WhyReadOnly /> : <MissingList />}
        <Facts
          items={[
            [apply.requestedAmount, format.kr(sums.requestedOere)],
            [apply.ownContribution, format.kr(sums.ownOere)],
            [apply.budget, format.kr(sums.linesOere)],
            [apply.centre, draft.centreName],
            [apply.head, draft.headName],
          ]}
        />
        {readOnly ? null : (
          <div>
            <PartTitle>{apply.whenSent}</PartTitle>
            <WhatHappens
              headName={draft.headName}
              isApproved={draft.headName !== "" && draft.headName === draft.ownerName}
              round={draft.round}
            />
          </div>
        )}
        {pressed && problems.length > 0 ? (
          <p className={styles.error} role="alert">
            {apply.submitMissing}
          </p>
        ) : null}
        {readOnly ? null : (
          <div className={styles.actions}>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              // Leaving a field may say what is wrong with it, which moves this button away from under the mouse.
              onMouseDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                setPressed(true);
                keepPressedSend(draft.key);
                for (const problem of problems) visit(problem.field);
                if (problems.length === 0) onSubmit();
              }}
            >
              {apply.submit}
            </Button>
            <Button appearance="subtle" onClick={onDiscard}>
              {apply.discard}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

/** Why there is no button: sent already, or too late. */
function WhyReadOnly() {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { applicationKey } = useApplyForm().draft;
  if (applicationKey === undefined) return <p className={styles.hint}>{apply.closed}</p>;
  return (
    <p className={styles.hint}>
      {apply.already} <Link href={hrefOf(routes.application(applicationKey))}>{apply.seeApplication}</Link>
    </p>
  );
}

function MissingList() {
  const styles = useApplyStyles();
  const texts = useApplyTexts();
  const { apply } = texts;
  const language = useLanguage();
  const { problems, values } = useApplyForm();
  if (problems.length === 0) return <p className={styles.hint}>{apply.nothingMissing}</p>;
  return (
    <div>
      <PartTitle>{apply.missing}</PartTitle>
      <ul className={styles.missing} aria-label={apply.missing}>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.code}`} className={styles.missingItem}>
            <Link
              as="button"
              onClick={() => {
                goToField(problem.field);
              }}
            >
              {fieldName(problem.field, values, texts)}
            </Link>
            <span>{fieldSentence(problem, texts, language)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a field is called: "Beløb, linje 2" for a cell of the budget. */
function fieldName(path: string, values: DraftValues, { apply }: ApplyTexts): string {
  const [field = path, lineId, cell] = path.split(".");
  const index = values.budgetLines.findIndex((line) => line.id === lineId) + 1;
  if (cell === "amount") return apply.lineAmount(index);
  if (cell === "note") return apply.lineNote(index);
  const names: Readonly<Record<string, string>> = apply.fields;
  return names[field] ?? field;
}
