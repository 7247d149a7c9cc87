import { useEffect, useRef, useState } from "react";
import { type NoticeChoicesAnswer, noticeChoicesSchema } from "#contract/notice-choices.ts";
import { useCommand } from "../../components/command.ts";
import { useToast } from "../../components/toasts.ts";
import type { ApiProblem } from "../../host/api-problem.ts";
import { useNoticeTexts } from "./notice-texts.ts";

type Mode = NoticeChoicesAnswer["groups"][number]["mode"];

/** All that is chosen, as it is saved. */
export interface Wanted {
  readonly modes: Readonly<Record<string, Mode>>;
  readonly hours?: { readonly from: string; readonly until: string };
}

interface WantedChoices {
  readonly wanted: Wanted;
  readonly problem: ApiProblem | null;
  readonly isSaving: boolean;
  /** Saves what becomes of the newest choice, one write after the other. */
  readonly choose: (change: (newest: Wanted) => Wanted) => void;
  readonly retry: () => void;
}

/** Saves each choice when it is made, with a way back; one that could not be saved stays on the page. */
export function useWantedChoices(answer: NoticeChoicesAnswer): WantedChoices {
  const texts = useNoticeTexts();
  const toast = useToast();
  const command = useCommand<NoticeChoicesAnswer>();
  const [unsaved, setUnsaved] = useState<Wanted>();
  const waiting = useRef<Wanted>(undefined);
  const isBusy = useRef(false);
  const stored = wantedOf(answer);
  useEffect(() => {
    // What is shown now is what is stored: the next press builds on it.
    if (!isBusy.current) waiting.current = undefined;
  }, [answer]);

  const save = (next: Wanted, before: Wanted, done: string): void => {
    setUnsaved(next);
    waiting.current = next;
    if (isBusy.current) return;
    isBusy.current = true;
    const body = { ...next };
    command.mutate(
      { method: "PUT", path: "/me/notices", body, schema: noticeChoicesSchema, answers: ["my-notices"] },
      {
        onSuccess: () => {
          isBusy.current = false;
          const newer = waiting.current;
          if (newer !== undefined && newer !== next) {
            save(newer, before, texts.saved);
            return;
          }
          setUnsaved(undefined);
          const undo = { text: texts.undo, act: () => save(before, next, texts.undone) };
          toast({ text: done, intent: "success", ...(done === texts.undone ? {} : { undo }) });
        },
        onError: () => {
          isBusy.current = false;
        },
      },
    );
  };
  return {
    wanted: unsaved ?? stored,
    problem: command.error,
    isSaving: command.isPending,
    // Two presses may come before the page is drawn again.
    choose: (change) => save(change(waiting.current ?? unsaved ?? stored), stored, texts.saved),
    retry: () => {
      if (unsaved !== undefined) save(unsaved, stored, texts.saved);
    },
  };
}

function wantedOf({ groups, hours }: NoticeChoicesAnswer): Wanted {
  const modes = Object.fromEntries(groups.map(({ group, mode }) => [group, mode]));
  return { modes, ...(hours === undefined ? {} : { hours }) };
}
