import { useCallback, useEffect, useState } from "react";
import type { EntityLink } from "./deep-link.ts";
import type { HostData } from "./host-data.ts";
import {
  afterReload,
  type HostLocale,
  type HostState,
  type HostTheme,
  hostAddress,
  nextPane,
  type PaneState,
  paneOfPerson,
  readHostState,
} from "./host-state.ts";

/** What people can change in the shell. Panes are counted from 0. */
export interface HostActions {
  setPersona(pane: number, personaId: string): void;
  setPlace(pane: number, place: string): void;
  openPage(pane: number, link: EntityLink): void;
  setSplit(split: boolean): void;
  setTheme(theme: HostTheme): void;
  setLocale(locale: HostLocale): void;
}

/** The shell's state, read from the address once and written back to it, so that any state is a link. */
export function useHostState(data: HostData): { readonly state: HostState; readonly actions: HostActions } {
  const [state, setState] = useState(() => {
    const read = readHostState(new URL(window.location.href), data);
    return isReload() ? afterReload(read) : read;
  });
  useEffect(() => window.history.replaceState(null, "", hostAddress(state, data)), [state, data]);
  const change = useCallback(
    (pane: number, next: (before: PaneState) => PaneState) =>
      setState((before) => ({
        ...before,
        panes: before.panes.map((found, index) => (index === pane ? next(found) : found)),
      })),
    [],
  );
  const [actions] = useState<HostActions>(() => ({
    setPersona: (pane, personaId) => change(pane, (before) => paneOfPerson(before, personaId)),
    setPlace: (pane, place) =>
      change(pane, (before) =>
        before.place === place
          ? before
          : { ...before, place, entityId: undefined, subEntityId: undefined, visit: before.visit + 1 },
      ),
    openPage: (pane, { appId, entityId, subEntityId }) =>
      change(pane, (before) => ({
        ...before,
        place: appId,
        entityId: entityId === "" ? undefined : entityId,
        subEntityId,
        visit: before.visit + 1,
      })),
    setSplit: (split) =>
      setState((before) => ({
        ...before,
        panes: split ? [...before.panes, nextPane(before.panes, data)].slice(0, 2) : before.panes.slice(0, 1),
      })),
    setTheme: (theme) => setState((before) => ({ ...before, theme })),
    setLocale: (locale) => setState((before) => ({ ...before, locale })),
  }));
  return { state, actions };
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.type === "reload";
}
