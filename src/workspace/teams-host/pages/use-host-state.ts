import { useCallback, useEffect, useRef, useState } from "react";
import type { EntityLink } from "./deep-link.ts";
import type { HostData } from "./host-data.ts";
import {
  afterReload,
  goBack,
  goTo,
  type HostLocale,
  type HostState,
  type HostTheme,
  hostAddress,
  nextPane,
  type PaneState,
  paneOfPerson,
  readHostState,
  spotOf,
} from "./host-state.ts";
import { type Bench, type BenchSwitch, type HostClient, withSwitch } from "./test-bench.ts";

/** What people can change in the shell. Panes are counted from 0. */
export interface HostActions {
  setPersona(pane: number, personaId: string): void;
  setPlace(pane: number, place: string): void;
  openPage(pane: number, link: EntityLink): void;
  /** Chooses a channel, and a tab in it or the first one. */
  openChannel(pane: number, channelId: string, tabId: string | undefined): void;
  goBack(pane: number): void;
  signOut(pane: number): void;
  setSwitch(name: BenchSwitch, on: boolean): void;
  clearBench(): void;
  setClient(client: HostClient): void;
  setSplit(split: boolean): void;
  setTheme(theme: HostTheme): void;
  setLocale(locale: HostLocale): void;
}

const noSwitches: Bench = [];

/** The shell's state, read from the address once and written back to it, so that any state is a link. */
export function useHostState(data: HostData): { readonly state: HostState; readonly actions: HostActions } {
  const [state, setState] = useState(() => {
    const read = readHostState(new URL(window.location.href), data);
    return isReload() ? afterReload(read) : read;
  });
  // Channels' tabs come and go while the page stands.
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
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
          : goTo(before, { place, entityId: undefined, subEntityId: undefined, channelId: undefined }),
      ),
    openPage: (pane, link) => change(pane, (before) => goTo(before, spotOf(link, latest.current))),
    openChannel: (pane, channelId, tabId) =>
      change(pane, (before) => goTo(before, { place: "teams", channelId, entityId: tabId, subEntityId: undefined })),
    goBack: (pane) => change(pane, goBack),
    signOut: (pane) => change(pane, (before) => ({ ...before, personaId: "" })),
    setSwitch: (name, on) => setState((before) => ({ ...before, bench: withSwitch(before.bench, name, on) })),
    clearBench: () =>
      setState((before) => ({ ...before, bench: noSwitches, client: "teams", tokenLifetimeS: undefined })),
    setClient: (client) => setState((before) => ({ ...before, client })),
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
