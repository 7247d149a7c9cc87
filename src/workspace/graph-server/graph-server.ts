import { randomBytes } from "node:crypto";
import type { RowQuestion } from "../guide.ts";
import type { WorkspaceSeed } from "../workspace-seed.ts";
import {
  type ActivityNotification,
  type ActivityNotifications,
  activitiesOf,
  markActivityRead,
} from "./activity/activity-notifications.ts";
import type { TeamsApp } from "./activity/teams-app.ts";
import { type Database, openDatabase } from "./database/open-database.ts";
import { answerDownload } from "./drives/download.ts";
import { answerUpload, isUploadAddress } from "./drives/upload.ts";
import { authenticate, type VerifyToken } from "./http/authenticate.ts";
import { answerBatch } from "./http/batch.ts";
import { type Answer, answerCall, errorOfBug, type FrontDesk, type RequestReport } from "./http/front-desk.ts";
import { bodyOfBytes, type GraphCall } from "./http/graph-call.ts";
import { GraphError } from "./http/graph-error.ts";
import { parseQueryOptions } from "./http/query-options.ts";
import { dropHeader, errorReply, idsOf, preflight, type RequestIds, toResponse } from "./http/wire.ts";
import { matchingValues } from "./items/matching-values.ts";
import { findList } from "./lists/list.ts";
import type { Photo } from "./people/photo.ts";
import { answerSharePoint, type SharePointRest } from "./sharepoint/share-point-rest.ts";
import { applySiteScript } from "./sharepoint/site-script.ts";
import { systemActor } from "./tenant/identity-set.ts";
import { prepareSites } from "./tenant/prepare-sites.ts";
import { createSiteDirectory } from "./tenant/site-directory.ts";
import { createSiteTime } from "./tenant/site-time.ts";
import { type ItemChange, type Tenant, wireTime } from "./tenant/tenant.ts";
import { createFaultSource, type FaultPlan, type FaultSource } from "./traffic/fault-plan.ts";
import { type ClientTraffic, createTrafficLedger } from "./traffic/traffic-ledger.ts";
import { createUnitQuota } from "./traffic/unit-quota.ts";

export interface GraphServerOptions {
  readonly seed: WorkspaceSeed;
  /** Path of the SQLite file, or ":memory:". */
  readonly dataFile: string;
  /** Pages of 4 KB the file may grow to, as a full disk would stop it; default: no limit. */
  readonly mostPages?: number;
  /** Where this server is reached, e.g. "http://localhost:4282". */
  readonly origin: string;
  /** Where `webUrl` of sites, lists and items leads, e.g. "http://localhost:4284". */
  readonly sharePointOrigin: string;
  /** Where Teams is opened, e.g. "http://localhost:4280"; links in its activity feed may lead there. */
  readonly teamsOrigin?: string;
  /** The Teams apps of the tenant, asked at each notification; default: none, so nobody can be notified. */
  readonly teamsApps?: () => readonly TeamsApp[];
  /** People's pictures by object id; default: nobody has one. */
  readonly photoOf?: (userId: string) => Photo | undefined;
  /** First part of site ids, e.g. "kommune.sharepoint.example". */
  readonly siteHost: string;
  /** Business time. */
  readonly now: () => Date;
  /** Machine time in milliseconds; throttling, download links. */
  readonly machineNow?: () => number;
  /** Waits on the machine's clock, for latency faults. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly verifyToken: VerifyToken;
  /** Told of faults of this server itself; default: standard error. */
  readonly onBug?: (cause: unknown) => void;
}

export interface GraphServer {
  /** Answers a request; with the header `x-workspace-drop` the listener must cut the connection instead. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly close: () => void;
  readonly setFaults: (plan: FaultPlan) => void;
  readonly clearFaults: () => void;
  /** By application id. */
  readonly traffic: () => Readonly<Record<string, ClientTraffic>>;
  readonly resetTraffic: () => void;
  /** Declares every delta token given so far too old, as Microsoft does after some weeks. */
  readonly expireDeltaTokens: () => void;
  /** The little of SharePoint's own REST (`{site}/_api/…`) that Graph lacks. */
  readonly sharePoint: SharePointRest;
  /** What was sent to people's activity feeds in Teams. */
  readonly activityNotifications: ActivityNotifications;
  /** The values of a column in all rows that pass the tests, for whoever watches without being a caller. */
  readonly valuesOf: (rows: RowQuestion, column: string) => readonly string[];
  /** Id of the list with this name in the site at a server-relative path. */
  readonly listIdOf: (sitePath: string, listName: string) => string | undefined;
  readonly onChange: (listener: (change: ItemChange) => void) => () => void;
  readonly onRequest: (listener: (report: RequestReport) => void) => () => void;
}

/**
 * Microsoft Graph v1.0 for one tenant: sites, lists, items and people, kept in one SQLite file.
 *
 * @throws {DataFileError} when the file cannot be used
 */
