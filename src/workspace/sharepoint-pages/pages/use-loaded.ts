import { useCallback, useEffect, useState } from "react";
import { ReadFailure, type ReadRefusal } from "./graph-reader.ts";

export type Loaded<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "refused"; readonly refusal: ReadRefusal };

/** Runs `load` (keep it stable with useCallback) and again on retry; answers of an earlier run are dropped. */
export function useLoaded<T>(load: () => Promise<T>): { readonly state: Loaded<T>; readonly retry: () => void } {
  const [state, setState] = useState<Loaded<T>>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setState({ status: "loading" });
    load().then(
      (value) => {
        if (current) setState({ status: "ready", value });
      },
      (error: unknown) => {
        if (current) setState({ status: "refused", refusal: refusalIn(error) });
      },
    );
    return () => {
      current = false;
    };
    // `attempt` only starts a new run.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [load, attempt]);
  return { state, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}

export function refusalIn(error: unknown): ReadRefusal {
  return error instanceof ReadFailure ? error.refusal : "failed";
}
