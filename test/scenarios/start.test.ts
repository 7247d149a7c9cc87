import { describe, expect, it } from "vitest";
import { recordLists } from "#sharepoint/lists/all-lists.ts";
import { openHarness } from "./harness.ts";
import { openRound, sentSpring } from "./pool-story.ts";
import { get, startAnew } from "./second-service.ts";
import { good } from "./world.ts";

describe("a start that SharePoint disturbs", () => {
  it.each(["persons", "pools"] as const)(
    "writes nothing and lets nobody act until %s have been read, then goes on by itself",
    async (unread) => {
      const harness = await openHarness();
      const round = await openRound(harness);
      await sentSpring(harness, round.roundKey);
      const first = await startAnew(harness, () => false);
      await first.settle();
      first.service.stop();

      const { listId } = good(await harness.sharePoint.directory.locate(recordLists[unread]));
      let down = true;
      const { service, writes, settle } = await startAnew(harness, (path) => down && path.includes(listId));
      await settle();
      expect(writes).toEqual([]);
      expect(service.nextDue()).toBeUndefined();
      expect((await get(service, "/api/overview")).status).toBe(503);
      expect((await get(service, "/api/overview")).text).toContain("Fremdrift er ved at læse sine lister");
      expect(await get(service, "/api/health")).toMatchObject({ status: 503 });

      down = false;
      good(await service.poll());
      await settle();
      expect((await get(service, "/api/overview")).status).toBe(200);
      const health: unknown = JSON.parse((await get(service, "/api/health")).text);
      expect(health).toMatchObject({ status: "ok", checks: { brokenLogs: 0, failingProjections: 0 } });
      // The open lists stand as the first service left them: nothing was taken down and put up again.
      expect(writes).toEqual([]);
      service.stop();
    },
  );
});
