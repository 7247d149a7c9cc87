import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { objectIdOf } from "#demo/municipality.ts";
import { parseConfig } from "#service/config.ts";
import { openService, type Service } from "#service/open-service.ts";
import { recordLists } from "#sharepoint/lists/all-lists.ts";
import { testSites } from "../contract/test-workspace.ts";
import { type Harness, openHarness } from "./harness.ts";
import { openRound, sentSpring } from "./pool-story.ts";
import { good } from "./world.ts";

/** A second service on the harness's lists; requests that `isDown` matches are refused. Timers run by hand. */
async function startAnew(harness: Harness, isDown: (path: string) => boolean) {
  const timers: (() => void)[] = [];
  const writes: string[] = [];
  const client = harness.workspace.serviceClient((send) => async (input, init) => {
    const request = new Request(input, init);
    const path = decodeURIComponent(new URL(request.url).pathname);
    if (isDown(path)) return Response.json({ error: { code: "serviceNotAvailable" } }, { status: 403 });
    if (request.method !== "GET") writes.push(`${request.method} ${path}`);
    return send(request);
  });
  const service = await openService({
    config: {
      ...parseConfig({}),
      sitesHost: testSites.host,
      openSitePath: testSites.open,
      closedSitePath: testSites.records,
    },
    client,
    clock: harness.deps.clock,
    verifyToken: async (token) => ({ objectId: objectIdOf(token), expiresS: 4_000_000_000 }),
    log: pino({ level: "silent" }),
    machineNow: () => Date.parse(harness.now()),
    later: (_, run) => {
      timers.push(run);
      return () => undefined;
    },
    tabFolder: "build/tab",
  });
  const settle = async (): Promise<void> => {
    for (const run of timers.splice(0)) run();
    await service.background.runNow();
  };
  return { service, writes, settle };
}

async function get(service: Service, path: string): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { authorization: "Bearer puljesekretariat" };
  const answer = await service.app.fetch(new Request(`http://service.test${path}`, { headers }));
  return { status: answer.status, text: await answer.text() };
}

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
      expect((await get(service, "/api/health")).status).toBe(200);
      // The open lists stand as the first service left them: nothing was taken down and put up again.
      expect(writes).toEqual([]);
      service.stop();
    },
  );
});
