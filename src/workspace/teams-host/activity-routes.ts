import { Hono } from "hono";
import type { ActivityNotifications } from "../graph-server/activity/activity-notifications.ts";
import type { LiveStream } from "./live-stream.ts";

/**
 * A person's activity feed, relative to `/workspace/activities`: `GET /:user` newest first, `POST /:user/:id/read` marks
 * one as seen. New and seen entries are told to open pages over the live stream.
 */
export function activityRoutes(activities: ActivityNotifications, live: LiveStream): Hono {
  const app = new Hono();
  activities.onNotification(({ userId }) => live.publish({ kind: "activity", detail: { userId } }));
  app.get("/:user", (context) => context.json({ activities: activities.list(context.req.param("user")) }));
  app.post("/:user/:id/read", (context) => {
    const userId = context.req.param("user");
    activities.markRead(userId, context.req.param("id"));
    live.publish({ kind: "activity", detail: { userId } });
    return context.body(null, 204);
  });
  return app;
}
