import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import type { JWK } from "jose";
import { type Logger, pino } from "pino";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { realMachine } from "#sharepoint/client/machine.ts";
import { meteredRequest } from "#sharepoint/client/unit-meter.ts";
import { startPollLoop } from "#sharepoint/replica/poll-loop.ts";
import { openBot } from "./bot/bot.ts";
import { type BusinessClock, createBusinessClock } from "./clock/business-clock.ts";
import { startDueLoop } from "./clock/due-loop.ts";
import { followClock } from "./clock/follow-clock.ts";
import { parseConfig, type ServiceConfig } from "./config.ts";
import { watchClock } from "./health/clock-skew.ts";
import { remoteKeys, tokenVerifier } from "./http/sign-in.ts";
import { openService, type Service } from "./open-service.ts";
import { createServiceToken, GRAPH_SCOPE } from "./sign-in/service-token.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const machineNow = (): number => Date.now();

function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** The composition root: reads the configuration, opens SharePoint, listens, and keeps the background going. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = pino({ level: config.logLevel, base: null });
  const clock = createBusinessClock(machineNow);
  const graphClock = watchClock(fetch, machineNow);
  const service = await openService({
    config,
    clock,
    log,
    machineNow,
    later,
    client: createGraphClient({
      ...realMachine,
      graphOrigin: config.graphUrl,
      fetch: graphClock.fetch,
      token: createServiceToken({
        scope: GRAPH_SCOPE,
        tokenUrl: config.tokenUrl,
        clientId: config.clientId,
        privateKey: () => JSON.parse(readFileSync(config.credentialFile, "utf8")) as JWK,
        fetch,
        machineNow,
      }),
      log: (event) => log.warn({ ...event, requestId: meteredRequest() }, "graph retry"),
    }),
    verifyToken: tokenVerifier(remoteKeys(config.jwksUrl, fetch), config),
    clockSkewMs: graphClock.skewMs,
    tabFolder: join(root, "build/tab"),
    openBot,
  });
  const stops = [service.stop, keepFresh(service, log), await keepTime(service, config, clock, log)];
  const server = await listen(service, config);
  log.info({ port: config.port }, "Fremdrift listens");
  const stop = (): void => {
    for (const each of stops) each();
    server.close();
    server.closeAllConnections();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Reads the lists again and again: every 10 s while somebody looks, every 60 s otherwise (law 9). */
function keepFresh(service: Service, log: Logger): () => void {
  return startPollLoop({
    refresh: service.poll,
    // Nobody can look before everything has been read, and everybody waits for it.
    isWatched: () => service.feed.watching > 0 || !service.sharePoint.isReady(),
    later,
    failed: (failure) => log.warn({ failure }, "poll failed"),
  });
}

/** The clock goes on although rows are still being written to a SharePoint that fails: letters are due then. */
const LONGEST_RUN_MS = 5000;

/** Follows the workspace's clock where there is one; else does what is due as the machine's time passes. */
async function keepTime(
  service: Service,
  config: ServiceConfig,
  clock: BusinessClock,
  log: Logger,
): Promise<() => void> {
  const { background, feed, nextDue } = service;
  if (config.clockUrl === undefined) {
    background.trigger();
    return startDueLoop({ nextDue, now: () => clock.now(), run: () => background.runNow(), later });
  }
  const abort = new AbortController();
  const started = Promise.withResolvers<void>();
  void followClock({
    url: config.clockUrl,
    fetch,
    signal: abort.signal,
    nextDue,
    onNextDue: background.onRun,
    async moved(now) {
      clock.set(now);
      started.resolve();
      feed.publish({ kind: "clock", topics: ["overview"] });
      await Promise.race([background.runNow(), wait(LONGEST_RUN_MS, undefined, { ref: false })]);
      return nextDue();
    },
    pause: async (milliseconds, signal) => {
      await wait(milliseconds, undefined, { signal }).catch(() => undefined);
    },
    failed: (error) => log.warn({ err: error }, "the clock does not answer"),
  });
  await started.promise;
  return () => abort.abort();
}

async function listen(service: Service, config: ServiceConfig): Promise<Server> {
  const server = createAdaptorServer({ fetch: service.app.fetch }) as Server;
  // Nothing outside this machine reaches the service, unless it runs in its container behind https.
  const host = config.production ? "0.0.0.0" : "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, host, resolve);
  });
  return server;
}

await main();
