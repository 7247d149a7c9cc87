import type { Hono } from "hono";
import type { Logger } from "pino";
import {
  openActionItemKey,
  openApplicationKey,
  openCaseKey,
  openConsultationKey,
} from "#domain/projections/project-open.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { GraphClient } from "#sharepoint/client/graph-client.ts";
import type { SiteAddresses } from "#sharepoint/lists/list-directory.ts";
import { openSharePoint, type SharePoint } from "#sharepoint/open-sharepoint.ts";
import { verifySites } from "#sharepoint/provisioning/verify-sites.ts";
import { nextDueInstant } from "#use-cases/notices/notice-plan.ts";
import { createSeenMarks } from "#use-cases/notices/seen-marks.ts";
import type { Clock } from "#use-cases/ports/clock.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { type RecordName, recordNames } from "#use-cases/ports/record-collection.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import { createActivityFeed } from "./background/activity-feed.ts";
import { type Background, createBackground } from "./background/background.ts";
import { backgroundLanes } from "./background/background-steps.ts";
import { type ChangedKeys, createChangedKeys, publishChanges } from "./background/change-topics.ts";
import type { Bot, OpenBot } from "./bot-hook.ts";
import { buildService } from "./build-service.ts";
import type { ServiceConfig } from "./config.ts";
import { createAdministration, damagedLists } from "./health/administration.ts";
import { createHealth, type Health, type HealthReport } from "./health/health.ts";
import { createSiteWatch, lookAfter } from "./health/site-watch.ts";
import type { AppEnv } from "./http/app-env.ts";
import { type ChangeFeed, createChangeFeed } from "./http/events.ts";
import type { VerifyToken } from "./http/sign-in.ts";
import { tabConfigOf } from "./tab-config.ts";

export interface OpenServiceOptions {
  readonly config: ServiceConfig;
  readonly client: GraphClient;
  readonly clock: Clock;
  readonly verifyToken: VerifyToken;
  readonly log: Logger;
  readonly machineNow: () => number;
  /** Calls back once after so many milliseconds; returns how to call it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  readonly tabFolder: string;
  /** How far this machine's clock is ahead of SharePoint's, where it is known. */
  readonly clockSkewMs?: () => number | undefined;
  readonly openBot?: OpenBot;
}

export interface Service {
  readonly app: Hono<AppEnv>;
  readonly deps: Deps;
  readonly sharePoint: SharePoint;
  readonly feed: ChangeFeed;
  readonly background: Background;
  readonly nextDue: () => Instant | undefined;
  /** Brings every list up to date; what managers did in the open lists is put right soon after. */
  readonly poll: () => Promise<Result<void, StoreFailure>>;
  readonly stop: () => void;
}

/** Composes the service on a municipality's SharePoint and reads everything once. Nothing listens yet. */
export async function openService(options: OpenServiceOptions): Promise<Service> {
  const { config, client, clock, log, machineNow } = options;
  const health = createHealth(machineNow);
  const sharePoint = openSharePoint({
    client,
    sites: siteAddresses(config),
    reported: health.projected,
    refreshed: health.refreshed,
  });
  const seen = createSeenMarks(() => clock.now());
  const { records, basis, answerFiles } = sharePoint;
  const deps: Deps = { records, basis, answerFiles, clock, seen };
  const feed = createChangeFeed();
  const bot = await options.openBot?.({ deps, config, log });
  const nextDue = (): Instant | undefined => (sharePoint.isReady() ? nextDueInstant(deps) : undefined);
  const again = oneTimer(options.later, () => background.trigger());
  const background = createBackground({
    lanes: backgroundLanes({
      deps,
      sharePoint,
      bot,
      activityFeed: createActivityFeed(client, config.clientId),
      linkBase: `${config.publicUrl}/tab/`,
      log,
      machineNow,
      again: again.set,
      projectionEnded: health.projectionEnded,
      logChecked: health.logChecked,
    }),
    isReady: sharePoint.isReady,
    nextDue,
    later: options.later,
    failed: (step, error) => log.error({ step, err: error }, "background step failed"),
  });
  const changedKeys = createChangedKeys(sharePoint.records);
  const unsubscribe = tellChanges({ deps, sharePoint, changedKeys, feed, background });
  const openSiteUrl = siteUrl(client, config);
  const watched = watchLists({ options, deps, sharePoint, health, background, feed });
  const { poll } = watched;
  const app = buildService({
    deps,
    isReady: sharePoint.isReady,
    isSetUp: () => health.missingLists() === 0,
    feed,
    log,
    machineNow,
    verifyToken: options.verifyToken,
    municipality: config.municipality,
    openSiteUrl: openSiteUrl.get,
    ...listAddresses(sharePoint),
    publicUrl: config.publicUrl,
    hostOrigins: config.hostOrigins,
    identityOrigin: new URL(config.issuer).origin,
    tab: { folder: options.tabFolder, config: tabConfigOf(config) },
    health: () => healthNow(health, sharePoint),
    readOnlyLists: watched.readOnlyLists,
    administration: watched.administration,
    ...mountOf(bot),
  });
  const read = await poll();
  if (!read.ok) log.error({ failure: read.refusal }, "the lists could not be read");
  // What was there from the start is no news; the first record of an empty list is.
  for (const name of recordNames) changedKeys(name);
  await openSiteUrl.find();
  const stop = (): void => {
    unsubscribe();
    again.stop();
    background.stop();
  };
  return { app, deps, sharePoint, feed, background, nextDue, poll, stop };
}

