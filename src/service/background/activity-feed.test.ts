import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { openTestWorkspace } from "#test/contract/test-workspace.ts";
import { createActivityFeed } from "./activity-feed.ts";

const [administrator, secretary] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
const manifest = z.parse(
  z.object({
    activities: z.object({ activityTypes: z.array(z.object({ type: z.string(), templateText: z.string() })) }),
  }),
  JSON.parse(readFileSync("manifest/manifest.json", "utf8")),
);
const line = { text: "Fristen for dine bedømmelser nærmer sig", route: "/rounds/7f/reviews" };

/** A tenant in which our app is installed for the secretary, with what our manifest declares. */
function open(activityTypes = manifest.activities.activityTypes) {
  const app = { id: "app", name: "Fremdrift", clientId: "00000000-0000-4000-8000-0000000000a2", activityTypes };
  const workspace = openTestWorkspace({
    teamsApps: () => [{ ...app, isInstalledFor: (userId: string) => userId === secretary }],
  });
  const feed = createActivityFeed(workspace.serviceClient(), "app");
  return { feed, shown: () => workspace.server.activityNotifications.list(secretary) };
}

test("a line stands in the person's feed in her own words and opens its page in the tab", async () => {
  const { feed, shown } = open();
  expect(await feed.send(secretary, line)).toEqual({ ok: true, value: undefined });
  expect(shown()).toMatchObject([{ text: line.text, preview: line.text, activityType: "deadline" }]);
  const { pathname, searchParams } = new URL(shown()[0]?.webUrl ?? "");
  expect([pathname, searchParams.get("context")]).toEqual([
    "/l/entity/app/fremdrift",
    `{"subEntityId":"${line.route}"}`,
  ]);
});

test("who has not installed the app is not reached, and an undeclared type is refused", async () => {
  expect(await open().feed.send(administrator, line)).toMatchObject({ refusal: { kind: "unreachable" } });
  expect(await open([]).feed.send(secretary, line)).toMatchObject({ refusal: { kind: "refused" } });
});

test("more than ten a minute to one person waits as long as Graph says", async () => {
  const { feed, shown } = open();
  for (let count = 0; count < 10; count += 1) expect((await feed.send(secretary, line)).ok).toBe(true);
  expect(await feed.send(secretary, line)).toMatchObject({ refusal: { kind: "not-sent", retryAfterS: 60 } });
  expect(shown()).toHaveLength(10);
});
