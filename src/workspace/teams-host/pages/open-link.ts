import { type EntityLink, isHostLink, parseEntityLink } from "./deep-link.ts";
import type { HostApp } from "./host-data.ts";

/** What is needed to follow a link inside a pane. */
export interface LinkTargets {
  readonly hostOrigin: string;
  readonly apps: readonly HostApp[];
  readonly pane: number;
  readonly openPage: (pane: number, link: EntityLink) => void;
  readonly setPlace: (pane: number, place: string) => void;
  /** False when the pane has been nowhere else. */
  readonly goBack: (pane: number) => boolean;
  /** Gives the keyboard to the shell: to what comes after the pane's page, or to its rail. */
  readonly returnFocus: (pane: number, forward: boolean) => void;
}

/** Goes to a page of an installed app; false when it is not installed. */
export function openPage(link: EntityLink, targets: LinkTargets): boolean {
  if (!targets.apps.some(({ id }) => id === link.appId)) return false;
  targets.openPage(targets.pane, link);
  return true;
}

/**
 * Follows a link as Teams does: its own links stay inside the pane (pages of apps, chats), other web addresses open
 * in a tab of the browser. False when the link cannot be followed.
 */
export function openLink(address: string, targets: LinkTargets): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (isHostLink(url, targets.hostOrigin)) {
    const link = parseEntityLink(url, targets.hostOrigin);
    if (link !== undefined) return openPage(link, targets);
    if (!url.pathname.startsWith("/l/chat/")) return false;
    targets.setPlace(targets.pane, "chat");
    return true;
  }
  if (url.protocol === "mailto:" || url.protocol === "tel:" || url.protocol === "http:" || url.protocol === "https:") {
    window.open(url, "_blank", "noopener");
    return true;
  }
  return false;
}
