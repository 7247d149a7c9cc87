import type { LinkToCopy } from "./copy-link.ts";

/** Why nothing could be shown, in the host's own three words. */
export type HostFailure = "sign-in" | "timeout" | "other";

/** Colour worlds the host may ask for. */
export type HostTheme = "default" | "dark" | "contrast";

/** What the host tells of the person and the place; never trusted for rights, the service trusts the token only. */
export interface HostContext {
  readonly theme: HostTheme;
  /** e.g. "da-dk". */
  readonly locale: string;
  /** Entra object id of the person Teams is signed in as; undefined in a plain browser. */
  readonly userId: string | undefined;
  readonly loginHint: string | undefined;
  /** Route of a deep link (page.subPageId), else undefined. */
  readonly route: string | undefined;
}

/** The frame the tab runs in: Teams, or a plain browser. */
export interface Host {
  readonly kind: "teams" | "browser";
  readonly context: HostContext;
  /** Tells of changes while running: theme, locale, a new deep link. Returns the way to stop. */
  subscribe(listener: (change: Partial<HostContext>) => void): () => void;
  /** The shell is on the screen. */
  reportLoaded(): void;
  /** The first data are on the screen, or a question only the person can answer. */
  reportSuccess(): void;
  reportFailure(reason: HostFailure): void;
  /** Shares a link to a screen: Teams' own dialog, else the clipboard, else the link itself to copy by hand. */
  share(route: string, label: string): Promise<"shared" | "copied" | LinkToCopy>;
}

/** Teams sends "default", "dark", "contrast" or "glass"; what is unknown is light. */
export function toHostTheme(name: string | undefined): HostTheme {
  return name === "dark" || name === "contrast" ? name : "default";
}
