import { type TabConfig, tabConfigSchema } from "#contract/tab-config.ts";

/**
 * Reads what differs between Teams and the workspace; no build flag, so one bundle serves both.
 * @throws when the file is missing or not what the contract says
 */
export async function fetchTabConfig(): Promise<TabConfig> {
  const response = await fetch("/tab/config.json", { cache: "no-store", signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  const body: unknown = await response.json();
  return tabConfigSchema.parse(body);
}
