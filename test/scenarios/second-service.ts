import { type Logger, pino } from "pino";
import * as z from "zod/mini";
import { objectIdOf } from "#demo/municipality.ts";
import { parseConfig } from "#service/config.ts";
import { openService, type Service } from "#service/open-service.ts";
import type { Messenger } from "#use-cases/ports/messenger.ts";
import { testSites } from "../contract/test-workspace.ts";
import type { Harness } from "./harness.ts";
import { textCards } from "./recording-messenger.ts";

/** A second service on the harness's lists; requests that `isDown` matches are refused. Timers run by hand. */
export async function startAnew(
  harness: Harness,
  isDown: (path: string) => boolean,
  messenger?: Messenger,
  log: Logger = pino({ level: "silent" }),
) {
  const timers: { readonly ms: number; readonly run: () => void }[] = [];
  const writes: string[] = [];
  const client = harness.workspace.serviceClient((send) => async (input, init) => {
    const request = new Request(input, init);
    const path = decodeURIComponent(new URL(request.url).pathname);
    if (isDown(path)) return Response.json({ error: { code: "serviceNotAvailable" } }, { status: 403 });
    if (request.method !== "GET" && (await isWrite(request.clone()))) writes.push(`${request.method} ${path}`);
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
    log,
    machineNow: () => Date.parse(harness.now()),
    later: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
      };
    },
    tabFolder: "build/tab",
    ...(messenger === undefined
      ? {}
      : { openBot: () => ({ messenger, renderCard: textCards, mount: () => undefined }) }),
  });
  const settle = async (): Promise<void> => {
    for (const { run } of timers.splice(0)) run();
    await service.background.runNow();
  };
  return { service, writes, timers, settle };
}

/** What a path answers the secretariat. */
export async function get(service: Service, path: string): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { authorization: "Bearer puljesekretariat" };
  const answer = await service.app.fetch(new Request(`http://service.test${path}`, { headers }));
  return { status: answer.status, text: await answer.text() };
}

/** A batch of reads changes nothing. */
async function isWrite(request: Request): Promise<boolean> {
  if (!request.url.endsWith("/$batch")) return true;
  const batch = z.parse(z.object({ requests: z.array(z.object({ method: z.string() })) }), await request.json());
  return batch.requests.some(({ method }) => method !== "GET");
}
