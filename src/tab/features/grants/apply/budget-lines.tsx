import { Button, Label, mergeClasses } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { type ClipboardEvent, useEffect, useRef, useState } from "react";
import type { DraftBudgetLine } from "#domain/grants/draft.ts";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { mostBudgetLines } from "#domain/grants/draft-limits.ts";
import { useFormat } from "../../../components/use-format.ts";
import { newCommandKey } from "../../../host/command-key.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { BudgetLineRow } from "./budget-line-row.tsx";
import { Example } from "./example.tsx";
import { parsePastedLines } from "./paste-lines.ts";
import { useProblemText } from "./text-fields.tsx";

function newLine(parts: Partial<DraftBudgetLine> = {}): DraftBudgetLine {
  return { id: newCommandKey().slice(0, 12), category: "equipment", note: "", amount: "", ...parts };
}

/** The expected economy: lines, paste from a spreadsheet, and the balance as it stands. */
export function BudgetLines() {
  const styles = useApplyStyles();
  const { apply, words } = useApplyTexts();
  const language = useLanguage();
  const { values, edit, visit, shown, readOnly } = useApplyForm();
  // What came of a paste, told as long as the lines are as it left them.
  const [told, setTold] = useState<{ readonly note: string; readonly lines: string }>();
  const message = useProblemText("budgetLines");
  // By how much they are apart stands in the sum below, once.
  const isBalance = shown("budgetLines")?.code === "out-of-balance";
  const lines = values.budgetLines;
  const list = useRef<HTMLDivElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    [...(list.current?.querySelectorAll("select") ?? [])].at(-1)?.focus();
  }, [lines.length]);
  const paste = (event: ClipboardEvent): void => {
    const headings = { category: apply.category, note: apply.note, amount: apply.amount };
    const pasted = parsePastedLines(event.clipboardData.getData("text"), words.budgetCategory, headings, language);
    if (pasted === undefined || readOnly) return;
    event.preventDefault();
    const kept = lines.filter((line) => line.note !== "" || line.amount !== "");
    if (kept.length + pasted.lines.length > mostBudgetLines) {
      setTold({ note: apply.pastedTooMany(pasted.lines.length, mostBudgetLines), lines: JSON.stringify(lines) });
      return;
    }
    const after = [...kept, ...pasted.lines.map((line) => newLine(line))];
    edit("budgetLines", after);
    const notes = [apply.pasted(pasted.lines.length), ...pasted.sums.map((sum) => apply.sumLeftOut(sum))];
    setTold({ note: notes.join(" "), lines: JSON.stringify(after) });
  };
  return (
    <fieldset className={styles.group} id={fieldId("budgetLines")} tabIndex={-1} onPaste={paste}>
      <legend className={styles.legend}>
        <Label required>{apply.budget}</Label>
      </legend>
      <p className={styles.hint}>{apply.budgetHint}</p>
      <Example of="budgetLines" />
      <div className={styles.lines} ref={list}>
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
                isAdding.current = true;
                edit("budgetLines", [...lines, newLine()]);
              }}
            >
              {apply.addLine}
            </Button>
          </div>
        )}
      </div>
      <output>{told?.lines === JSON.stringify(lines) ? told.note : ""}</output>
      {message === undefined || isBalance ? null : <p className={styles.error}>{message}</p>}
      <Balance />
    </fieldset>
  );
}

/** "Linjerne er i alt 115.000 kr. = ansøgt 95.000 kr. + egen 20.000 kr.", how far they are apart, or what is unread. */
function Balance() {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { amounts } = useApplyForm();
  const format = useFormat();
  const sums = draftSums(amounts);
  const { unreadLines, isRequestedRead, isOwnRead } = sums;
  const unread = [
    ...(unreadLines.length === 0 ? [] : [apply.linesUnread(unreadLines.length)]),
    ...(isRequestedRead ? [] : [apply.requestedUnread]),
    ...(isOwnRead ? [] : [apply.ownUnread]),
  ];
  if (sums.linesOere === 0 && sums.requestedOere === 0 && unreadLines.length === 0) return null;
  const isBalanced = unread.length === 0 && sums.differenceOere === 0;
  const parts = [format.kr(sums.linesOere), format.kr(sums.requestedOere), format.kr(sums.ownOere)] as const;
  const difference = format.kr(Math.abs(sums.differenceOere));
  const gap = sums.differenceOere > 0 ? apply.linesMore(difference) : apply.linesLess(difference);
  const compared = isBalanced ? apply.balance(...parts) : `${gap}: ${apply.unbalanced(...parts)}`;
  return (
    <output className={mergeClasses(styles.balance, !isBalanced && styles.unbalanced)}>
      {unread.length > 0 ? apply.unreadSum(unread, parts[0], unreadLines.length > 0) : compared}
    </output>
  );
}
