import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import type { Clock } from "../clock.ts";
import { clockRoutes } from "../clock-routes.ts";
import type { ActivityNotifications } from "../graph-server/activity/activity-notifications.ts";
import type { Guide } from "../guide.ts";
import type { Identity } from "../identity/identity.ts";
import type { WorkspaceOrigins } from "../workspace-origins.ts";
import type { WorkspaceSeed } from "../workspace-seed.ts";
import { activityRoutes } from "./activity-routes.ts";
import { appRoutes } from "./app-routes.ts";
import { channelRoutes } from "./channel-routes.ts";
import { type ChannelTabs, createChannelTabs } from "./channel-tabs.ts";
import { faultRoutes, type GraphControls, trafficRoutes } from "./graph-control-routes.ts";
import { type GuideWatch, guideRoutes } from "./guide-routes.ts";
import { hostAsset } from "./host-assets.ts";
import { hostDocument } from "./host-document.ts";
import type { InstalledApps } from "./installed-apps.ts";
import type { LiveStream } from "./live-stream.ts";
import { personaToken } from "./persona-token.ts";
import { teamsOf } from "./teams.ts";

export interface TeamsHostOptions {
  readonly seed: WorkspaceSeed;
  readonly origins: WorkspaceOrigins;
  readonly clock: Clock;
  readonly apps: InstalledApps;
  /** Without them, tabs in channels are kept in memory. */
  readonly channelTabs?: ChannelTabs;
  /** Called after an upload, so that the bot channel can install the bot. */
  readonly onInstall: (appId: string) => Promise<void>;
  readonly identity: Identity;
  readonly graph: GraphControls;
  readonly activities: ActivityNotifications;
  readonly live: LiveStream;
  /** A walk for newcomers, when there is one, and what tells how far they are. */
  readonly guide: Guide | undefined;
  readonly watch: GuideWatch;
  /** Answers everything under /channel. */
  readonly channel: (request: Request) => Promise<Response>;
  /** Folder of the built page scripts. */
  readonly assetsFolder?: string;
}

const defaultAssets = fileURLToPath(new URL("../../../build/workspace/", import.meta.url));

/** The Teams host: its page, the workspace's own API and the bot channel, all on one origin. */
export function createTeamsHost(options: TeamsHostOptions): { fetch(request: Request): Promise<Response> } {
  const { apps, clock, origins, seed, live } = options;
  const app = new Hono();
  const page = (): Response =>
    hostDocument({ frameOrigins: apps.list().map(({ origin }) => origin), identityOrigin: origins.identity });
  app.get("/", page);
  app.get("/l/*", page);
  app.get("/assets/:name", (context) => hostAsset(options.assetsFolder ?? defaultAssets, context.req.param("name")));
  app.all("/channel/*", (context) => options.channel(context.req.raw));
  app.use("/workspace/*", async (context, next) => {
    const from = context.req.header("origin");
    const loopback = from === undefined || ["localhost", "127.0.0.1"].includes(URL.parse(from)?.hostname ?? "");
    return loopback ? next() : context.json({ error: { code: "forbidden", message: "Foreign origin." } }, 403);
  });
  const teams = teamsOf(seed);
  app.get("/workspace/configuration", (context) => context.json({ origins, tenant: seed.tenant, teams }));
  app.get("/workspace/personas", (context) => context.json({ personas: personas(seed) }));
  app.post("/workspace/persona-token", (context) =>
    personaToken(context, { seed, origins, identity: options.identity }),
  );
  app.get("/workspace/live", () => live.connect());
  app.route("/workspace/clock", clockRoutes(clock));
  app.route("/workspace/apps", appRoutes({ apps, live, onInstall: options.onInstall }));
  app.route(
    "/workspace/channel-tabs",
    channelRoutes({ tabs: options.channelTabs ?? createChannelTabs(), teams, apps, live }),
  );
  app.route("/workspace/activities", activityRoutes(options.activities, live));
  app.route("/workspace/faults", faultRoutes(options.graph, live));
  const featured = seed.people.filter((person) => person.featured === true);
  const people = new Set(featured.map(({ userPrincipalName }) => userPrincipalName));
  app.route("/workspace/guide", guideRoutes(options.guide, options.watch, people));
  app.route("/workspace/traffic", trafficRoutes(options.graph));
  return { fetch: async (request) => app.fetch(request) };
}

/** Featured persons first, in the seed's order; then the rest by name. */
function personas(seed: WorkspaceSeed): readonly object[] {
  const byName = new Intl.Collator("da");
  const featured = seed.people.filter((person) => person.featured === true);
  const others = seed.people.filter((person) => person.featured !== true);
  return [...featured, ...others.toSorted((a, b) => byName.compare(a.displayName, b.displayName))].map((person) => ({
    id: person.id,
    userName: person.userPrincipalName.slice(0, person.userPrincipalName.lastIndexOf("@")),
    userPrincipalName: person.userPrincipalName,
    displayName: person.displayName,
    jobTitle: person.jobTitle,
    department: person.department,
    preferredLanguage: person.preferredLanguage,
    featured: person.featured === true,
  }));
}
