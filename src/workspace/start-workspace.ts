import type { Clock } from "./clock.ts";
import { consecutiveFreePorts } from "./consecutive-ports.ts";
import type { Guide } from "./guide.ts";
import type { Identity } from "./identity/identity.ts";
import { openRooms } from "./open-rooms.ts";
import { readGuide } from "./read-guide.ts";
import { readWorkspaceSeed } from "./read-workspace-seed.ts";
import { type LoopbackServer, serveLoopback } from "./serve-loopback.ts";
import type { WorkspaceOrigins } from "./workspace-origins.ts";
import type { WorkspaceSeed } from "./workspace-seed.ts";

export interface WorkspaceOptions {
  /** First port; 0 finds five free ones. The second port is left to the service that uses the workspace. */
  readonly port: number;
  /** The seed itself, or the file it is in. */
  readonly seed: WorkspaceSeed | string;
  /** A walk for newcomers, or the file it is in; without it the host page has none. */
  readonly guide?: Guide | string | undefined;
  /** Where everything is kept; without it, in memory. */
  readonly dataFolder?: string;
  /** Where the clock stands at the very first start. */
  readonly startAt?: Date;
  readonly machineNow?: () => Date;
  /** Folder of the built page scripts, when it is not the usual one. */
  readonly assetsFolder?: string;
  readonly log?: (line: Readonly<Record<string, unknown>>) => void;
}

export interface Workspace {
  readonly port: number;
  readonly origins: WorkspaceOrigins;
  /** Where the service that uses the workspace is expected. */
  readonly serviceOrigin: string;
  readonly clock: Clock;
  readonly identity: Identity;
  close(): Promise<void>;
}

/** Starts the local Microsoft 365: Teams host on PORT, Graph on PORT+2, identity on PORT+3, SharePoint on PORT+4. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const seed = typeof options.seed === "string" ? readWorkspaceSeed(options.seed) : options.seed;
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port === 0 ? await consecutiveFreePorts(5) : options.port;
    try {
      return await startAt(port, seed, options);
    } catch (error) {
      // Somebody else took one of the found ports in between.
      if (options.port !== 0 || attempt === 5 || !isAddressInUse(error)) throw error;
    }
  }
}

async function startAt(port: number, seed: WorkspaceSeed, options: WorkspaceOptions): Promise<Workspace> {
  const origins = originsFrom(port);
  const rooms = await openRooms({
    seed,
    origins,
    dataFolder: options.dataFolder,
    startAt: options.startAt,
    machineNow: options.machineNow ?? (() => new Date()),
    assetsFolder: options.assetsFolder,
    guide: typeof options.guide === "string" ? readGuide(options.guide) : options.guide,
  });
  const servers: LoopbackServer[] = [];
  const close = async (): Promise<void> => {
    rooms.close();
    await Promise.all(servers.map((server) => server.close()));
  };
  try {
    for (const [offset, fetch] of [
      [0, rooms.host],
      [2, rooms.graph],
      [3, rooms.identity.fetch],
      [4, rooms.sharePoint],
    ] as const) {
      servers.push(await serveLoopback(fetch, port + offset));
    }
  } catch (error) {
    await close();
    throw error;
  }
  rooms.resume();
  options.log?.({ message: "Workspace ready", port, origins });
  return {
    port,
    origins,
    serviceOrigin: `http://localhost:${port + 1}`,
    clock: rooms.clock,
    identity: rooms.identity,
    close,
  };
}

function originsFrom(port: number): WorkspaceOrigins {
  const at = (offset: number): string => `http://localhost:${port + offset}`;
  return { host: at(0), graph: at(2), identity: at(3), sharePoint: at(4) };
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
