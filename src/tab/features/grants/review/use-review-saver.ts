import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type ReviewItem, type ReviewWalk, reviewItemSchema } from "#contract/reviews.ts";
import { useSession } from "../../../components/session.ts";
import { ReviewSaver } from "./review-saver.ts";

/** The saver of this walk; each saved item takes its place in the walk. Leaving the page or hiding it saves. */
export function useReviewSaver(roundKey: string, current: string | undefined): ReviewSaver {
  const { api } = useSession();
  const queries = useQueryClient();
  const [saver] = useState(
    () =>
      new ReviewSaver(async (applicationKey, request, closing) => {
        const path = `/applications/${applicationKey}/review`;
        const item = await api.send("PUT", path, request, reviewItemSchema, closing);
        queries.setQueryData<ReviewWalk>(["reviews", roundKey], (walk) => walk && withItem(walk, item));
        if (request.give) void queries.invalidateQueries({ queryKey: ["overview"] });
        return item;
      }),
  );
  useSyncExternalStore(saver.subscribe, saver.version);
  useEffect(() => {
    if (current === undefined) return;
    const hide = (): void => {
      if (document.visibilityState === "hidden") void saver.flush(current, true);
    };
    const warn = (event: BeforeUnloadEvent): void => {
      void saver.flush(current, true);
      if (saver.isWaiting(current)) event.preventDefault();
    };
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("beforeunload", warn);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("beforeunload", warn);
      // Walking on saves.
      void saver.flush(current);
    };
  }, [saver, current]);
  return saver;
}

function withItem(walk: ReviewWalk, item: ReviewItem): ReviewWalk {
  const items = walk.items.map((other) => (other.application.key === item.application.key ? item : other));
  return { ...walk, items, given: items.filter((each) => each.state === "given").length };
}
