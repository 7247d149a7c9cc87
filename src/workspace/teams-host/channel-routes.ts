import { Hono } from "hono";
import * as z from "zod/mini";
import { type ChannelTabs, newTabSchema, tabConfigurationSchema } from "./channel-tabs.ts";
import type { InstalledApps } from "./installed-apps.ts";
import type { LiveStream } from "./live-stream.ts";
import type { Team } from "./teams.ts";

/**
 * The tabs of the teams' channels, relative to `/workspace/channel-tabs`: `GET` lists, `POST` adds, `PUT /:id` takes a
 * new configuration, `DELETE /:id` removes. Pages of other apps than the tab's own are refused.
 */
export function channelRoutes(options: {
  readonly tabs: ChannelTabs;
  readonly teams: readonly Team[];
  readonly apps: InstalledApps;
  readonly live: LiveStream;
}): Hono {
  const { tabs, teams, apps, live } = options;
  const app = new Hono();
  const changed = (id: string): void => live.publish({ kind: "channels", detail: { id } });
  const isForeign = (appId: string, ...addresses: readonly (string | undefined)[]): boolean => {
    const origin = apps.find(appId)?.origin;
    return addresses.some((address) => address !== undefined && new URL(address).origin !== origin);
  };
  app.get("/", (context) => context.json({ tabs: tabs.list() }));
  app.post("/", async (context) => {
    const body = newTabSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json(problem(z.prettifyError(body.error)), 400);
    const { appId, channelId, contentUrl, removeUrl } = body.data;
    if (!teams.some(({ id }) => id === channelId)) return context.json(problem("No such channel."), 404);
    if (apps.find(appId)?.configurableTab === undefined)
      return context.json(problem("The app has no configurable tab."), 400);
    if (isForeign(appId, contentUrl, removeUrl)) return context.json(problem(foreignPage), 400);
    const added = tabs.add(body.data);
    changed(added.id);
    return context.json(added, 201);
  });
  app.put("/:id", async (context) => {
    const id = context.req.param("id");
    const body = tabConfigurationSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json(problem(z.prettifyError(body.error)), 400);
    const appId = tabs.find(id)?.appId;
    if (appId === undefined) return context.json(problem("The tab is gone."), 404);
    if (isForeign(appId, body.data.contentUrl, body.data.removeUrl)) return context.json(problem(foreignPage), 400);
    const after = tabs.configure(id, body.data);
    changed(id);
    return context.json(after ?? null);
  });
  app.delete("/:id", (context) => {
    const id = context.req.param("id");
    if (tabs.remove(id)) changed(id);
    return context.body(null, 204);
  });
  return app;
}

const foreignPage = "The page is not one of the app's own.";

function problem(message: string): object {
  return { error: { code: "badRequest", message } };
}
