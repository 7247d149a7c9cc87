import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type RankingView, rankingSchema } from "#contract/ranking.ts";
import { epochMs } from "#domain/shared/dates.ts";
import { useCommand } from "../../../components/command.ts";
import { problemText } from "../../../components/problem-view.tsx";
import { useToast } from "../../../components/toasts.ts";
import { useServiceNow } from "../../../components/use-countdown.ts";
import { instantOf, useFormat } from "../../../components/use-format.ts";
import { toApiProblem } from "../../../host/api-problem.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";

/** From here on seconds are counted; before, the clock time says more. */
const COUNTED_S = 120;

interface UndoDecisionProps {
  readonly roundKey: string;
  readonly kind: "chair" | "deputy";
  readonly undoUntil: string;
  /** The service's time in the answer that said so. */
  readonly answeredAt: string;
}

/** Whatever the reader has decided and may still take back. */
export function UndoDecisions({ view: { now, recommendation, round } }: { readonly view: RankingView }) {
  return recommendation?.packets.map(({ kind, undoUntil }) =>
    undoUntil === undefined ? null : (
      <UndoDecision key={kind} roundKey={round.key} kind={kind} undoUntil={undoUntil} answeredAt={now} />
    ),
  );
}

/** A bar at the top of the page, also after reloading: takes a decision back while that is possible, and says how long it still is. */
function UndoDecision({ roundKey, kind, undoUntil, answeredAt }: UndoDecisionProps) {
  const styles = useRankingStyles();
  const texts = useTexts();
  const { ranking } = texts;
  const format = useFormat();
  const undo = useUndo(roundKey, kind);
  const seconds = useSecondsLeft(roundKey, answeredAt, undoUntil);
  if (seconds <= 0) return null;
  return (
    <MessageBar intent="success" layout="multiline" className={styles.undo}>
      <MessageBarBody>
        <div className={styles.undoBody}>
          <MessageBarTitle>{ranking.youDecided}</MessageBarTitle>
          <span role="timer">
            {seconds > COUNTED_S ? ranking.undoUntil(format.instant(undoUntil)) : ranking.undoSeconds(seconds)}
          </span>
          <Button size="small" disabledFocusable={undo.isPending} onClick={undo.takeBack}>
            {ranking.undoNow}
          </Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}

/** The command that takes a packet's decision back, and its word afterwards. */
export function useUndo(
  roundKey: string,
  kind: "chair" | "deputy",
): { readonly isPending: boolean; readonly takeBack: () => void } {
  const texts = useTexts();
  const toast = useToast();
  const undo = useCommand<RankingView>();
  const takeBack = (): void => {
    undo
      .mutateAsync({
        method: "DELETE",
        path: `/rounds/${roundKey}/packets/${kind}/decision`,
        schema: rankingSchema,
        answers: ["ranking", roundKey],
      })
      .then(() => {
        toast({ text: texts.ranking.undone });
      })
      .catch((error: unknown) => {
        toast({ text: problemText(toApiProblem(error), texts), intent: "error" });
      });
  };
  return { isPending: undo.isPending, takeBack };
}

/** Seconds until an instant by the service's clock; when they are over, the list is read anew. */
function useSecondsLeft(roundKey: string, answeredAt: string, until: string): number {
  const queries = useQueryClient();
  const now = useServiceNow(answeredAt, 1000);
  const left = Math.ceil((epochMs(instantOf(until)) - epochMs(now)) / 1000);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: ["ranking", roundKey] });
  }, [isOver, queries, roundKey]);
  return left;
}
