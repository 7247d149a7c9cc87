import { expect, it } from "vitest";
import type { ActivityListener, ActivityNotifications } from "../graph-server/activity/activity-notifications.ts";
import { activityRoutes } from "./activity-routes.ts";
import type { LiveEvent, LiveStream } from "./live-stream.ts";

it("lists a person's feed, marks one as seen, and tells open pages of both", async () => {
  const seen: string[] = [];
  const told: LiveEvent[] = [];
  let ring: ActivityListener = () => undefined;
  const activities: ActivityNotifications = {
    list: (userId) => [{ ...entry, userId, isRead: seen.includes(entry.id) }],
    markRead: (userId, id) => seen.push(`${userId} ${id}`),
    onNotification: (listener) => {
      ring = listener;
      return () => undefined;
    },
  };
  const live: LiveStream = {
    publish: (event) => told.push(event),
    connect: () => new Response(),
    close: () => undefined,
  };
  const routes = activityRoutes(activities, live);
  expect(await (await routes.request("/anna")).json()).toMatchObject({ activities: [{ id: "1", userId: "anna" }] });
  expect((await routes.request("/anna/1/read", { method: "POST" })).status).toBe(204);
  ring({ ...entry, userId: "bo" });
  expect(seen).toEqual(["anna 1"]);
  expect(told).toEqual([
    { kind: "activity", detail: { userId: "anna" } },
    { kind: "activity", detail: { userId: "bo" } },
  ]);
});

const entry = {
  id: "1",
  userId: "",
  sentAt: "2026-11-25T09:00:00Z",
  teamsAppId: "app",
  appName: "Prøve",
  activityType: "asked",
  actor: "Anna Ager",
  text: "Anna Ager beder dig om en bedømmelse",
  preview: "Pulje 2026",
  topic: undefined,
  webUrl: undefined,
  isRead: false,
};