/** Where rows and lists are in SharePoint, once they have been seen there. */
function listAddresses({ projections: { rowUrl, listUrl } }: SharePoint) {
  return {
    applicationRowUrl: (key: Key) => rowUrl("open-applications", openApplicationKey(key)),
    actionItemRowUrl: (key: Key) => rowUrl("open-action-plan", openActionItemKey(key)),
    planListUrl: () => listUrl("open-action-plan"),
    consultationRowUrl: (key: Key) => rowUrl("open-consultations", openConsultationKey(key)),
    caseRowUrl: (key: Key) => rowUrl("open-cases", openCaseKey(key)),
  };
}

function healthNow(health: Health, { isReady, unreadable, records }: SharePoint): HealthReport {
  return health.report({ ready: isReady(), unreadable: unreadable().length, records });
}

interface WatchParts extends Pick<Service, "deps" | "sharePoint" | "feed" | "background"> {
  readonly options: OpenServiceOptions;
  readonly health: Health;
}

/** Reads the lists, looks at what became of them on the sites, and tells open tabs when one is only shown. */
function watchLists({ options, deps, sharePoint, health, background, feed }: WatchParts) {
  const { client, log, machineNow } = options;
  const sites = siteAddresses(options.config);
  const siteWatch = createSiteWatch(() => verifySites({ client, sites, lane: "poll" }), machineNow);
  const readOnlyLists = damagedLists({ sharePoint, health, siteWatch });
  let told = "";
  const tellDamage = (): void => {
    const now = readOnlyLists().join();
    if (now !== told) feed.publish({ kind: "changed", topics: ["me", "admin-health"] });
    told = now;
  };
  const look = (at: ReturnType<typeof lookAfter>): void => {
    if (at === undefined) return;
    siteWatch
      .look(at)
      .then(tellDamage)
      .catch((error: unknown) => log.error({ err: error }, "the sites could not be looked at"));
  };
  const poll = async (): Promise<Result<void, StoreFailure>> => {
    const read = await sharePoint.refreshAll({ lane: "poll" });
    health.polled(read.ok);
    background.trigger();
    tellDamage();
    look(lookAfter(read, health.memory().failingProjections.size));
    return read;
  };
  const administration = createAdministration({
    deps,
    sharePoint,
    health,
    siteWatch,
    machineNow,
    poll,
    looked: () => look("after-failure"),
    spent: client.spent,
    skewMs: options.clockSkewMs ?? (() => undefined),
    runBackground: background.runNow,
  });
  return { poll, readOnlyLists, administration };
}

function siteAddresses({ sitesHost, closedSitePath, openSitePath }: ServiceConfig): SiteAddresses {
  return { host: sitesHost, records: closedSitePath, open: openSitePath };
}

/** A timer of which only the last setting counts. */
function oneTimer(later: OpenServiceOptions["later"], run: () => void) {
  let stop = (): void => undefined;
  return {
    set(milliseconds: number): void {
      stop();
      stop = later(milliseconds, run);
    },
    stop: (): void => stop(),
  };
}

function mountOf(bot: Bot | undefined): { mountBot?: (app: Hono<AppEnv>) => void } {
  return bot === undefined ? {} : { mountBot: (app) => bot.mount(app) };
}

interface ChangeParts extends Pick<Service, "deps" | "sharePoint" | "feed" | "background"> {
  readonly changedKeys: ChangedKeys;
}

/**
 * Own writes and foreign ones: open tabs hear of them, and what follows from them is done soon. What only the
 * background itself writes does not start it again: a channel that refuses would be asked without end.
 */
function tellChanges({ deps, sharePoint, changedKeys, feed, background }: ChangeParts): () => void {
  return sharePoint.onChange((list) => {
    const keys = changedKeys(list);
    publishChanges(deps, feed, list, keys);
    if (hasFollowUp(sharePoint, list, keys)) background.trigger();
  });
}

/** Whether something is to be done about a change; a chat counts when cards may now get through. */
function hasFollowUp({ records }: SharePoint, list: RecordName, keys: readonly Key[]): boolean {
  if (list === "drafts" || list === "audit" || list === "senders") return false;
  if (list !== "conversations") return true;
  return keys.some((key) => {
    const conversation = records.conversations.byKey(key)?.value;
    return conversation !== undefined && conversation.blockedAt === undefined;
  });
}

/** Address of the open site, asked of Graph once. */
function siteUrl(client: GraphClient, config: ServiceConfig) {
  let url: string | undefined;
  return {
    get: () => url,
    async find(): Promise<void> {
      const site = await client.siteByPath(config.sitesHost, config.openSitePath);
      if (site.ok) url = site.value.webUrl;
    },
  };
}
