import type { Clock } from "./clock.ts";
import type { Identity } from "./identity/identity.ts";
import type { GraphControls } from "./teams-host/graph-control-routes.ts";
import type { InstalledApps } from "./teams-host/installed-apps.ts";
import type { LiveStream } from "./teams-host/live-stream.ts";
import type { WorkspaceOrigins } from "./workspace-origins.ts";
import type { WorkspaceSeed } from "./workspace-seed.ts";

export function createMicrosoft365(_options: {
  readonly seed: WorkspaceSeed;
  readonly origins: WorkspaceOrigins;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly live: LiveStream;
  readonly apps: InstalledApps;
  readonly dataFile: string | undefined;
}) {
  const controls: GraphControls = {
    setFaults: () => {},
    clearFaults: () => {},
    traffic: () => ({}),
    resetTraffic: () => {},
  };
  const none = (): Promise<Response> => Promise.resolve(new Response("Not found", { status: 404 }));
  return { controls, graph: none, sharePoint: none, close: () => {} };
}
