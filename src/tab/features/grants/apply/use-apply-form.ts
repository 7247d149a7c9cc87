import { useCallback, useMemo, useState } from "react";
import type { DraftView } from "#contract/drafts.ts";
import { draftWarnings } from "#domain/grants/draft-warnings.ts";
import { type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { useIsOver } from "../../../components/use-countdown.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import type { ApplyForm } from "./apply-form.ts";
import type { DraftSaver, DraftSnapshot } from "./draft-saver.ts";
import { useDraftSaver } from "./draft-savers.ts";
import { formProblems } from "./form-problems.ts";
import { hasPressedSend } from "./pressed-send.ts";
import { instantOf } from "./saved-when.ts";
import { danishAmounts } from "./typed-amount.ts";

/** Codes that are said at once; what is merely missing waits until the field has been left. */
const saidAtOnce = new Set(["cpr", "too-long"]);

/** What may be only half written is doubted once the field has been left. */
const doubtedLater = new Set(["note-missing", "unknown-number"]);

/** The sum of the budget says at once that a line cannot be read, so the line is marked as well. */
function isUnreadLine(field: string, code: string): boolean {
  return field.startsWith("budgetLines.") && code.startsWith("amount-") && code !== "amount-not-positive";
}

/** The state of the form: values, problems, and which of them to show. */
export function useApplyFormState(draft: DraftView): {
  readonly form: ApplyForm;
  readonly saver: DraftSaver;
  readonly snapshot: DraftSnapshot;
} {
  const [saver, snapshot] = useDraftSaver(draft);
  const [visited, setVisited] = useState<ReadonlySet<string>>(() => visitedBefore(snapshot));
  const visit = useCallback((path: string) => {
    setVisited((paths) => (paths.has(path) ? paths : new Set([...paths, path])));
  }, []);
  const { values, draft: saved, notStored } = snapshot;
  const language = useLanguage();
  const amounts = useMemo(() => danishAmounts(values, language), [values, language]);
  const problems = useMemo(() => formProblems(amounts, saved), [amounts, saved]);
  const warnings = useMemo(() => draftWarnings(amounts, todayOf(saved), saved.earlierNumbers), [amounts, saved]);
  const isOver = useIsOver(deadlineOf(saved), saved.now);
  // Handed in, or too late. What the head has sent back may be answered after the deadline; the service says until when.
  const readOnly = saved.applicationKey !== undefined || isOver;
  const form = useMemo<ApplyForm>(
    () => ({
      draft: saved,
      values,
      amounts,
      problems,
      edit: saver.edit,
      visit,
      notStored,
      readOnly,
      doubted: (path) =>
        readOnly
          ? undefined
          : warnings.find(({ field, code }) => field === path && (!doubtedLater.has(code) || visited.has(path))),
      shown: (path) =>
        problems.find(
          ({ field, code }) =>
            field === path &&
            (visited.has(path) ||
              saidAtOnce.has(code) ||
              isUnreadLine(field, code) ||
              notStored.includes(path.split(".")[0] ?? path)),
        ),
    }),
    [saved, values, amounts, problems, warnings, saver, visit, visited, notStored, readOnly],
  );
  return { form, saver, snapshot };
}

/** What a press on Send had marked before the page was loaded again. */
function visitedBefore({ values, draft }: DraftSnapshot): ReadonlySet<string> {
  return new Set(hasPressedSend(draft.key) ? formProblems(values, draft).map(({ field }) => field) : []);
}

/** Until when the form may be sent. */
export function deadlineOf(draft: DraftView): string {
  return draft.deadline ?? draft.round.closesAt;
}

function todayOf({ now }: DraftView): PlainDate {
  return plainDateOf(instantOf(now));
}
