import { type EntityLink, parseEntityLink } from "./deep-link.ts";
import type { HostApp, HostData, Persona } from "./host-data.ts";
import { isOwnPlace } from "./places.ts";
import { type Bench, type HostClient, hostClients, readBench } from "./test-bench.ts";

export const themes = ["default", "dark", "contrast"] as const;
export type HostTheme = (typeof themes)[number];

export const locales = ["da-DK", "en-GB"] as const;
export type HostLocale = (typeof locales)[number];

/** The persona of an address in which nobody is signed in. */
const nobody = "none";

/** What one pane shows: one of the host's own places or an app's id, with the page of the app. */
export interface PaneState {
  /** Empty when nobody is signed in. */
  readonly personaId: string;
  readonly place: string;
  readonly entityId: string | undefined;
  readonly subEntityId: string | undefined;
  /** The channel chosen among the teams; the page is then the id of the tab in it. */
  readonly channelId?: string | undefined;
  /** Where the pane was before, the latest last. */
  readonly before?: readonly Spot[];
  /** Counts navigations from outside the tab, so that the same address can be opened again. */
  readonly visit: number;
}

/** A place a pane can go back to. */
export type Spot = Pick<PaneState, "place" | "entityId" | "subEntityId" | "channelId">;

export interface HostState {
  readonly panes: readonly PaneState[];
  readonly theme: HostTheme;
  readonly locale: HostLocale;
  /** Seconds tokens of tabs live, when not the usual time. */
  readonly tokenLifetimeS: number | undefined;
  readonly bench: Bench;
  /** Whose client the panes look like. */
  readonly client: HostClient;
}

/**
 * Reads the address: `/?persona=<user name>&app=tab|chat|sharepoint|<app id>&theme=dark&lang=en-GB&persona2=…&app2=…`,
 * `persona=none` for nobody, `client=outlook|phone`, `bench=slow,…` for the switches of the test bench; or a deep link `/l/entity/<app id>/<entity id>?context=…` with the same parameters.
 */
export function readHostState(address: URL, data: HostData): HostState {
  const query = address.searchParams;
  const link = parseEntityLink(address, address.origin);
  const first = readPane(query, "", data);
  const pane = link === undefined ? first : { ...first, ...spotOf(link, data) };
  const beside = query.get("persona2");
  const second =
    beside !== nobody && findPersona(data.personas, beside) === undefined ? [] : [readPane(query, "2", data)];
  const lifetime = Number(query.get("tokenLifetime"));
  return {
    panes: [pane, ...second],
    theme: themes.find((theme) => theme === query.get("theme")) ?? "default",
    locale: locales.find((locale) => locale === query.get("lang")) ?? "da-DK",
    tokenLifetimeS: Number.isInteger(lifetime) && lifetime > 0 ? lifetime : undefined,
    bench: readBench(query.get("bench")),
    client: hostClients.find((client) => client === query.get("client")) ?? "teams",
  };
}

/** The address that leads back to this state. */
export function hostAddress(state: HostState, data: HostData): string {
  const query = new URLSearchParams();
  state.panes.forEach((pane, index) => {
    const suffix = index === 0 ? "" : String(index + 1);
    query.set(`persona${suffix}`, data.personas.find(({ id }) => id === pane.personaId)?.userName ?? nobody);
    query.set(`app${suffix}`, placeName(pane.place, data.apps));
    if (pane.channelId !== undefined) query.set(`channel${suffix}`, pane.channelId);
    if (pane.entityId !== undefined) query.set(`page${suffix}`, pane.entityId);
    if (pane.subEntityId !== undefined) query.set(`sub${suffix}`, pane.subEntityId);
  });
  if (state.theme !== "default") query.set("theme", state.theme);
  if (state.locale !== "da-DK") query.set("lang", state.locale);
  if (state.tokenLifetimeS !== undefined) query.set("tokenLifetime", String(state.tokenLifetimeS));
  if (state.client !== "teams") query.set("client", state.client);
  // Commas stay readable in an address people pass on.
  return `/?${query}${state.bench.length === 0 ? "" : `&bench=${state.bench.join(",")}`}`;
}

/** Where a link to a page of an app leads: to the app, or to the app's tab in a channel. */
export function spotOf(link: EntityLink, { channelTabs }: Pick<HostData, "channelTabs">): Spot {
  const { appId, channelId, entityId, subEntityId } = link;
  const tab = channelTabs.find(
    (each) => each.channelId === channelId && each.appId === appId && each.entityId === entityId,
  );
  if (tab !== undefined) return { place: "teams", channelId, entityId: tab.id, subEntityId };
  return { place: appId, channelId: undefined, entityId: entityId === "" ? undefined : entityId, subEntityId };
}

/** The pane gone to another spot; it remembers the last few it came from. */
export function goTo(pane: PaneState, spot: Spot): PaneState {
  const { place, entityId, subEntityId, channelId } = pane;
  const before = [...(pane.before ?? []), { place, entityId, subEntityId, channelId }].slice(-20);
  return { ...pane, ...spot, before, visit: pane.visit + 1 };
}

/** The pane where it was before; the same pane when it has been nowhere else. */
export function goBack(pane: PaneState): PaneState {
  const spot = pane.before?.at(-1);
  if (spot === undefined) return pane;
  return { ...pane, ...spot, before: pane.before?.slice(0, -1) ?? [], visit: pane.visit + 1 };
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
 * one the new person cannot see. The same person again changes nothing; who signs in gets what was asked for.
 */
export function paneOfPerson(pane: PaneState, personaId: string): PaneState {
  if (pane.personaId === personaId) return pane;
  if (pane.personaId === "") return { ...pane, personaId, visit: pane.visit + 1 };
  const start = { entityId: undefined, subEntityId: undefined, channelId: undefined, before: [] };
  return { ...pane, ...start, personaId, visit: pane.visit + 1 };
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
  const name = query.get(`persona${suffix}`);
  const persona = findPersona(data.personas, name) ?? data.personas[0];
  const channelId = query.get(`channel${suffix}`);
  return {
    personaId: name === nobody ? "" : (persona?.id ?? ""),
    ...(channelId === null ? {} : { channelId }),
    place: readPlace(query.get(`app${suffix}`), data.apps),
    entityId: query.get(`page${suffix}`) ?? undefined,
    subEntityId: query.get(`sub${suffix}`) ?? undefined,
    visit: 0,
  };
}

function readPlace(name: string | null, apps: readonly HostApp[]): string {
  if (name !== null && isOwnPlace(name)) return name;
  return (apps.find(({ id }) => id === name) ?? apps[0])?.id ?? "chat";
}

function placeName(place: string, apps: readonly HostApp[]): string {
  return place === apps[0]?.id ? "tab" : place;
}

function findPersona(personas: readonly Persona[], userName: string | null): Persona | undefined {
  return personas.find((persona) => persona.userName === userName || persona.userPrincipalName === userName);
}
