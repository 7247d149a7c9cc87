import type { HostApp, HostData, Persona, Team } from "./host-data.ts";
import type { TabPane } from "./tab-handlers.ts";
import type { HostActions } from "./use-host-state.ts";

export const hostOrigin = "http://localhost:4280";

/** A person of the trial tenant. */
export function aPersona(userName: string): Persona {
  return {
    id: `id-${userName}`,
    userName,
    userPrincipalName: `${userName}@proeve.example`,
    displayName: userName,
    jobTitle: "",
    department: "",
    featured: true,
  };
}

export const anApp: HostApp = {
  id: "app-1",
  name: "Prøve",
  accentColor: "#113355",
  botId: "b",
  origin: "http://localhost:4281",
  hasIcons: false,
  showLoadingIndicator: false,
  activityTypes: [],
  tabs: [],
};

export const aTeam: Team = {
  id: "19:team@thread.tacv2",
  groupId: "g",
  displayName: "Åben",
  sitePath: "/sites/aaben",
  roles: { "id-anna": "owner" },
};

/** Anna and Bo, one app, and one team that Anna owns. */
export function hostData(changes: Partial<HostData> = {}): HostData {
  return {
    configuration: {
      origins: { host: hostOrigin, graph: "", identity: "", sharePoint: "http://localhost:4290" },
      tenant: { id: "t", displayName: "Prøvekommune", domain: "proeve.example", timeZone: "Europe/Copenhagen" },
      teams: [aTeam],
    },
    personas: [aPersona("anna"), aPersona("bo")],
    apps: [anApp],
    channelTabs: [],
    ...changes,
  };
}

/** Actions that do nothing but what a test puts in their place. */
export function hostActions(changes: Partial<HostActions> = {}): HostActions {
  const nothing = (): undefined => undefined;
  return {
    setPersona: nothing,
    setPlace: nothing,
    openPage: nothing,
    openChannel: nothing,
    goBack: nothing,
    signOut: nothing,
    setSplit: nothing,
    setTheme: nothing,
    setLocale: nothing,
    setSwitch: nothing,
    clearBench: nothing,
    setClient: nothing,
    ...changes,
  };
}

/** A pane that takes everything. */
export function aTabPane(changes: Partial<TabPane> = {}): TabPane {
  return {
    appId: "this",
    entityId: "home",
    runtime: { frameContext: "content", client: "teams", bench: [] },
    context: () => ({}),
    onLoaded: () => undefined,
    onFailed: () => undefined,
    openPage: () => true,
    openLink: () => true,
    shareLink: () => undefined,
    shareAddress: () => undefined,
    selectPeople: () => Promise.resolve([]),
    nestedAppAuth: () => Promise.resolve(undefined),
    signOnToken: () => Promise.resolve([false, "none"] as const),
    user: () => ({}),
    goBack: () => false,
    returnFocus: () => undefined,
    copy: () => Promise.resolve(true),
    settings: { current: () => undefined },
    opener: { open: () => Promise.resolve([null, undefined]), tellDialog: () => undefined },
    ...changes,
  };
}