export function createGraphServer(options: GraphServerOptions): GraphServer {
  const machineNow = options.machineNow ?? Date.now;
  const db = openDatabase(options.dataFile, options.mostPages === undefined ? {} : { mostPages: options.mostPages });
  const changes = createSignal<ItemChange>();
  const requests = createSignal<RequestReport>();
  const activities = createSignal<ActivityNotification>();
  const tenant = openTenant(options, db, machineNow, {
    announce: (change) => db.afterCommit(() => changes.emit(change)),
    announceActivity: (notification) => db.afterCommit(() => activities.emit(notification)),
  });
  const ledger = createTrafficLedger();
  let faults: FaultSource | undefined;
  const desk: FrontDesk = {
    tenant,
    ledger,
    quota: createUnitQuota(),
    faults: () => faults,
    report: requests.emit,
    onBug: options.onBug ?? writeToStandardError,
  };
  const wait = options.wait ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  return {
    fetch: async (request) => {
      const latencyMs = faults?.plan.latencyMs ?? 0;
      if (latencyMs > 0) await wait(latencyMs);
      return answerRequest(desk, options.verifyToken, request);
    },
    close: () => db.close(),
    setFaults: (plan) => {
      faults = createFaultSource(plan);
    },
    clearFaults: () => {
      faults = undefined;
    },
    traffic: ledger.snapshot,
    resetTraffic: ledger.reset,
    expireDeltaTokens: () => db.run("UPDATE lists SET deltaEpoch = deltaEpoch + 1"),
    sharePoint: {
      fetch: (request) => answerSharePoint(tenant, options.verifyToken, request),
      applySiteScript: (siteId, script) => {
        const site = tenant.sites.byId(siteId);
        if (!site) throw new Error(`There is no site ${siteId}.`);
        return applySiteScript(tenant, site, script, systemActor);
      },
    },
    activityNotifications: {
      list: (userId) => activitiesOf(db, options.now(), userId),
      markRead: (userId, id) => markActivityRead(db, userId, id),
      onNotification: activities.listen,
    },
    valuesOf: (rows, column) => matchingValues(tenant, rows, column),
    listIdOf: (sitePath, listName) => {
      const site = tenant.sites.all.find(({ path }) => path === sitePath);
      return site && findList(db, site.id, listName)?.id;
    },
    onChange: changes.listen,
    onRequest: requests.listen,
  };
}

async function answerRequest(desk: FrontDesk, verifyToken: VerifyToken, request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return preflight(request);
  if (request.method === "GET") {
    const download = answerDownload(desk.tenant, new URL(request.url).pathname);
    if (download) return download;
  }
  const ids = idsOf(request, desk.tenant.machineNow());
  try {
    if (isUploadAddress(new URL(request.url).pathname)) {
      const content = new Uint8Array(await request.arrayBuffer());
      return toResponse(answerUpload(desk.tenant, request, content), ids).response;
    }
    const call = await readCall(request, verifyToken);
    const isBatch = call.method === "POST" && call.path === "/$batch";
    const answer = isBatch ? answerWholeBatch(desk, call, ids) : answerCall(desk, call, ids, "outer");
    const { response, bytes } = toResponse(answer.reply, ids);
    desk.ledger.count(call.claims.appId, "bytes", bytes);
    if (answer.drop) response.headers.set(dropHeader, "1");
    return response;
  } catch (cause) {
    return refusal(desk, cause, ids);
  }
}

/** A batch as one exchange: its connection may break; everything else happens to the requests inside. */
function answerWholeBatch(desk: FrontDesk, call: GraphCall, ids: RequestIds): Answer {
  const fault = desk.faults()?.next("outer");
  if (fault === "reset") return { reply: { status: 500 }, drop: true };
  const drop = fault === "lost-answer";
  // Nobody can wait for what he was never told.
  const inside = drop ? { ...desk, ledger: { ...desk.ledger, refuse: () => undefined } } : desk;
  return { reply: answerBatch(call, ids, (inner) => answerCall(inside, inner, ids, "inner").reply), drop };
}

async function readCall(request: Request, verifyToken: VerifyToken): Promise<GraphCall> {
  const url = new URL(request.url);
  const path = /^\/v1\.0(\/.*)$/.exec(url.pathname)?.[1];
  if (path === undefined) throw new GraphError(400, "BadRequest", "Invalid version.");
  const claims = await authenticate(request, verifyToken);
  return {
    method: request.method,
    path,
    query: parseQueryOptions(url.search.slice(1)),
    headers: request.headers,
    body: bodyOfBytes(new Uint8Array(await request.arrayBuffer())),
    claims,
  };
}

function refusal(desk: FrontDesk, cause: unknown, ids: RequestIds): Response {
  const error = cause instanceof GraphError ? cause : errorOfBug(desk, cause);
  return toResponse(errorReply(error, ids), ids).response;
}

/** The tenant with its sites; all of it or, when the file gives out, nothing. */
function openTenant(...parts: Parameters<typeof createTenant>): Tenant {
  const [, db] = parts;
  try {
    return db.transaction(() => {
      const tenant = createTenant(...parts);
      prepareSites(tenant);
      return tenant;
    });
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function createTenant(
  options: GraphServerOptions,
  db: Database,
  machineNow: () => number,
  announcing: Pick<Tenant, "announce" | "announceActivity">,
): Tenant {
  const { seed } = options;
  db.run(
    "INSERT INTO settings (name, value) VALUES ('secret', ?) ON CONFLICT DO NOTHING",
    randomBytes(32).toString("hex"),
  );
  return {
    db,
    displayName: seed.tenant.displayName,
    sites: createSiteDirectory(db, seed, options.siteHost, wireTime(options.now())),
    people: seed.people,
    photoOf: options.photoOf ?? (() => undefined),
    applications: seed.applications,
    time: createSiteTime(seed.tenant.timeZone),
    origin: options.origin,
    sharePointOrigin: options.sharePointOrigin,
    teamsOrigin: options.teamsOrigin ?? options.origin,
    teamsApps: options.teamsApps ?? (() => []),
    now: options.now,
    machineNow,
    secret: db.get<{ value: string }>("SELECT value FROM settings WHERE name = 'secret'")?.value ?? "",
    ...announcing,
  };
}

interface Signal<T> {
  readonly emit: (value: T) => void;
  readonly listen: (listener: (value: T) => void) => () => void;
}

function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit: (value) => {
      for (const listener of listeners) listener(value);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function writeToStandardError(cause: unknown): void {
  process.stderr.write(`graph-server: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
}
