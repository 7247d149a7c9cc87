import { Button, Input, Select } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { budgetCategories, type DraftBudgetLine } from "#domain/grants/draft.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { useCharactersLeft } from "./characters-left.ts";
import { NotCpr, useDoubtText, useProblemText } from "./text-fields.tsx";
import { danishAmount } from "./typed-amount.ts";

interface BudgetLineRowProps {
  readonly line: DraftBudgetLine;
  readonly index: number;
  readonly onChange: (change: Partial<DraftBudgetLine>) => void;
  readonly onRemove: () => void;
}

/** One line of the budget: kind of cost, what it is, the amount as typed. */
export function BudgetLineRow({ line, index, onChange, onRemove }: BudgetLineRowProps) {
  const styles = useApplyStyles();
  const { apply, words } = useApplyTexts();
  const language = useLanguage();
  const { visit, readOnly } = useApplyForm();
  const paths = { note: `budgetLines.${line.id}.note`, amount: `budgetLines.${line.id}.amount` };
  const [amountProblem, setTyping] = useAmountProblem(paths.amount);
  const problems = { note: useProblemText(paths.note), amount: amountProblem };
  const problem = problems.amount ?? problems.note;
  const doubts = { note: useDoubtText(paths.note), amount: useDoubtText(paths.amount) };
  const left = useCharactersLeft("note", line.note);
  const doubt = doubts.amount ?? doubts.note ?? left;
  const errorId = `${fieldId(paths.amount)}-error`;
  return (
    <div>
      <div className={styles.line}>
        <Select
          className={styles.wide}
          aria-label={apply.lineCategory(index)}
          value={line.category}
          disabled={readOnly}
          onChange={(_, data) => {
            const category = budgetCategories.find((code) => code === data.value);
            if (category) onChange({ category });
          }}
        >
          {budgetCategories.map((category) => (
            <option key={category} value={category}>
              {words.budgetCategory[category]}
            </option>
          ))}
        </Select>
        <Input
          className={styles.wide}
          id={fieldId(paths.note)}
          aria-label={apply.lineNote(index)}
          aria-invalid={problems.note !== undefined}
          placeholder={apply.note}
          value={line.note}
          readOnly={readOnly}
          appearance={readOnly ? "filled-darker" : "outline"}
          onBlur={() => {
            visit(paths.note);
          }}
          onChange={(_, data) => {
            onChange({ note: data.value });
          }}
        />
        <Input
          className={styles.wide}
          id={fieldId(paths.amount)}
          aria-label={apply.lineAmount(index)}
          aria-invalid={problems.amount !== undefined}
          aria-describedby={problem === undefined && doubt === undefined ? undefined : errorId}
          placeholder={apply.amount}
          value={line.amount}
          readOnly={readOnly}
          appearance={readOnly ? "filled-darker" : "outline"}
          onFocus={() => {
            setTyping(problems.amount === undefined);
          }}
          onBlur={() => {
            setTyping(false);
            visit(paths.amount);
            const amount = danishAmount(line.amount, language);
            if (amount !== line.amount) onChange({ amount });
          }}
          onChange={(_, data) => {
            onChange({ amount: data.value });
          }}
        />
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={apply.removeLine(index)}
          disabled={readOnly}
          onClick={onRemove}
        />
      </div>
      {problem === undefined && doubt === undefined ? null : (
        <p className={problem === undefined ? styles.hint : styles.error} id={errorId}>
          {problem ?? doubt}
        </p>
      )}
      <NotCpr path={paths.note} text={line.note} />
    </div>
  );
}

/**
 * What is wrong with an amount. One half written is not called wrong before the cell is left, unless it was wrong when
 * the cell was entered.
 */
function useAmountProblem(path: string): readonly [string | undefined, (isTyping: boolean) => void] {
  const { shown } = useApplyForm();
  const [isTyping, setTyping] = useState(false);
  const problem = useProblemText(path);
  const isHalfWritten = isTyping && shown(path)?.code.startsWith("amount-") === true;
  return [isHalfWritten ? undefined : problem, setTyping];
}
