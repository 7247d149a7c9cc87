import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { Facts } from "../../../components/facts.tsx";
import { PartTitle } from "../../../components/part-title.tsx";
import { Section } from "../../../components/section.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { problemSentence } from "../../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { goToField, useApplyForm } from "./apply-form.ts";
import { fieldOf } from "./form-problems.ts";

interface CheckSectionProps {
  readonly onSubmit: () => void;
  readonly onDiscard: () => void;
  readonly busy: boolean;
}

/** Step 4: what is missing with the way to each field, the whole in short, and the button that sends. */
export function CheckSection({ onSubmit, onDiscard, busy }: CheckSectionProps) {
  const styles = useApplyStyles();
  const { apply } = useTexts();
  const format = useFormat();
  const { draft, values, problems, readOnly, visit } = useApplyForm();
  const [pressed, setPressed] = useState(false);
  const sums = draftSums(values);
  return (
    <Section title={apply.check}>
      <div className={styles.fields}>
        <MissingList />
        <Facts
          items={[
            [apply.requestedAmount, format.kr(sums.requestedOere)],
            [apply.ownContribution, format.kr(sums.ownOere)],
            [apply.budget, format.kr(sums.linesOere)],
            [apply.centre, draft.centreName],
            [apply.head, draft.headName],
          ]}
        />
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
              onClick={() => {
                setPressed(true);
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

function MissingList() {
  const styles = useApplyStyles();
  const texts = useTexts();
  const { apply } = texts;
  const language = useLanguage();
  const { problems } = useApplyForm();
  const names: Readonly<Record<string, string>> = apply.fields;
  if (problems.length === 0) return <p className={styles.hint}>{apply.nothingMissing}</p>;
  return (
    <div>
      <PartTitle>{apply.missing}</PartTitle>
      <ul className={styles.missing}>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.code}`} className={styles.missingItem}>
            <Link
              as="button"
              onClick={() => {
                goToField(problem.field);
              }}
            >
              {names[fieldOf(problem)] ?? problem.field}
            </Link>
            <span>{problemSentence(problem, texts, language)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
