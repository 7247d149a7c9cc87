import { Button, Label, mergeClasses } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { type ClipboardEvent, useState } from "react";
import type { DraftBudgetLine } from "#domain/grants/draft.ts";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { mostBudgetLines } from "#domain/grants/draft-limits.ts";
import { useFormat } from "../../../components/use-format.ts";
import { newCommandKey } from "../../../host/command-key.ts";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { BudgetLineRow } from "./budget-line-row.tsx";
import { parsePastedLines } from "./paste-lines.ts";
import { useProblemText } from "./text-fields.tsx";

function newLine(parts: Partial<DraftBudgetLine> = {}): DraftBudgetLine {
  return { id: newCommandKey().slice(0, 12), category: "equipment", note: "", amount: "", ...parts };
}

/** The expected economy: lines, paste from a spreadsheet, and the balance as it stands. */
export function BudgetLines() {
  const styles = useApplyStyles();
  const { apply, words } = useTexts();
  const language = useLanguage();
  const { values, edit, visit, shown, readOnly } = useApplyForm();
  const [note, setNote] = useState("");
  const message = useProblemText("budgetLines");
  // By how much they are apart stands in the sum below, once.
  const isBalance = shown("budgetLines")?.code === "out-of-balance";
  const lines = values.budgetLines;
  const paste = (event: ClipboardEvent): void => {
    const headings = { category: apply.category, note: apply.note, amount: apply.amount };
    const pasted = parsePastedLines(event.clipboardData.getData("text"), words.budgetCategory, headings, language);
    if (pasted === undefined || readOnly) return;
    event.preventDefault();
    const kept = lines.filter((line) => line.note !== "" || line.amount !== "");
    if (kept.length + pasted.length > mostBudgetLines) {
      setNote(apply.pastedTooMany(pasted.length, mostBudgetLines));
      return;
    }
    edit("budgetLines", [...kept, ...pasted.map((line) => newLine(line))]);
    setNote(apply.pasted(pasted.length));
  };
  return (
    <fieldset className={styles.group} id={fieldId("budgetLines")} tabIndex={-1} onPaste={paste}>
      <legend className={styles.legend}>
        <Label required>{apply.budget}</Label>
      </legend>
      <p className={styles.hint}>{apply.budgetHint}</p>
      <div className={styles.lines}>
        {lines.length === 0 ? (
          <span>{apply.noLines}</span>
        ) : (
          <div className={styles.lineHead} aria-hidden>
            <span>{apply.category}</span>
            <span>{apply.note}</span>
            <span>{apply.amount}</span>
          </div>
        )}
        {lines.map((line, index) => (
          <BudgetLineRow
            key={line.id}
            line={line}
            index={index + 1}
            onChange={(change) => {
              edit(
                "budgetLines",
                lines.map((other) => (other.id === line.id ? { ...other, ...change } : other)),
              );
            }}
            onRemove={() => {
              visit("budgetLines");
              edit(
                "budgetLines",
                lines.filter((other) => other.id !== line.id),
              );
            }}
          />
        ))}
        {readOnly || lines.length >= mostBudgetLines ? null : (
          <div>
            <Button
              icon={<AddRegular />}
              onClick={() => {
                edit("budgetLines", [...lines, newLine()]);
              }}
            >
              {apply.addLine}
            </Button>
          </div>
        )}
      </div>
      <output>{note}</output>
      {message === undefined || isBalance ? null : <p className={styles.error}>{message}</p>}
      <Balance />
    </fieldset>
  );
}

/** "Linjer 115.000 kr. = ansøgt 95.000 kr. + egen 20.000 kr.", or how far they are apart. */
function Balance() {
  const styles = useApplyStyles();
  const { apply } = useTexts();
  const { amounts } = useApplyForm();
  const format = useFormat();
  const sums = draftSums(amounts);
  if (sums.linesOere === 0 && sums.requestedOere === 0) return null;
  const parts = [format.kr(sums.linesOere), format.kr(sums.requestedOere), format.kr(sums.ownOere)] as const;
  const balanced = sums.differenceOere === 0;
  const difference = format.kr(Math.abs(sums.differenceOere));
  const gap = sums.differenceOere > 0 ? apply.linesMore(difference) : apply.linesLess(difference);
  return (
    <output className={mergeClasses(styles.balance, !balanced && styles.unbalanced)}>
      {balanced ? apply.balance(...parts) : `${gap}: ${apply.unbalanced(...parts)}`}
    </output>
  );
}
