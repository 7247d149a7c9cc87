import { useEffect, useSyncExternalStore } from "react";
import { type DraftView, draftSchema } from "#contract/drafts.ts";
import { useSession } from "../../../components/session.ts";
import type { Api } from "../../../host/api.ts";
import { DraftSaver, type DraftSnapshot } from "./draft-saver.ts";

/** Savers live as long as the tab, so that a form left in a hurry is still saved, and found again as it was typed. */
const savers = new WeakMap<Api, Map<string, DraftSaver>>();

function saverFor(api: Api, draft: DraftView): DraftSaver {
  const ofApi = savers.get(api) ?? new Map<string, DraftSaver>();
  savers.set(api, ofApi);
  const known = ofApi.get(draft.key);
  if (known) return known;
  const saver = new DraftSaver({
    draft,
    save: (request, closing) => api.send("PATCH", `/drafts/${draft.key}`, request, draftSchema, closing),
  });
  ofApi.set(draft.key, saver);
  return saver;
}

/** The saver of a draft and what it shows now. What waits is sent when the page is hidden or left; closing warns. */
export function useDraftSaver(draft: DraftView): readonly [DraftSaver, DraftSnapshot] {
  const { api } = useSession();
  const saver = saverFor(api, draft);
  const snapshot = useSyncExternalStore(saver.subscribe, saver.snapshot);

  useEffect(() => {
    saver.accept(draft);
  }, [saver, draft]);
  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === "hidden") void saver.flush(true);
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.snapshot().state === "saved") return;
      void saver.flush(true);
      event.preventDefault();
    };
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("beforeunload", warn);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("beforeunload", warn);
      void saver.flush();
    };
  }, [saver]);
  return [saver, snapshot];
}
