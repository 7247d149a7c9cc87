import { readFileSync } from "node:fs";
import type { JWK } from "jose";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { tellDemo } from "#demo/tell-demo.ts";
import { type Instant, parseInstant } from "#domain/shared/dates.ts";
import { createBusinessClock } from "#service/clock/business-clock.ts";
import { createServiceToken, GRAPH_SCOPE } from "#service/sign-in/service-token.ts";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { realMachine } from "#sharepoint/client/machine.ts";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import { createAuditDrain } from "#use-cases/audit/drain-audit.ts";
import type { Settings } from "./settings.ts";
import { moveClock } from "./workspace-clock.ts";

/** The demo could not be loaded; the message says which part of the road was missing. */
export class DemoLoadError extends Error {
  override name = "DemoLoadError";
}

/** Tells the demo's story through the use-cases, signed in as the service, with the workspace's clock beside it. */
export async function loadDemo(settings: Settings, now: Instant, say: (text: string) => void): Promise<void> {
  const clock = createBusinessClock(() => Date.now());
  const sharePoint = openSharePoint({
    client: createGraphClient({
      ...realMachine,
      graphOrigin: settings.graphOrigin,
      token: createServiceToken({
        scope: GRAPH_SCOPE,
        tokenUrl: `${settings.identityOrigin}/${municipality.tenantId}/oauth2/v2.0/token`,
        clientId: municipality.appId,
        privateKey: () => JSON.parse(readFileSync(settings.credentialFile, "utf8")) as JWK,
        fetch,
        machineNow: () => Date.now(),
      }),
      log: () => {},
      unitsPerMinute: Number.POSITIVE_INFINITY,
    }),
    sites: { host: municipality.siteHost, records: municipality.recordSitePath, open: municipality.openSitePath },
    reported: () => {},
  });
  const read = await sharePoint.refreshAll();
  if (!read.ok) throw new DemoLoadError(`the lists could not be read: ${read.refusal.kind}`);
  const shown = await fetch(`${settings.hostOrigin}/workspace/clock`).then((answer) => answer.json() as unknown);
  const start = parseInstant(String((shown as { now?: unknown }).now));
  if (!start.ok) throw new DemoLoadError("the workspace has no clock");
  clock.set(start.value);
  await tellDemo({
    layer: settings.demo,
    now,
    deps: { records: sharePoint.records, basis: sharePoint.basis, answerFiles: sharePoint.answerFiles, clock },
    moveClock: async (to) => {
      await moveClock(settings.hostOrigin, to);
      clock.set(to);
    },
    say,
  });
  // The story's own log lines are copied while nobody waits: the service would spend the first minute's budget on them.
  const copied = await createAuditDrain({ records: sharePoint.records })(Number.POSITIVE_INFINITY);
  if (!copied.ok) throw new DemoLoadError(`the log could not be copied: ${copied.refusal.kind}`);
}
