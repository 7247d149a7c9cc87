import { browserHost } from "./browser-host.ts";
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
  if (!couldBeHosted()) return browserHost();
  return (await teamsHost()).connectTeamsHost(validMessageOrigins);
}

/** Tells a host that the tab cannot even begin; where none is around, nobody. */
export async function reportStartFailure(reason: HostFailure): Promise<void> {
  if (!couldBeHosted()) return;
  // Which hosts to listen to is in the configuration that may be missing; the content policy lets no other page frame us.
  const around = window.location.ancestorOrigins?.[0];
  await (await teamsHost()).reportStartFailure(around === undefined ? [] : [around], reason);
}

/** teams-js is loaded only where a host may be; a script that never comes is told like a host that never answers. */
const teamsHost = () => withLimit(import("./teams-host.ts"), LOAD_LIMIT_MS, "Teams");
