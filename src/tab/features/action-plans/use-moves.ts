import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ActionItemView, type ActionPlan, type ActionRow, actionItemSchema } from "#contract/action-plans.ts";
import { useCommand } from "../../components/command.ts";
import { useSession } from "../../components/session.ts";
import { useToast } from "../../components/toasts.ts";
import { useFormat } from "../../components/use-format.ts";
import type { ApiProblem } from "../../host/api-problem.ts";
import { usePlanTexts } from "./plan-texts.ts";

/** First and last day. */
export type Period = Pick<ActionRow, "from" | "to">;

/** Somebody else moved the same item first: what stands now, and what one wanted. */
export interface MoveConflict {
  readonly row: ActionRow;
  /** "" where it is not known. */
  readonly who: string;
  readonly theirs: Period;
  readonly mine: Period;
}

interface Moves {
  /** Moves an item in time; `seen` is where it stood when one took hold of it. */
  readonly moveInTime: (row: ActionRow, to: Period, seen?: Period) => void;
  readonly giveStatus: (row: ActionRow, status: ActionRow["status"], note?: string) => void;
  readonly busyKey: string | undefined;
  /** Where the item on its way is to stand. */
  readonly target: Period | undefined;
  readonly problem: ApiProblem | undefined;
  readonly conflict: MoveConflict | undefined;
  readonly forgetConflict: () => void;
}

/**
 * Moves of items in time and between statuses. Each is sent at once and can be undone for a while; when somebody else
 * was first nothing is written, and both dates are there to choose from.
 */
export function useMoves(): Moves {
  const words = usePlanTexts();
  const format = useFormat();
  const toast = useToast();
  const { api } = useSession();
  const [conflict, setConflict] = useState<MoveConflict>();
  const [problem, setProblem] = useState<ApiProblem>();
  const { going, send } = useSend(() => {
    setProblem(undefined);
    setConflict(undefined);
  });
  const period = ({ from, to }: Period): [string, string] => [format.date(from), format.date(to)];

  const clash = async (row: ActionRow, mine: Period, error: ApiProblem): Promise<void> => {
    const now = await api.read(`/action-items/${row.key}`, actionItemSchema).catch(() => undefined);
    if (now === undefined) {
      setProblem(error);
      return;
    }
    const moved = now.timeline.find(({ action }) => action === "moved" || action === "edited");
    setConflict({ row: now.item, who: moved?.who ?? "", theirs: now.item, mine });
  };

  const undo = (row: ActionRow, path: string, body: Record<string, unknown>) => ({
    text: words.undo,
    act: () => {
      send(row, path, body).then(() => {
        toast({ text: words.undone(row.title) });
      }, setProblem);
    },
  });

  const moveInTime = (row: ActionRow, to: Period, seen: Period = row): void => {
    const [changes, before] = [datesOf(to), datesOf(seen)];
    send(row, "edit", { changes, seen: before }, to).then(
      () => {
        const back = undo(row, "edit", { changes: before, seen: changes });
        toast({ text: words.timeline.moved(row.title, ...period(to)), undo: back });
      },
      (error: ApiProblem) => {
        if (error.code === "changed-meanwhile") void clash(row, to, error);
        else setProblem(error);
      },
    );
  };

  const giveStatus = (row: ActionRow, status: ActionRow["status"], note?: string): void => {
    send(row, "report", { status, ...(note === undefined ? {} : { note }) }).then(({ item }) => {
      const text = words.moved(row.title, words.status[status]);
      const canGoBack = item.nextStatuses.includes(row.status) && words.why[row.status] === undefined;
      toast({ text, ...(canGoBack ? { undo: undo(row, "report", { status: row.status }) } : {}) });
    }, setProblem);
  };

  return {
    moveInTime,
    giveStatus,
    busyKey: going?.key,
    target: going?.to,
    problem,
    conflict,
    forgetConflict: () => {
      setConflict(undefined);
    },
  };
}

interface Going {
  readonly key: string;
  readonly to?: Period;
}

interface Send {
  /** The item on its way, and where it is to stand. */
  readonly going: Going | undefined;
  readonly send: (row: ActionRow, path: string, body: Record<string, unknown>, to?: Period) => Promise<ActionItemView>;
}

/** Sends one command about an item; what was told of the one before is forgotten. The item stands at once where the answer says. */
function useSend(forget: () => void): Send {
  const queries = useQueryClient();
  const command = useCommand<ActionItemView>();
  const [going, setGoing] = useState<Going>();
  const send: Send["send"] = (row, path, body, to) => {
    forget();
    setGoing({ key: row.key, ...(to === undefined ? {} : { to }) });
    return command
      .mutateAsync({
        method: "POST",
        path: `/action-items/${row.key}/${path}`,
        body,
        schema: actionItemSchema,
        answers: ["action-item", row.key],
      })
      .then((answer) => {
        queries.setQueryData<ActionPlan>(["action-plan"], (plan) => plan && withRow(plan, answer.item));
        return answer;
      })
      .finally(() => {
        setGoing(undefined);
      });
  };
  return { going, send };
}

/** The plan with a newer row in its area. */
function withRow(plan: ActionPlan, row: ActionRow): ActionPlan {
  const items = (rows: readonly ActionRow[]): ActionRow[] => rows.map((old) => (old.key === row.key ? row : old));
  return { ...plan, areas: plan.areas.map((area) => ({ ...area, items: items(area.items) })) };
}

function datesOf({ from, to }: Period): Period {
  return { from, to };
}
