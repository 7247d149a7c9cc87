import { parseEntityLink } from "./deep-link.ts";
import type { HostApp, HostData, Persona } from "./host-data.ts";

export const themes = ["default", "dark", "contrast"] as const;
export type HostTheme = (typeof themes)[number];

export const locales = ["da-DK", "en-GB"] as const;
export type HostLocale = (typeof locales)[number];

/** What one pane shows: "chat", "sharepoint" or an app's id, with the page of the app. */
export interface PaneState {
  readonly personaId: string;
  readonly place: string;
  readonly entityId: string | undefined;
  readonly subEntityId: string | undefined;
  /** Counts navigations from outside the tab, so that the same address can be opened again. */
  readonly visit: number;
}

export interface HostState {
  readonly panes: readonly PaneState[];
  readonly theme: HostTheme;
  readonly locale: HostLocale;
  /** Seconds tokens of tabs live, when not the usual time. */
  readonly tokenLifetimeS: number | undefined;
}

/**
 * Reads the address: `/?persona=<user name>&app=tab|chat|sharepoint|<app id>&theme=dark&lang=en-GB&persona2=…&app2=…`,
 * or a deep link `/l/entity/<app id>/<entity id>?context=…` with the same parameters.
 */
export function readHostState(address: URL, data: HostData): HostState {
  const query = address.searchParams;
  const link = parseEntityLink(address, address.origin);
  const first = readPane(query, "", data);
  const pane =
    link === undefined
      ? first
      : { ...first, place: link.appId, entityId: link.entityId, subEntityId: link.subEntityId };
  const second = findPersona(data.personas, query.get("persona2")) === undefined ? [] : [readPane(query, "2", data)];
  const lifetime = Number(query.get("tokenLifetime"));
  return {
    panes: [pane, ...second],
    theme: themes.find((theme) => theme === query.get("theme")) ?? "default",
    locale: locales.find((locale) => locale === query.get("lang")) ?? "da-DK",
    tokenLifetimeS: Number.isInteger(lifetime) && lifetime > 0 ? lifetime : undefined,
  };
}

/** The address that leads back to this state. */
export function hostAddress(state: HostState, data: HostData): string {
  const query = new URLSearchParams();
  state.panes.forEach((pane, index) => {
    const suffix = index === 0 ? "" : String(index + 1);
    query.set(`persona${suffix}`, data.personas.find(({ id }) => id === pane.personaId)?.userName ?? "");
    query.set(`app${suffix}`, placeName(pane.place, data.apps));
    if (pane.entityId !== undefined) query.set(`page${suffix}`, pane.entityId);
    if (pane.subEntityId !== undefined) query.set(`sub${suffix}`, pane.subEntityId);
  });
  if (state.theme !== "default") query.set("theme", state.theme);
  if (state.locale !== "da-DK") query.set("lang", state.locale);
  if (state.tokenLifetimeS !== undefined) query.set("tokenLifetime", String(state.tokenLifetimeS));
  return `/?${query}`;
}

/**
 * The state after a reload of the page: a link that was followed before is not followed again, so that the app can
 * lead back to where the person has come since, as after a reload of Teams.
 */
export function afterReload(state: HostState): HostState {
  return { ...state, panes: state.panes.map((pane) => ({ ...pane, subEntityId: undefined })) };
}

/**
 * The pane with another person in it, at the first page of the same place: the page the person before stood on may be
 * one the new person cannot see. The same person again changes nothing.
 */
export function paneOfPerson(pane: PaneState, personaId: string): PaneState {
  if (pane.personaId === personaId) return pane;
  return { ...pane, personaId, entityId: undefined, subEntityId: undefined, visit: pane.visit + 1 };
}

/** The pane that opens when a second persona is put beside the first. */
export function nextPane(panes: readonly PaneState[], data: HostData): PaneState {
  const taken = new Set(panes.map(({ personaId }) => personaId));
  const persona = data.personas.find(({ id }) => !taken.has(id)) ?? data.personas[0];
  return {
    personaId: persona?.id ?? "",
    place: panes[0]?.place ?? "chat",
    entityId: undefined,
    subEntityId: undefined,
    visit: 0,
  };
}

function readPane(query: URLSearchParams, suffix: string, data: HostData): PaneState {
  const persona = findPersona(data.personas, query.get(`persona${suffix}`)) ?? data.personas[0];
  return {
    personaId: persona?.id ?? "",
    place: readPlace(query.get(`app${suffix}`), data.apps),
    entityId: query.get(`page${suffix}`) ?? undefined,
    subEntityId: query.get(`sub${suffix}`) ?? undefined,
    visit: 0,
  };
}

function readPlace(name: string | null, apps: readonly HostApp[]): string {
  if (name === "chat" || name === "sharepoint") return name;
  return (apps.find(({ id }) => id === name) ?? apps[0])?.id ?? "chat";
}

function placeName(place: string, apps: readonly HostApp[]): string {
  return place === apps[0]?.id ? "tab" : place;
}

function findPersona(personas: readonly Persona[], userName: string | null): Persona | undefined {
  return personas.find((persona) => persona.userName === userName || persona.userPrincipalName === userName);
}
