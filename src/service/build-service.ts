import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import type { TabConfig } from "#contract/tab-config.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { HealthReport } from "./health/health.ts";
import type { AppEnv } from "./http/app-env.ts";
import { type ChangeFeed, eventStream } from "./http/events.ts";
import { onceReady } from "./http/once-ready.ts";
import { openApiDocument } from "./http/openapi.ts";
import { mountPublicPages } from "./http/pages/mount-public-pages.ts";
import { problemResponse } from "./http/problem-response.ts";
import { requestFrame } from "./http/request-frame.ts";
import { actionPlanRoutes } from "./http/routes/action-plans.ts";
import { type Administration, adminRoutes } from "./http/routes/admin.ts";
import { applicationRoutes } from "./http/routes/applications.ts";
import { caseIntakeRoutes } from "./http/routes/case-intake.ts";
import { caseRoutes } from "./http/routes/cases.ts";
import { consultationNoteRoutes } from "./http/routes/consultation-note.ts";
import { consultationRoutes } from "./http/routes/consultations.ts";
import { draftRoutes } from "./http/routes/drafts.ts";
import { letterRoutes } from "./http/routes/letters.ts";
import { needRoutes } from "./http/routes/needs.ts";
import { noticeRoutes } from "./http/routes/notices.ts";
import { poolRoutes } from "./http/routes/pools.ts";
import { rankingRoutes } from "./http/routes/ranking.ts";
import { reviewRoutes } from "./http/routes/reviews.ts";
import { roundRoutes } from "./http/routes/rounds.ts";
import { searchRoutes } from "./http/routes/search.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { seenPages } from "./http/seen-pages.ts";
import { signIn, type VerifyToken } from "./http/sign-in.ts";
import { mountTab } from "./http/static-tab.ts";
import { writeLimit } from "./http/write-limit.ts";

/** Everything the service is put together from; tests hand in their own. */
export interface ServiceParts {
  readonly deps: Deps;
  /** False until every record list has been read: nobody is known and nothing may be done before. */
  readonly isReady: () => boolean;
  /** False when a list is missing, so that waiting does not help; default true. */
  readonly isSetUp?: () => boolean;
  readonly feed: ChangeFeed;
  readonly log: Logger;
  readonly verifyToken: VerifyToken;
  /** Epoch milliseconds of the machine: rate limits, durations and token times, never business time. */
  readonly machineNow: () => number;
  readonly municipality: string;
  readonly openSiteUrl: () => string | undefined;
  /** Address of an application's row in the open list, once it stands there. */
  readonly applicationRowUrl: (applicationKey: Key) => string | undefined;
  /** Address of an item's row in the open list, once it stands there. */
  readonly actionItemRowUrl: (itemKey: Key) => string | undefined;
  /** Address of the open list of the plan, once it has been seen. */
  readonly planListUrl?: () => string | undefined;
  /** Address of a consultation's row in the open list, once it stands there. */
  readonly consultationRowUrl: (key: Key) => string | undefined;
  /** Address of a case's row in the open list, once it stands there. */
  readonly caseRowUrl: (caseKey: Key) => string | undefined;
  readonly publicUrl: string;
  readonly hostOrigins: readonly string[];
  readonly identityOrigin: string;
  readonly tab: { readonly folder: string; readonly config: TabConfig };
  /** What the health page says; "ok" once the replica has read everything. */
  readonly health: () => HealthReport;
  /** Titles of lists that are damaged in SharePoint and only shown. */
  readonly readOnlyLists?: () => readonly string[];
  /** The administrators' page; without it there is none. */
  readonly administration?: Administration;
  /** Puts the bot's POST /api/messages on the app, before sign-in applies. */
  readonly mountBot?: (app: Hono<AppEnv>, deps: Deps) => void;
}

const LARGEST_BODY = 512 * 1024;
/** A document of 4 MB in base64, and its name. */
const LARGEST_FILE_BODY = 5_500_000;

/** Refuses bodies that are too large before they are read; documents may be larger than the rest. */
function limitedBodies(): MiddlewareHandler<AppEnv> {
  const upTo = (maxSize: number, kind: "body-too-large" | "file-body-too-large") =>
    bodyLimit({ maxSize, onError: (context: Context<AppEnv>) => problemResponse(context, { kind }) });
  const [texts, documents] = [upTo(LARGEST_BODY, "body-too-large"), upTo(LARGEST_FILE_BODY, "file-body-too-large")];
  return (context, next) => {
    const isDocument = /^\/api\/parties\/[0-9a-f]{32}\/files$/u.test(context.req.path);
    return (isDocument ? documents : texts)(context, next);
  };
}

/** Assembles the service without a port: tests use `app.fetch(request)`, main listens. */
export function buildService(parts: ServiceParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(securityHeaders(parts));
  app.use(requestFrame(parts.log, parts.machineNow, parts.deps.clock));
  app.onError((error, context) => {
    // The one place that catches what nobody expected; the text stays here, the caller gets the correlation id.
    context.get("log").error({ err: error }, "unexpected");
    return problemResponse(context, { kind: "unexpected" });
  });
  app.notFound((context) => problemResponse(context, { kind: "not-found" }));
  app.use("/api/*", limitedBodies());
  app.get("/api/health", (context) => {
    return context.json(parts.health(), parts.isReady() ? 200 : 503);
  });
  const description = openApiDocument(parts.publicUrl);
  app.get("/api/openapi.json", (context) => context.json(description));
  app.use("/api/*", onceReady(parts.isReady, parts.isSetUp));
  parts.mountBot?.(app, parts.deps);
  mountPublicPages(app, parts.municipality);
  mountTab(app, parts.tab);

  app.use("/api/*", signIn(parts.verifyToken, parts.deps), seenPages(parts.deps), writeLimit(parts.machineNow));
  app.get("/api/events", (context) => eventStream(context, parts.feed, parts.machineNow));
  roundRoutes(app, parts.deps, parts);
  draftRoutes(app, parts.deps);
  applicationRoutes(app, parts.deps, parts);
  reviewRoutes(app, parts.deps);
  rankingRoutes(app, parts.deps);
  searchRoutes(app, parts.deps);
  actionPlanRoutes(app, parts.deps, parts);
  consultationRoutes(app, parts.deps, parts);
  consultationNoteRoutes(app, parts.deps, parts);
  caseIntakeRoutes(app, parts.deps);
  caseRoutes(app, parts.deps, parts);
  letterRoutes(app, parts.deps, parts);
  noticeRoutes(app, parts.deps);
  needRoutes(app, parts.deps, parts);
  poolRoutes(app, parts.deps);
  if (parts.administration !== undefined) adminRoutes(app, parts.deps, parts.administration);
  return app;
}
