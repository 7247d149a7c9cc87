import { describe, expect, it } from "vitest";
import { recordLists, wantedLists } from "#sharepoint/lists/all-lists.ts";
import { siteDamage } from "#test/contract/site-damage.ts";
import { openHarness } from "#test/scenarios/harness.ts";
import { get, startAnew } from "#test/scenarios/second-service.ts";
import { good } from "#test/scenarios/world.ts";

describe("a service on sites where a list is missing", () => {
  it("T41 says at its start that it is degraded and why, tells people that it is not set up, and goes on once it is", async () => {
    const harness = await openHarness();
    await siteDamage(harness.workspace).deleteList(recordLists.reviews);
    const { service } = await startAnew(harness, () => false);
    const health = async () => {
      const { status, text } = await get(service, "/api/health");
      return { status, report: JSON.parse(text) as unknown };
    };
    expect(await health()).toMatchObject({
      status: 503,
      report: { status: "degraded", checks: { sharePoint: "list-missing", missingLists: 1 } },
    });
    const told = await get(service, "/api/overview");
    expect(told).toMatchObject({ status: 503 });
    expect(told.text).toContain("Fremdrift er ikke sat op");
    expect(told.text).toContain("administrator");

    good(await harness.workspace.provisioning(wantedLists).apply());
    good(await service.poll());
    expect(await health()).toMatchObject({
      status: 200,
      report: { status: "ok", checks: { sharePoint: "ok", missingLists: 0 } },
    });
    expect((await get(service, "/api/overview")).status).toBe(200);
    service.stop();
  });

  it("T41 is degraded as soon as a list goes, and shows what it has read", async () => {
    const harness = await openHarness();
    const { service } = await startAnew(harness, () => false);
    await siteDamage(harness.workspace).deleteList(recordLists.reviews);
    await service.poll();
    const { status, text } = await get(service, "/api/health");
    expect([status, JSON.parse(text)]).toMatchObject([200, { status: "degraded", checks: { missingLists: 1 } }]);
    expect((await get(service, "/api/overview")).status).toBe(200);
    service.stop();
  });
});
