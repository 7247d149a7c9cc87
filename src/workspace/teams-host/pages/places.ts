import type { HostApp, HostData } from "./host-data.ts";
import type { HostClient } from "./test-bench.ts";

/** Something on the rail. */
export type Place =
  | { readonly kind: "chat" | "teams" | "sharepoint"; readonly id: string }
  | { readonly kind: "app"; readonly id: string; readonly app: HostApp };

/** What stands on a client's rail. The teams only where an app can stand in a channel, or one does. */
export function placesOf(client: HostClient, data: Pick<HostData, "apps" | "channelTabs">): readonly Place[] {
  const { apps, channelTabs } = data;
  const own = apps.map((app): Place => ({ kind: "app", id: app.id, app }));
  if (client === "outlook") return own;
  const teams = channelTabs.length > 0 || apps.some(({ configurableTab }) => configurableTab !== undefined);
  return [
    { kind: "chat", id: "chat" },
    ...(teams ? [{ kind: "teams", id: "teams" } as const] : []),
    ...own,
    { kind: "sharepoint", id: "sharepoint" },
  ];
}

/** What a client shows for a chosen place: Outlook has apps only, and neither chat, teams nor SharePoint. */
export function shownPlace(place: string, client: HostClient, { apps }: Pick<HostData, "apps">): string {
  if (client !== "outlook" || !["chat", "sharepoint", "teams"].includes(place)) return place;
  return apps[0]?.id ?? place;
}
