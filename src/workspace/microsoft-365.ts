import type { Clock } from "./clock.ts";
import type { ActivityNotifications } from "./graph-server/activity/activity-notifications.ts";
import type { TeamsApp } from "./graph-server/activity/teams-app.ts";
import { createGraphServer } from "./graph-server/graph-server.ts";
import type { TokenClaims, TokenFailure } from "./graph-server/token-claims.ts";
import type { Identity } from "./identity/identity.ts";
import { graphResource } from "./identity/requested-scopes.ts";
import type { TokenRefusal, VerifyAnswer } from "./identity/verify-token.ts";
import { createSharePointPages } from "./sharepoint-pages/sharepoint-pages.ts";
import type { GraphControls } from "./teams-host/graph-control-routes.ts";
import type { GuideWatch } from "./teams-host/guide-routes.ts";
import type { LiveStream } from "./teams-host/live-stream.ts";
import type { WorkspaceOrigins } from "./workspace-origins.ts";
import type { WorkspaceSeed } from "./workspace-seed.ts";

type Fetch = (request: Request) => Promise<Response>;

/** Graph and SharePoint over one database; what happens in them is told to the open host pages. */
export interface Microsoft365 {
  readonly graph: Fetch;
  readonly sharePoint: Fetch;
  readonly controls: GraphControls;
  readonly watch: GuideWatch;
  readonly activities: ActivityNotifications;
  close(): void;
}

/** Opens Graph and SharePoint; without a data file they are kept in memory. */
export function createMicrosoft365(options: {
  readonly seed: WorkspaceSeed;
  readonly origins: WorkspaceOrigins;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly live: LiveStream;
  /** Asked at each activity notification. */
  readonly teamsApps: () => readonly TeamsApp[];
  readonly machineNow: () => Date;
  readonly dataFile: string | undefined;
  readonly assetsFolder: string | undefined;
}): Microsoft365 {
  const { seed, origins, clock, identity, live, machineNow } = options;
  const graph = createGraphServer({
    seed,
    dataFile: options.dataFile ?? ":memory:",
    origin: origins.graph,
    sharePointOrigin: origins.sharePoint,
    teamsOrigin: origins.host,
    teamsApps: options.teamsApps,
    siteHost: new URL(origins.sharePoint).hostname,
    now: clock.now,
    machineNow: () => machineNow().getTime(),
    verifyToken: async (bearer) => tokenClaims(await identity.verify(bearer, { audiences: [graphResource] })),
  });
  const applicationNames = new Map(seed.applications.map(({ id, displayName }) => [id, displayName]));
  const at = (): string => clock.now().toISOString();
  graph.onRequest((report) =>
    live.publish({
      kind: "request",
      detail: { at: at(), ...report, client: applicationNames.get(report.client) ?? report.client },
    }),
  );
  graph.onChange(({ listName, itemId, kind, by }) =>
    live.publish({ kind: "change", detail: { at: at(), list: listName, itemId, kind, by: by.displayName } }),
  );
  const pages = createSharePointPages({
    seed,
    origin: origins.sharePoint,
    graphOrigin: origins.graph,
    identityOrigin: origins.identity,
    hostOrigin: origins.host,
    rest: graph.sharePoint.fetch,
    now: clock.now,
    ...(options.assetsFolder === undefined ? {} : { assetsFolder: options.assetsFolder }),
  });
  return {
    graph: graph.fetch,
    sharePoint: pages.fetch,
    controls: graph,
    watch: graph,
    activities: graph.activityNotifications,
    close: graph.close,
  };
}

/** A verified token in Graph's words. */
function tokenClaims(answer: VerifyAnswer): TokenClaims | TokenFailure {
  if (!answer.ok) return { kind: "refused", reason: reasons[answer.refusal] };
  const { kind, objectId, userPrincipalName, clientId, scopes, roles } = answer.value;
  if (kind === "application") return { kind: "application", appId: clientId, roles };
  return {
    kind: "delegated",
    userId: objectId,
    userPrincipalName: userPrincipalName ?? "",
    appId: clientId,
    scopes,
    roles,
  };
}

const reasons = {
  missing: "invalid",
  malformed: "invalid",
  signature: "invalid",
  issuer: "invalid",
  audience: "wrong-audience",
  expired: "expired",
} as const satisfies Record<TokenRefusal, TokenFailure["reason"]>;
