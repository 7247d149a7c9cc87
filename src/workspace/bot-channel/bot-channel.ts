import { Hono } from "hono";
import type { WorkspaceSeed } from "../workspace-seed.ts";
import { createBotDelivery } from "./bot-delivery.ts";
import { createCardPresses } from "./card-presses.ts";
import { type ChannelChange, createChannelChanges } from "./channel-changes.ts";
import { openChannelStore } from "./channel-store.ts";
import { createChannelSwitches, switchRoutes } from "./channel-switches.ts";
import { createChannelTokens } from "./channel-tokens.ts";
import { type InstalledApp } from "./channel-wire.ts";
import { createClientApi } from "./client-api.ts";
import { createConnectorApi } from "./connector-api.ts";
import { createInstallations } from "./installations.ts";
import { createRosters } from "./rosters.ts";

export interface BotChannelOptions {
  readonly seed: WorkspaceSeed;
  /** Where the channel is mounted under `/channel`, e.g. "http://localhost:4280". */
  readonly origin: string;
  /** SQLite file, or ":memory:"; the signing key is kept beside it. */
  readonly dataFile: string;
  /** Business time: when messages were written. */
  readonly now: () => Date;
  /** The machine's time: token times. */
  readonly machineNow: () => Date;
  /** The apps installed at the moment; `installApp` tells of a new one. */
  readonly apps: () => readonly InstalledApp[];
  /** The application a bot's bearer token (for the Bot Framework's audience) proves. */
  readonly verifyBotToken: (bearer: string) => Promise<string | undefined> | string | undefined;
  /** The object id of the person a bearer token proves. */
  readonly verifyPersona: (bearer: string) => Promise<string | undefined> | string | undefined;
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
  readonly timeoutSignal?: (milliseconds: number) => AbortSignal;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface BotChannel {
  /** Answers everything under `/channel`. */
  fetch(request: Request): Promise<Response>;
  /**
   * Installs an app for every person, and in every team if it is made for teams. Returns when that is recorded; bots are told in the background,
   * again and again until they answer. Call it for each app after a restart too: only what is missing is sent.
   */
  installApp(app: InstalledApp): Promise<void>;
  /** Uninstalls an app for everybody: from now on its bot gets 403 MessageWritesBlocked. */
  removeApp(app: InstalledApp): Promise<void>;
  /** Resolves when every bot has been told of its installations. */
  settled(): Promise<void>;
  onChange(listener: (change: ChannelChange) => void): () => void;
  close(): void;
}

/** Teams waits this long for the answer to a card press. */
const invokeTimeoutMs = 15_000;

/**
 * The Teams bot channel of the workspace: signs what it sends to bots, checks what bots send, keeps chats.
 *
 * - `/channel/v1/.well-known/openidconfiguration`, `/channel/v1/.well-known/keys`: issuer `{origin}/channel`
 * - `/channel/connector/v3/…`: the Bot Connector, the service address bots are told
 * - `/channel/client/…`: what the chat page reads and presses
 * - `/channel/switches`: what the channel does wrong on purpose
 */
export function createBotChannel(options: BotChannelOptions): BotChannel {
  const issuer = `${options.origin}/channel`;
  const serviceUrl = `${issuer}/connector`;
  const { seed, now, machineNow, apps } = options;
  const store = openChannelStore(options.dataFile);
  const keyFile = options.dataFile === ":memory:" ? undefined : `${options.dataFile}.key.json`;
  const tokens = createChannelTokens({ issuer, serviceUrl, keyFile, machineNow });
  const changes = createChannelChanges();
  const rosters = createRosters(seed);
  const switches = createChannelSwitches();
  const delivery = createBotDelivery({
    tenant: seed.tenant,
    rosters,
    serviceUrl,
    tokens,
    now,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    timeoutMs: invokeTimeoutMs,
    timeoutSignal: options.timeoutSignal ?? ((milliseconds) => AbortSignal.timeout(milliseconds)),
  });
  const installations = createInstallations({
    personIds: seed.people.map(({ id }) => id),
    rosters,
    store,
    delivery,
    wait: options.wait ?? waitQuietly,
  });
  const presses = createCardPresses({ store, changes, delivery, retryInvokes: () => switches.retryInvokes });

  const channel = new Hono().basePath("/channel");
  channel.get("/v1/.well-known/openidconfiguration", (c) => c.json(tokens.openIdConfiguration()));
  channel.get("/v1/.well-known/keys", async (c) => c.json(await tokens.keys()));
  channel.route(
    "/connector",
    createConnectorApi({ rosters, store, changes, switches, now, verifyBotToken: options.verifyBotToken }),
  );
  channel.route(
    "/client",
    createClientApi({
      seed,
      rosters,
      store,
      changes,
      delivery,
      installations,
      presses,
      apps,
      now,
      verifyPersona: options.verifyPersona,
    }),
  );
  channel.route("/switches", switchRoutes(switches));
  channel.notFound((c) => c.json({ error: { code: "NotFound", message: "No such resource in the channel." } }, 404));
  return {
    fetch: async (request) => channel.fetch(request),
    installApp: async (app) => installations.installForEverybody(app),
    removeApp: (app) => installations.remove(app),
    settled: () => installations.settled(),
    onChange: (listener) => changes.subscribe(listener),
    close: () => {
      installations.close();
      changes.close();
      store.close();
    },
  };
}

/** Does not keep the process alive. */
function waitQuietly(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
