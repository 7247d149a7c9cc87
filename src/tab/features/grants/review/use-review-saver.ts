import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type ReviewItem, type ReviewWalk, reviewItemSchema } from "#contract/reviews.ts";
import { saverKeeper, useKeptSaver } from "../../../components/kept-savers.ts";
import { useSession } from "../../../components/session.ts";
import type { Api } from "../../../host/api.ts";
import { ReviewSaver } from "./review-saver.ts";

/** Kept for the life of the tab: a change to a given review is found again as it was typed. */
const keep = saverKeeper<ReviewSaver>();

function saverOf(api: Api, queries: QueryClient, roundKey: string): ReviewSaver {
  return new ReviewSaver(async (applicationKey, request, closing) => {
    const path = `/applications/${applicationKey}/review`;
    const item = await api.send("PUT", path, request, reviewItemSchema, closing);
    queries.setQueryData<ReviewWalk>(["reviews", roundKey], (walk) => walk && withItem(walk, item));
    if (request.give) void queries.invalidateQueries({ queryKey: ["overview"] });
    return item;
  });
}

/** The saver of this walk; each saved item takes its place in the walk. Walking on, leaving the page or hiding it saves. */
export function useReviewSaver(roundKey: string, current: string | undefined): ReviewSaver {
  const { api } = useSession();
  const queries = useQueryClient();
  const saver = useMemo(() => keep(api, roundKey, () => saverOf(api, queries, roundKey)), [api, queries, roundKey]);
  useKeptSaver(
    saver,
    useCallback(
      (closing) => {
        if (current !== undefined) void saver.flush(current, closing);
      },
      [saver, current],
    ),
  );
  return saver;
}

function withItem(walk: ReviewWalk, item: ReviewItem): ReviewWalk {
  const items = walk.items.map((other) => (other.application.key === item.application.key ? item : other));
  return { ...walk, items, given: items.filter((each) => each.state === "given").length };
}
