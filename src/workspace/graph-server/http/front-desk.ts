import { createHash } from "node:crypto";
import { DataFileError } from "../database/data-file-error.ts";
import { resolveDriveAddress } from "../drives/drive-address.ts";
import { limits } from "../limits.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { FaultSource } from "../traffic/fault-plan.ts";
import { faultError } from "../traffic/fault-reply.ts";
import type { TrafficLedger } from "../traffic/traffic-ledger.ts";
import type { UnitQuota } from "../traffic/unit-quota.ts";
import type { GraphCall, GraphReply } from "./graph-call.ts";
import { GraphError, itemNotFound } from "./graph-error.ts";
import { compileRoutes, type RouteMatch } from "./route.ts";
import { routes } from "./routes.ts";
import { resolveSiteAddress } from "./site-address.ts";
import { errorReply, type RequestIds } from "./wire.ts";

/** One answered call, for whoever watches the traffic. */
export interface RequestReport {
  /** Application id. */
  readonly client: string;
  /** User principal name, when a person is behind the call. */
  readonly person: string | undefined;
  readonly method: string;
  /** Below `/v1.0`, with its query. */
  readonly path: string;
  readonly status: number;
  readonly units: number;
  readonly ms: number;
}

export interface FrontDesk {
  readonly tenant: Tenant;
  readonly ledger: TrafficLedger;
  readonly quota: UnitQuota;
  readonly faults: () => FaultSource | undefined;
  readonly report: (report: RequestReport) => void;
  /** Called with what is not a refusal but a fault of this server. */
  readonly onBug: (cause: unknown) => void;
}

export interface Answer {
  readonly reply: GraphReply;
  /** The connection is cut instead of answering. */
  readonly drop: boolean;
}

const findRoute = compileRoutes(routes);

/** Answers one call, outer or inside a batch: route, count, quota, faults, handler, report. */
export function answerCall(desk: FrontDesk, call: GraphCall, ids: RequestIds, where: "outer" | "inner"): Answer {
  const started = desk.tenant.machineNow();
  const client = call.claims.appId;
  const routed = route(desk.tenant, call);
  const units = routed instanceof GraphError ? 1 : unitsOf(routed, call);
  const answer = guarded(desk, call, ids, where, routed, units);
  countAnswer(desk, call, answer.reply, units);
  desk.report({
    client,
    person: call.claims.kind === "delegated" ? call.claims.userPrincipalName : undefined,
    method: call.method,
    path: call.query.raw === "" ? call.path : `${call.path}?${call.query.raw}`,
    status: answer.reply.status,
    units,
    ms: desk.tenant.machineNow() - started,
  });
  return answer;
}

type Routed = { readonly path: string; readonly match: RouteMatch };

function route(tenant: Tenant, call: GraphCall): Routed | GraphError {
  try {
    const path = resolveDriveAddress(tenant, resolveSiteAddress(tenant, call.path));
    const match = findRoute(call.method, path);
    if (match === undefined) return new GraphError(400, "BadRequest", "Resource not found for the segment.");
    if (match === "method") return new GraphError(405, "notAllowed", "The method is not allowed on this resource.");
    return { path, match };
  } catch (cause) {
    if (cause instanceof GraphError) return cause;
    if (cause instanceof URIError) return itemNotFound();
    throw cause;
  }
}

function unitsOf({ match }: Routed, call: GraphCall): number {
  if (match.route.cost !== "delta") return match.route.cost;
  return call.query.has("token") ? 1 : 2;
}

function guarded(
  desk: FrontDesk,
  call: GraphCall,
  ids: RequestIds,
  where: "outer" | "inner",
  routed: Routed | GraphError,
  units: number,
): Answer {
  const source = desk.faults();
  const quota = desk.quota.charge(call.claims.appId, units, source?.plan.unitsPerMinute, desk.tenant.machineNow());
  const answer = (reply: GraphReply, drop = false): Answer => ({
    reply: { ...reply, headers: { ...reply.headers, ...quota.headers } },
    drop,
  });
  if (quota.retryAfterS !== undefined) return answer(errorReply(faultError(429, quota.retryAfterS), ids));
  const fault = source?.next(where);
  if (typeof fault === "number") {
    return answer(errorReply(faultError(fault, source?.plan.retryAfterS ?? limits.defaultRetryAfterS), ids));
  }
  if (fault === "reset") return answer({ status: 500 }, true);
  return answer(handle(desk, call, ids, routed), fault === "lost-answer");
}

function handle(desk: FrontDesk, call: GraphCall, ids: RequestIds, routed: Routed | GraphError): GraphReply {
  const { tenant } = desk;
  try {
    if (routed instanceof GraphError) throw routed;
    const { route: row, param } = routed.match;
    const run = (): GraphReply => row.handle(tenant, { ...call, path: routed.path, param });
    return row.method === "GET" ? run() : tenant.db.transaction(run);
  } catch (cause) {
    if (cause instanceof GraphError) return errorReply(cause, ids);
    return errorReply(errorOfBug(desk, cause), ids);
  }
}

/** What a caller is told of something that is no refusal; whoever runs the workspace is told the rest. */
export function errorOfBug(desk: Pick<FrontDesk, "onBug">, cause: unknown): GraphError {
  desk.onBug(cause);
  if (cause instanceof DataFileError) return noStorage(cause);
  return new GraphError(500, "generalException", "General exception while processing");
}

/** A full disk is a full site collection; any other trouble with it passes, or is for whoever runs the workspace. */
function noStorage({ isFull }: DataFileError): GraphError {
  if (isFull) return new GraphError(507, "quotaLimitReached", "Insufficient Space Available");
  return new GraphError(503, "serviceNotAvailable", "The service is temporarily unavailable.");
}

function countAnswer(desk: FrontDesk, call: GraphCall, reply: GraphReply, units: number): void {
  const { ledger, tenant } = desk;
  const client = call.claims.appId;
  const key = callKey(call);
  const now = tenant.machineNow();
  ledger.count(client, "requests");
  ledger.count(client, "units", units);
  if (ledger.comesEarly(client, key, now)) ledger.count(client, "earlyRetries");
  const retryAfter = reply.headers?.["Retry-After"];
  if (retryAfter !== undefined) {
    ledger.count(client, "refused");
    ledger.refuse(client, key, now + Number(retryAfter) * 1000);
  }
  if (call.method === "GET" && reply.status === 200 && !/(\$|%24)select=/i.test(call.query.raw)) {
    ledger.count(client, "withoutSelect");
  }
}

/** Two calls with the same key are the same call sent again. */
function callKey(call: GraphCall): string {
  const body = call.body.isEmpty ? "" : createHash("sha256").update(call.body.bytes()).digest("base64url");
  return `${call.method} ${call.path}?${call.query.raw} ${body}`;
}
