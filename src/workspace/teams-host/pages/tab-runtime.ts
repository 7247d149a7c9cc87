import type { Bench, HostClient } from "./test-bench.ts";

/** Where in the host a page of an app stands, in the library's words. */
export type FrameContext = "content" | "settings" | "remove" | "task";

/** What `initialize` is answered by. */
export interface RuntimeOptions {
  readonly frameContext: FrameContext;
  readonly client: HostClient;
  readonly bench: Bench;
}

export const clientTypes: Readonly<Record<HostClient, string>> = { teams: "web", outlook: "web", phone: "android" };

/**
 * What the host can do, as the client library reads it. Only what is answered is offered: a capability that is
 * named here and not answered leaves the tab waiting for ever.
 */
function hostRuntime({ client, bench }: RuntimeOptions): object {
  const signsOn = !bench.includes("no-sign-on");
  const teams = client !== "outlook";
  return {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isNAAChannelRecommended: signsOn,
    isLegacyTeams: false,
    supports: {
      app: { notifySuccessResponse: {} },
      clipboard: {},
      ...(bench.includes("no-dialogs") ? {} : { dialog: { card: {}, url: { parentCommunication: {} }, update: {} } }),
      ...(signsOn ? { nestedAppAuth: {} } : {}),
      pages: {
        backStack: {},
        currentApp: {},
        ...(client === "phone" ? {} : { appButton: {} }),
        ...(teams ? { config: {}, tabs: {} } : {}),
      },
      people: {},
      ...(teams ? { sharing: {} } : {}),
    },
  };
}

/**
 * The answer to `initialize`. The runtime must stand last: the library builds its authentication bridge only from
 * the fourth element, and takes the third for the runtime first, so that one must not parse as JSON.
 */
export function initializeAnswer(options: RuntimeOptions): readonly unknown[] {
  return [options.frameContext, clientTypes[options.client], "2.0.1", JSON.stringify(hostRuntime(options))];
}

/** Functions that belong to a capability the runtime may be without: they get no answer then, as from an older host. */
export function isOffered(func: string, { bench }: Pick<RuntimeOptions, "bench">): boolean {
  if (func.startsWith("tasks.") || /^messageFor(?:Child|Parent)$/u.test(func)) return !bench.includes("no-dialogs");
  if (func.startsWith("nestedAppAuth.")) return !bench.includes("no-sign-on");
  return true;
}
