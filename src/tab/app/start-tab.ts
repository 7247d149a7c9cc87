import type { TabConfig } from "#contract/tab-config.ts";
import { connectHost, reportStartFailure } from "../host/connect-host.ts";
import { fetchTabConfig } from "../host/fetch-tab-config.ts";
import type { Host } from "../host/host.ts";
import type { Texts } from "../texts/da.ts";
import { keepLastRoute, readLastRoute } from "./last-route.ts";

/** What the tab has once it knows where it runs. */
export interface StartedTab {
  readonly config: TabConfig;
  readonly host: Host;
  /** The Danish texts of all pages; fetched beside the configuration, so that the first script is short. */
  readonly danish: Texts;
}

/**
 * Configuration, then the host. The route is the address's own, else a deep link's, else where the person last stood.
 * @throws when either cannot be had; the start screen says so and offers another try
 */
export async function startTab(): Promise<StartedTab> {
  const fetched = Promise.all([fetchTabConfig(), import("../texts/da.ts")]);
  const [config, { da }] = await fetched.catch((error: unknown) => {
    // The host shows its own page with another try; nobody waits for it to take the message.
    reportStartFailure("other").catch(() => undefined);
    throw error;
  });
  const host = await connectHost(config.validMessageOrigins);
  const { userId } = host.context;
  const route = host.context.route ?? readLastRoute(userId);
  if (route !== undefined && !/^#\/./.test(window.location.hash)) {
    window.history.replaceState(null, "", `#${route}`);
  }
  keepLastRoute(userId);
  return { config, host, danish: da };
}
