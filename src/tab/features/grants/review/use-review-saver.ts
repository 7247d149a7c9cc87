import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type ReviewItem, type ReviewWalk, reviewItemSchema } from "#contract/reviews.ts";
import { useSession } from "../../../components/session.ts";
import type { Api } from "../../../host/api.ts";
import { ReviewSaver } from "./review-saver.ts";

/** Savers live as long as the tab: a change to a given review is found again as it was typed. */
const savers = new WeakMap<Api, Map<string, ReviewSaver>>();

function saverFor(api: Api, queries: QueryClient, roundKey: string): ReviewSaver {
  const ofApi = savers.get(api) ?? new Map<string, ReviewSaver>();
  savers.set(api, ofApi);
  const known = ofApi.get(roundKey);
  if (known) {
    known.forgetSaved();
    return known;
  }
  const saver = new ReviewSaver(async (applicationKey, request, closing) => {
    const path = `/applications/${applicationKey}/review`;
    const item = await api.send("PUT", path, request, reviewItemSchema, closing);
    queries.setQueryData<ReviewWalk>(["reviews", roundKey], (walk) => walk && withItem(walk, item));
    if (request.give) void queries.invalidateQueries({ queryKey: ["overview"] });
    return item;
  });
  // For the whole life of the tab: what waits may have been left for another page.
  window.addEventListener("beforeunload", (event) => {
    if (saver.isWaiting()) event.preventDefault();
  });
  ofApi.set(roundKey, saver);
  return saver;
}

/** The saver of this walk; each saved item takes its place in the walk. Leaving the page or hiding it saves. */
export function useReviewSaver(roundKey: string, current: string | undefined): ReviewSaver {
  const { api } = useSession();
  const queries = useQueryClient();
  const [saver] = useState(() => saverFor(api, queries, roundKey));
  useSyncExternalStore(saver.subscribe, saver.version);
  useEffect(() => {
    if (current === undefined) return;
    const hide = (): void => {
      if (document.visibilityState === "hidden") void saver.flush(current, true);
    };
    const close = (): void => {
      void saver.flush(current, true);
    };
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("beforeunload", close);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("beforeunload", close);
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
