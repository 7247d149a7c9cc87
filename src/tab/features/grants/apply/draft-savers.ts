import { useEffect, useSyncExternalStore } from "react";
import { type DraftView, draftSchema } from "#contract/drafts.ts";
import { useSession } from "../../../components/session.ts";
import type { Api } from "../../../host/api.ts";
import { DraftSaver, type DraftSnapshot, type SaveDraftRequest } from "./draft-saver.ts";

/** Browsers refuse to outlive the page with more than 64 KB; a request that may be cut off is better than none. */
const MOST_KEEPALIVE_BYTES = 60_000;

/**
 * Savers live as long as the tab, so that a form left in a hurry is still saved, and found again as it was typed. They
 * watch the window themselves, whatever page is shown: what waits is sent when the window is hidden, when the network,
 * the sleeping machine or the sign-in is back, and closing warns.
 */
const savers = new WeakMap<Api, Map<string, DraftSaver>>();

function saversOf(api: Api): Map<string, DraftSaver> {
  const known = savers.get(api);
  if (known) return known;
  const ofApi = new Map<string, DraftSaver>();
  savers.set(api, ofApi);
  const each = (act: (saver: DraftSaver) => void): void => {
    for (const saver of ofApi.values()) act(saver);
  };
  const again = (): void => {
    each((saver) => saver.retry());
  };
  window.addEventListener("online", again);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") each((saver) => void saver.flush(true));
    else again();
  });
  window.addEventListener("beforeunload", (event) => {
    each((saver) => {
      const { state } = saver.snapshot();
      // What was refused and left has been told; nothing more can come of it.
      if (state === "saved" || (state === "refused" && !saver.isShown())) return;
      void saver.flush(true);
      event.preventDefault();
    });
  });
  api.signals.subscribe((now, before) => {
    if (before.signInNeeded && !now.signInNeeded) again();
  });
  return ofApi;
}

function saverFor(api: Api, draft: DraftView): DraftSaver {
  const ofApi = saversOf(api);
  const known = ofApi.get(draft.key);
  if (known) return known;
  const saver = new DraftSaver({
    draft,
    save: (request, closing) =>
      api.send("PATCH", `/drafts/${draft.key}`, request, draftSchema, closing && isShort(request)),
    onWait: (saveWaits) => {
      api.signals.tell({ saveWaits });
    },
  });
  ofApi.set(draft.key, saver);
  return saver;
}

function isShort(request: SaveDraftRequest): boolean {
  return new TextEncoder().encode(JSON.stringify(request)).length < MOST_KEEPALIVE_BYTES;
}

/** The saver of a draft and what it shows now. What waits is sent when the form is left. */
export function useDraftSaver(draft: DraftView): readonly [DraftSaver, DraftSnapshot] {
  const { api } = useSession();
  const saver = saverFor(api, draft);
  const snapshot = useSyncExternalStore(saver.subscribe, saver.snapshot);

  useEffect(() => {
    saver.accept(draft);
  }, [saver, draft]);
  useEffect(
    () => () => {
      void saver.flush();
    },
    [saver],
  );
  return [saver, snapshot];
}
