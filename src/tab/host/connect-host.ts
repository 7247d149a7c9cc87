import { browserHost } from "./browser-host.ts";
import type { Host } from "./host.ts";

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
  const { connectTeamsHost } = await import("./teams-host.ts");
  return connectTeamsHost(validMessageOrigins);
}
