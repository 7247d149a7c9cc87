import { pino } from "pino";
import { objectIdOf } from "#demo/municipality.ts";
import { buildService } from "#service/build-service.ts";
import { type ChangeFeed, createChangeFeed } from "#service/http/events.ts";
import { openSharePoint, type SharePoint } from "#sharepoint/open-sharepoint.ts";
import { createAuditDrain } from "#use-cases/audit/drain-audit.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "../contract/test-workspace.ts";
import { type RecordingMessenger, recordingMessenger, textCards } from "./recording-messenger.ts";
import { createWorld, good, type World } from "./world.ts";

/** A request that reached the local Graph. */
export interface GraphRequest {
  readonly method: string;
  readonly path: string;
}

/** An answer of the service, read. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A whole municipality in this process: local Graph in memory, provisioned lists, replica, use-cases and HTTP API. */
export interface Harness extends World {
  readonly workspace: TestWorkspace;
  readonly sharePoint: SharePoint;
  readonly feed: ChangeFeed;
  readonly messenger: RecordingMessenger;
  /** Every Graph request of the service since the last `forgetGraph`. */
  readonly graph: readonly GraphRequest[];
  readonly forgetGraph: () => void;
  /** Graph requests that change something. */
  readonly graphWrites: () => readonly GraphRequest[];
  /** Calls the API as a demo person; the token is checked by a stand-in. */
  readonly http: (user: string, method: string, path: string, body?: unknown) => Promise<HttpAnswer>;
  /** The app itself, for requests the helper does not make. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Sends what is due, updates cards, drains the audit: what the service does after every change. */
  readonly settle: () => Promise<void>;
}

/** Opens one; about a second, most of it provisioning. `start` is where business time begins. */
export async function openHarness(start?: string): Promise<Harness> {
  const workspace = openTestWorkspace();
  good(await workspace.provisioning().apply());
  const graph: GraphRequest[] = [];
  const client = workspace.serviceClient((send) => async (input, init) => {
    const request = new Request(input, init);
    graph.push({ method: request.method, path: new URL(request.url).pathname });
    return send(request);
  });
  const sharePoint = openSharePoint({ client, sites: testSites, reported: () => undefined });
  good(await sharePoint.refreshAll());
  const world = await createWorld(sharePoint, start);
  const feed = createChangeFeed();
  const messenger = recordingMessenger();
  const app = buildService({
    deps: world.deps,
    isReady: sharePoint.isReady,
    feed,
    log: pino({ level: "silent" }),
    verifyToken: async (token) =>
      token === "bad" ? undefined : { objectId: objectIdOf(token), expiresS: 4_000_000_000 },
    machineNow: () => Date.parse(world.now()),
    municipality: "Prøve Kommune",
    openSiteUrl: () => "http://sharepoint.test/sites/fremdrift",
    applicationRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    actionItemRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    consultationRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    caseRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    publicUrl: "http://service.test",
    hostOrigins: ["http://host.test"],
    identityOrigin: "http://identity.test",
    tab: { folder: "build/tab", config: tabConfig },
    health: () => ({ status: "ok", checks: {} }),
  });
  const drain = createAuditDrain(world.deps);
  const pauses = createNoticePauses(() => Date.parse(world.now()));
  const settle = async (): Promise<void> => {
    const sender = { ...world.deps, messenger, renderCard: textCards, pauses, instance: "test" };
    good(await sendNotices(sender, () => noticePlan(world.deps)));
    good(await updateCards(sender));
    good(await drain(1000));
  };
  return {
    ...world,
    workspace,
    sharePoint,
    feed,
    messenger,
    graph,
    forgetGraph: () => {
      graph.length = 0;
    },
    graphWrites: () => graph.filter(({ method }) => method !== "GET"),
    fetch: async (request) => app.fetch(request),
    http: (user, method, path, body) => call((request) => app.fetch(request), user, method, path, body),
    settle,
  };
}

async function call(
  fetch: (request: Request) => Response | Promise<Response>,
  user: string,
  method: string,
  path: string,
  body: unknown,
): Promise<HttpAnswer> {
  const headers = { authorization: `Bearer ${user}`, "content-type": "application/json" };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(new Request(`http://service.test${path}`, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

const tabConfig = {
  clientId: "app",
  authority: "http://identity.test/tenant",
  knownAuthorities: [],
  scope: "api://app/access_as_user",
  apiBaseUrl: "http://service.test",
  validMessageOrigins: ["http://host.test"],
  appId: "app",
  redirectUri: "http://service.test/tab/redirect.html",
};
