import type { HostApp, HostData } from "./host-data.ts";
import type { HostClient } from "./test-bench.ts";

/** Something on the rail. */
export type Place =
  | { readonly kind: "activity" | "chat" | "teams" | "sharepoint"; readonly id: string }
  | { readonly kind: "app"; readonly id: string; readonly app: HostApp };

/** What stands on a client's rail. The teams only where an app can stand in a channel, or one does. */
export function placesOf(client: HostClient, data: Pick<HostData, "apps" | "channelTabs">): readonly Place[] {
  const { apps, channelTabs } = data;
  const own = apps.map((app): Place => ({ kind: "app", id: app.id, app }));
  if (client === "outlook") return own;
  const teams = channelTabs.length > 0 || apps.some(({ configurableTab }) => configurableTab !== undefined);
  // The bell only where an app has something to ring it with.
  const rings = apps.some(({ activityTypes }) => activityTypes.length > 0);
  return [
    ...(rings ? [{ kind: "activity", id: "activity" } as const] : []),
    { kind: "chat", id: "chat" },
    ...(teams ? [{ kind: "teams", id: "teams" } as const] : []),
    ...own,
    { kind: "sharepoint", id: "sharepoint" },
  ];
}

const ownPlaces = new Set(["activity", "chat", "sharepoint", "teams"]);

/** True for the host's own places, false for an app's id. */
export function isOwnPlace(place: string): boolean {
  return ownPlaces.has(place);
}

/** What a client shows for a chosen place: Outlook has apps only, and neither bell, chat, teams nor SharePoint. */
export function shownPlace(place: string, client: HostClient, { apps }: Pick<HostData, "apps">): string {
  if (client !== "outlook" || !isOwnPlace(place)) return place;
  return apps[0]?.id ?? place;
}
