import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ChangeEvent } from "#contract/events.ts";
import { useSession } from "../components/session.ts";
import { followChanges } from "./follow-changes.ts";

/** Keeps what is on the screen fresh, only while somebody can see it. */
export function useChanges(active: boolean): void {
  const { api } = useSession();
  const queries = useQueryClient();
  useEffect(() => {
    if (!active) return;
    let stream: AbortController | undefined;
    let opened = false;
    const follow = (): void => {
      if (document.visibilityState !== "visible") {
        stream?.abort();
        stream = undefined;
        return;
      }
      if (stream) return;
      stream = new AbortController();
      void followChanges(
        api,
        (event) => {
          // The first "hello" follows the first answers; a later one closes a gap.
          if (event.kind !== "hello" || opened) refresh(queries, event);
          opened = true;
        },
        stream.signal,
      );
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      stream?.abort();
    };
  }, [active, api, queries]);
}

function refresh(queries: QueryClient, event: ChangeEvent): void {
  if (event.kind !== "changed") {
    void queries.invalidateQueries();
    return;
  }
  for (const topic of event.topics) void queries.invalidateQueries({ queryKey: topic.split(":") });
}
