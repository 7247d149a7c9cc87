import type { TabConfig } from "#contract/tab-config.ts";
import { connectHost } from "../host/connect-host.ts";
import { fetchTabConfig } from "../host/fetch-tab-config.ts";
import type { Host } from "../host/host.ts";

/** What the tab has once it knows where it runs. */
export interface StartedTab {
  readonly config: TabConfig;
  readonly host: Host;
}

/**
 * Configuration, then the host. A deep link decides the route unless the address already names one.
 * @throws when either cannot be had; the start screen says so and offers another try
 */
export async function startTab(): Promise<StartedTab> {
  const config = await fetchTabConfig();
  const host = await connectHost(config.validMessageOrigins);
  const { route } = host.context;
  if (route !== undefined && !/^#\/./.test(window.location.hash)) {
    window.history.replaceState(null, "", `#${route}`);
  }
  return { config, host };
}
