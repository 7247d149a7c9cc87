import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BotChannel, createBotChannel } from "./bot-channel/bot-channel.ts";
import type { InstalledApp } from "./bot-channel/channel-wire.ts";
import { type Clock, createClock } from "./clock.ts";
import type { TeamsApp } from "./graph-server/activity/teams-app.ts";
import type { Guide } from "./guide.ts";
import { createIdentity, type Identity } from "./identity/identity.ts";
import { createMicrosoft365 } from "./microsoft-365.ts";
import type { AppPackage } from "./teams-host/app-package.ts";
import { createChannelTabs } from "./teams-host/channel-tabs.ts";
import { createInstalledApps, type InstalledApps } from "./teams-host/installed-apps.ts";
import { createLiveStream } from "./teams-host/live-stream.ts";
import { hostAudience } from "./teams-host/persona-token.ts";
import { createTeamsHost } from "./teams-host/teams-host.ts";
import type { WorkspaceOrigins } from "./workspace-origins.ts";
import type { WorkspaceSeed } from "./workspace-seed.ts";

type Fetch = (request: Request) => Promise<Response>;

/** The parts of one workspace, not yet listening. */
export interface Rooms {
  readonly clock: Clock;
  readonly identity: Identity;
  readonly host: Fetch;
  readonly graph: Fetch;
  readonly sharePoint: Fetch;
  /** To be called when everything listens: tells bots what they have not heard before the last stop. */
  resume(): void;
  close(): void;
}

export interface RoomsOptions {
  readonly seed: WorkspaceSeed;
  readonly origins: WorkspaceOrigins;
  readonly dataFolder: string | undefined;
  readonly startAt: Date | undefined;
  readonly machineNow: () => Date;
  readonly assetsFolder: string | undefined;
  readonly guide: Guide | undefined;
}

/** Opens sign-in, clock, Graph, SharePoint, bot channel and Teams host over one data folder (or in memory). */
export async function openRooms(options: RoomsOptions): Promise<Rooms> {
  const { seed, origins, dataFolder, machineNow, startAt, assetsFolder } = options;
  if (dataFolder !== undefined) mkdirSync(dataFolder, { recursive: true });
  const kept = (name: string): string | undefined => (dataFolder === undefined ? undefined : join(dataFolder, name));
  const clock = createClock({ machineNow, ...given("file", kept("clock.json")), ...given("startAt", startAt) });
  const identity = await createIdentity({
    seed,
    origin: origins.identity,
    machineNow,
    hostOrigins: [origins.host, origins.host.replace("localhost", "127.0.0.1")],
    ...given("keysFile", kept("identity-key.json")),
  });
  const apps = createInstalledApps(kept("apps"));
  const live = createLiveStream();
  const microsoft365 = createMicrosoft365({
    seed,
    origins,
    clock,
    identity,
    live,
    teamsApps: () => apps.list().flatMap(notifyingApp),
    machineNow,
    dataFile: kept("graph.sqlite"),
    assetsFolder,
  });
  const channel = openChannel({ ...options, clock, identity, apps, dataFile: kept("channel.sqlite") ?? ":memory:" });
  const installBots = async (packages: readonly AppPackage[]): Promise<void> => {
    for (const bot of packages.flatMap(installedBot)) await channel.installApp(bot);
  };
  clock.onMove((reading) => live.publish({ kind: "clock", detail: reading }));
  const host = createTeamsHost({
    seed,
    origins,
    clock,
    apps,
    channelTabs: createChannelTabs(kept("channel-tabs.json")),
    identity,
    live,
    graph: microsoft365.controls,
    guide: options.guide,
    watch: microsoft365.watch,
    activities: microsoft365.activities,
    channel: channel.fetch,
    onInstall: (id) => installBots(apps.list().filter((app) => app.id === id)),
    ...given("assetsFolder", assetsFolder),
  });
  return {
    clock,
    identity,
    host: host.fetch,
    graph: microsoft365.graph,
    sharePoint: microsoft365.sharePoint,
    resume: () => void installBots(apps.list()),
    close: () => {
      clock.close();
      live.close();
      channel.close();
      microsoft365.close();
    },
  };
}

function openChannel(parts: {
  readonly seed: WorkspaceSeed;
  readonly origins: WorkspaceOrigins;
  readonly machineNow: () => Date;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly apps: InstalledApps;
  readonly dataFile: string;
}): BotChannel {
  const { seed, origins, machineNow, clock, identity, apps, dataFile } = parts;
  return createBotChannel({
    seed,
    origin: origins.host,
    dataFile,
    now: clock.now,
    machineNow,
    apps: () => apps.list().flatMap(installedBot),
    verifyBotToken: async (bearer) => {
      const answer = await identity.verify(bearer, { audiences: ["https://api.botframework.com"] });
      return answer.ok && answer.value.kind === "application" ? answer.value.clientId : undefined;
    },
    verifyPersona: async (bearer) => {
      const answer = await identity.verify(bearer, { audiences: [hostAudience] });
      return answer.ok ? answer.value.objectId : undefined;
    },
  });
}

function installedBot({ botId: id, name, messagesUrl, botScopes: scopes }: AppPackage): readonly InstalledApp[] {
  return messagesUrl === undefined ? [] : [{ id, name, messagesUrl, scopes }];
}

/** An app that may speak in activity feeds; apps are installed for everybody. */
function notifyingApp({ id, name, activityTypes, webApplication }: AppPackage): readonly TeamsApp[] {
  if (webApplication === undefined) return [];
  return [{ id, name, clientId: webApplication.id, activityTypes, isInstalledFor: () => true }];
}

/** A property that is left out when it has no value, as exactOptionalPropertyTypes asks for. */
function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
