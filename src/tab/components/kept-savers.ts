import { useEffect, useSyncExternalStore } from "react";
import type { Api } from "../host/api.ts";

interface KeptSaver {
  readonly subscribe: (listener: () => void) => () => void;
  readonly version: () => number;
  readonly isWaiting: () => boolean;
  readonly forgetSaved: () => void;
}

/**
 * Keeps one saver per key for the life of the tab, so that what the service has not stored is found again after
 * another page; closing the window asks while anything waits. Answers a function: with the api, the key and how to
 * make one.
 */
export function saverKeeper<Saver extends KeptSaver>(): (api: Api, key: string, make: () => Saver) => Saver {
  const savers = new WeakMap<Api, Map<string, Saver>>();
  return (api, key, make) => {
    const ofApi = savers.get(api) ?? new Map<string, Saver>();
    savers.set(api, ofApi);
    const known = ofApi.get(key);
    if (known) {
      known.forgetSaved();
      return known;
    }
    const saver = make();
    window.addEventListener("beforeunload", (event) => {
      if (saver.isWaiting()) event.preventDefault();
    });
    ofApi.set(key, saver);
    return saver;
  };
}

/** Shows a saver's changes, and saves when the page is left, hidden or closed. `flush` stays the same between renders. */
export function useKeptSaver(saver: KeptSaver, flush: (closing: boolean) => void): void {
  useSyncExternalStore(saver.subscribe, saver.version);
  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === "hidden") flush(true);
    };
    const close = (): void => {
      flush(true);
    };
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("beforeunload", close);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("beforeunload", close);
      flush(false);
    };
  }, [flush]);
}
