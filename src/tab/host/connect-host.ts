import type { Host, HostFailure } from "./host.ts";
import { withLimit } from "./limit.ts";

const LOAD_LIMIT_MS = 20_000;

/**
 * Whether a host could be around us. Asking teams-js instead costs 60 s where there is none
 * (framed by another page, or opened by a link).
 */
export function couldBeHosted(): boolean {
  return window.parent !== window.self || "nativeInterface" in window;
}

/** Finds the host the tab runs in. @throws LimitError when it is framed but nobody answers */
export async function connectHost(validMessageOrigins: readonly string[]): Promise<Host> {
  if (!couldBeHosted()) return (await withLimit(import("./browser-host.ts"), LOAD_LIMIT_MS, "Fremdrift")).browserHost();
  return (await teamsHost()).connectTeamsHost(validMessageOrigins);
}

/** Tells a host that the tab cannot even begin; where none is around, nobody. */
export async function reportStartFailure(reason: HostFailure): Promise<void> {
  if (couldBeHosted()) await (await teamsHost()).reportStartFailure(reason);
}

/** teams-js is loaded only where a host may be; a script that never comes is told like a host that never answers. */
const teamsHost = () => withLimit(import("./teams-host.ts"), LOAD_LIMIT_MS, "Teams");
