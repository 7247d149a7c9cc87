import { Button } from "@fluentui/react-components";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { SearchAnswer } from "#contract/search.ts";
import type { ApiProblem } from "../../host/api-problem.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { useSearchStyles } from "./search.styles.ts";
import { type SearchWords, useWords } from "./words.ts";

interface SearchNotesProps {
  readonly answer: UseQueryResult<SearchAnswer, ApiProblem>;
  /** An application is being begun. */
  readonly busy: boolean;
  readonly waiting: boolean;
  readonly online: boolean;
  readonly typed: string;
  readonly count: number;
  readonly onClear: () => void;
}

type State = "starting" | "offline" | "failed" | "loading" | "nothing" | "found";

/** What stands below the list: that it is on its way, did not come, holds nothing or not all, each with what to do next. */
export function SearchNotes(props: SearchNotesProps) {
  const { answer, typed, count, onClear } = props;
  const styles = useSearchStyles();
  const words = useWords();
  const state = stateOf(props);
  return (
    <>
      <output className={styles.aloud}>{aloud(state, count, words)}</output>
      {state === "starting" || (state === "loading" && count === 0) ? (
        <p className={styles.below} aria-hidden>
          {aloud(state, count, words)}
        </p>
      ) : null}
      {state === "offline" ? <Note text={words.offline} /> : null}
      {state === "failed" ? (
        <Failure
          problem={answer.error}
          onRetry={() => {
            void answer.refetch();
          }}
        />
      ) : null}
      {state === "nothing" ? (
        <Note text={words.nothing(typed.trim())} next={words.nothingNext}>
          <Button onClick={onClear}>{words.clear}</Button>
        </Note>
      ) : null}
      {state === "found" && answer.data?.more === true ? <p className={styles.below}>{words.more}</p> : null}
    </>
  );
}

function stateOf({ answer, busy, waiting, online, count }: SearchNotesProps): State {
  if (busy) return "starting";
  if (!online) return "offline";
  if (answer.isError && !answer.isFetching) return "failed";
  if (waiting) return "loading";
  return count === 0 ? "nothing" : "found";
}

/** What a screen reader says as it changes; the rest is told by notes of their own. */
function aloud(state: State, count: number, words: SearchWords): string {
  if (state === "starting") return words.starting;
  if (state === "loading") return words.loading;
  return state === "found" ? words.found(count) : "";
}

function Failure({ problem, onRetry }: { readonly problem: ApiProblem | null; readonly onRetry: () => void }) {
  const words = useWords();
  const { shell } = useTexts();
  const id = problem?.requestId ?? "";
  return (
    <Note text={id === "" ? words.failed : `${words.failed} ${shell.errorId(id)}`}>
      <Button onClick={onRetry}>{words.retry}</Button>
    </Note>
  );
}

interface NoteProps {
  readonly text: string;
  readonly next?: string;
  readonly children?: ReactNode;
}

function Note({ text, next, children }: NoteProps) {
  const styles = useSearchStyles();
  return (
    <div className={styles.below} role="alert">
      <p className={styles.text}>{text}</p>
      {next === undefined ? null : <p className={styles.text}>{next}</p>}
      {children}
    </div>
  );
}
