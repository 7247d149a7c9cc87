import { readFileSync } from "node:fs";
import { pino } from "pino";
import { demoMunicipality as municipality, objectIdOf } from "#demo/municipality.ts";
import { buildService } from "#service/build-service.ts";
import { parseConfig, type ServiceConfig } from "#service/config.ts";
import { createChangeFeed } from "#service/http/events.ts";
import { remoteKeys, tokenVerifier } from "#service/http/sign-in.ts";
import { tabConfigOf } from "#service/tab-config.ts";
import { consecutiveFreePorts } from "#workspace/consecutive-ports.ts";
import { createIdentity, type Identity } from "#workspace/identity/identity.ts";
import { type LoopbackServer, serveLoopback } from "#workspace/serve-loopback.ts";
import { demoWorkspaceSeed } from "../../scripts/demo-workspace-seed.ts";
import { inMemoryRecords } from "../scenarios/in-memory-records.ts";
import { openRound, sentSpring } from "../scenarios/pool-story.ts";
import { createWorld } from "../scenarios/world.ts";
import { tinyHostPage } from "./tiny-host.ts";

/** The built tab on the real service and the real sign-in, on records in memory, and a host page that obeys its query. */
export interface TabStage {
  readonly service: string;
  readonly identityOrigin: string;
  readonly identity: Identity;
  /** The host's own origin, and the same page by another name of the machine: another site to a browser. */
  readonly host: string;
  readonly crossSiteHost: string;
  /** A page that is nobody's host. */
  readonly stranger: string;
  /** Address of an application somebody may read. */
  readonly applicationRoute: string;
  /** Opens the host as a person. */
  hostUrl(query?: Readonly<Record<string, string>>, origin?: string): string;
  /** Changes sign-in, as an administrator would. */
  control(body: object): Promise<void>;
  /** From now on every token has to satisfy this authentication context. */
  demand(context: string | undefined): void;
  stop(): Promise<void>;
}

const reader = "puljesekretariat";

/** Opens one; about a second. Another build of the tab than the product's stands in another folder. */
export async function openTabStage(tabFolder = "build/tab"): Promise<TabStage> {
  const first = await consecutiveFreePorts(5);
  const at = (offset: number, name = "localhost"): string => `http://${name}:${first + offset}`;
  const [host, service, identityOrigin, stranger] = [at(0), at(1), at(3), at(4)];
  const crossSiteHost = at(0, "127.0.0.1");
  const config = parseConfig({ PORT: String(first), FREMDRIFT_HOST_ORIGINS: `${host},${crossSiteHost}` });
  const identity = await createIdentity({
    seed: demoWorkspaceSeed({ serviceKeys: [], serviceOrigin: service }),
    origin: identityOrigin,
    hostOrigins: [host, crossSiteHost],
  });
  let context: string | undefined;
  const { app, applicationKey } = await aService(config, tabFolder, () => context);
  const places = { service, identity: identityOrigin, clientId: config.clientId, tenantId: config.tenantId };
  const servers: readonly LoopbackServer[] = await Promise.all([
    serveLoopback(() => answer("text/html", tinyHostPage(places)), first),
    serveLoopback((request) => app.fetch(request), first + 1),
    serveLoopback((request) => identity.fetch(request), first + 3),
    serveLoopback(({ url }) => strangerAnswer(new URL(url).pathname, service), first + 4),
  ]);
  return {
    service,
    identityOrigin,
    identity,
    host,
    crossSiteHost,
    stranger,
    applicationRoute: `/applications/${applicationKey}`,
    hostUrl: (query = {}, origin = host) =>
      `${origin}/?${new URLSearchParams({ account: objectIdOf(reader), ...query })}`,
    control: async (body) => {
      const headers = { "content-type": "application/json" };
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      const answer = await fetch(`${identityOrigin}/workspace/sign-in`, init);
      if (!answer.ok) throw new Error(`sign-in could not be changed: ${answer.status}`);
    },
    demand: (wanted) => {
      context = wanted;
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

async function aService(config: ServiceConfig, tabFolder: string, context: () => string | undefined) {
  const world = await createWorld(inMemoryRecords(), "2022-03-01 09:00");
  const { roundKey } = await openRound(world);
  const [applicationKey = ""] = await sentSpring(world, roundKey);
  const keys = remoteKeys(config.jwksUrl, fetch);
  const app = buildService({
    deps: world.deps,
    isReady: () => true,
    feed: createChangeFeed(),
    log: pino({ level: "silent" }),
    verifyToken: (token) => tokenVerifier(keys, { ...config, authenticationContext: context() })(token),
    machineNow: Date.now,
    municipality: municipality.name,
    openSiteUrl: () => "http://sharepoint.test/sites/fremdrift",
    applicationRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    actionItemRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    consultationRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    caseRowUrl: (key) => `http://sharepoint.test/row/${key}`,
    publicUrl: config.publicUrl,
    hostOrigins: config.hostOrigins,
    identityOrigin: new URL(config.issuer).origin,
    tab: { folder: tabFolder, config: tabConfigOf(config) },
    health: () => ({ status: "ok", checks: {} }),
  });
  return { app, applicationKey };
}

const msalScript = new URL("../../node_modules/@azure/msal-browser/lib/msal-browser.min.js", import.meta.url);

/** The stranger's pages: one that frames the tab, and any other with Microsoft's own library for browsers, unmodified. */
function strangerAnswer(path: string, service: string): Response {
  if (path === "/") return answer("text/html", strangerPage(service));
  if (path === "/msal.js") return answer("text/javascript", readFileSync(msalScript, "utf8"));
  return answer(
    "text/html",
    '<!doctype html><title>Client</title><link rel="icon" href="data:,"><script src="/msal.js"></script>',
  );
}

function answer(type: string, text: string): Response {
  return new Response(text, { headers: { "content-type": `${type}; charset=utf-8` } });
}

/** Frames the tab, where it is a page of its own, and sends it what a host would send. */
function strangerPage(service: string): string {
  return `<!doctype html><title>Stranger</title><iframe src="${service}/tab/" id="stolen"></iframe><script>
const say = (target) => {
  for (const id of [undefined, 0, 1, 2, 3]) {
    target.postMessage({ id, func: "themeChange", args: ["contrast"] }, "*");
    target.postMessage({ id, args: [{ theme: "contrast", userObjectId: "somebody-else" }] }, "*");
    target.postMessage({ id, func: "contextChange", args: [{ theme: "contrast" }] }, "*");
    target.postMessage({ id, func: "nestedAppAuth.execute", args: [null, '{"messageType":"NestedAppAuthResponse"}'] }, "*");
  }
};
window.forge = () => { for (let index = 0; index < parent.frames.length; index += 1) say(parent.frames[index]); };
</script>`;
}
