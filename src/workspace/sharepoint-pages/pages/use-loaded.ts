import { useCallback, useEffect, useState } from "react";
import { ReadFailure, type ReadRefusal } from "./graph-reader.ts";

export type Loaded<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "refused"; readonly refusal: ReadRefusal };

/** How a run ended, and which one it was. */
interface Ended<T> {
  readonly load: () => Promise<T>;
  readonly attempt: number;
  readonly state: Loaded<T>;
}

const loading = { status: "loading" } as const;

/** Runs `load` (keep it stable with useCallback) and again on retry; answers of an earlier run are dropped. */
export function useLoaded<T>(load: () => Promise<T>): { readonly state: Loaded<T>; readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [ended, setEnded] = useState<Ended<T>>();
  useEffect(() => {
    let current = true;
    const end = (state: Loaded<T>): void => {
      if (current) setEnded({ load, attempt, state });
    };
    load().then(
      (value) => end({ status: "ready", value }),
      (error: unknown) => end({ status: "refused", refusal: refusalIn(error) }),
    );
    return () => {
      current = false;
    };
  }, [load, attempt]);
  const state = ended?.load === load && ended.attempt === attempt ? ended.state : loading;
  return { state, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}

export function refusalIn(error: unknown): ReadRefusal {
  return error instanceof ReadFailure ? error.refusal : "failed";
}
