import { demoMunicipality as municipality, objectIdOf, userPrincipalNameOf } from "#demo/municipality.ts";
import { type DemoLayer, demoStart, tellDemo } from "#demo/tell-demo.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { wantedLists } from "#sharepoint/lists/all-lists.ts";
import { openSharePoint, type SharePoint } from "#sharepoint/open-sharepoint.ts";
import { createProvisioning } from "#sharepoint/provisioning/provision.ts";
import { createSiteScriptRunner } from "#sharepoint/provisioning/run-site-script.ts";
import { virtualMachine } from "#test/contract/virtual-machine.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { createGraphServer } from "#workspace/graph-server/graph-server.ts";
import type { TokenClaims } from "#workspace/graph-server/token-claims.ts";
import { demoWorkspaceSeed } from "../../scripts/demo-workspace-seed.ts";

const GRAPH_ORIGIN = "http://graph.test";
const SHAREPOINT_ORIGIN = "http://sharepoint.test";

/** The demo as it lies in the lists once it has been told. */
export interface DemoTenant {
  /** Read anew from SharePoint after the last act; the clock stands at `now`. */
  readonly deps: Deps;
  /** The instants the clock was moved to, in order. */
  readonly moves: readonly Instant[];
  /** Writes the open lists, as the service does after every change. */
  readonly project: () => Promise<void>;
  /** GET below Graph's or SharePoint's origin as a demo person, e.g. a manager who opens a list. */
  readonly getAs: (user: string, of: "graph" | "sharepoint", path: string) => Promise<unknown>;
  close(): void;
}

/** Fjordkøbing's two sites in memory, provisioned, with the demo told through Graph. Nothing listens, nothing waits. */
export async function loadDemoTenant(layer: DemoLayer, now: Instant): Promise<DemoTenant> {
  let clockAt = demoStart(layer, now);
  const machine = virtualMachine();
  const server = createGraphServer({
    seed: demoWorkspaceSeed({ serviceKeys: [], serviceOrigin: "http://service.test" }),
    dataFile: ":memory:",
    origin: GRAPH_ORIGIN,
    sharePointOrigin: SHAREPOINT_ORIGIN,
    siteHost: municipality.siteHost,
    now: () => new Date(clockAt),
    machineNow: machine.now,
    wait: () => Promise.resolve(),
    verifyToken: (bearer) =>
      Promise.resolve(JSON.parse(Buffer.from(bearer, "base64url").toString("utf8")) as TokenClaims),
  });
  const clientAs = (claims: TokenClaims) =>
    createGraphClient({
      ...machine,
      graphOrigin: GRAPH_ORIGIN,
      token: () => Promise.resolve(tokenOf(claims)),
      fetch: (input, init) => server.fetch(new Request(input, init)),
      log: () => undefined,
      unitsPerMinute: Number.POSITIVE_INFINITY,
    });
  const sites = {
    host: municipality.siteHost,
    records: municipality.recordSitePath,
    open: municipality.openSitePath,
  };
  const provisioned = await createProvisioning({
    client: clientAs(administrator),
    sites,
    lists: wantedLists,
    progress: () => undefined,
    runSiteScript: createSiteScriptRunner({
      sharePointOrigin: SHAREPOINT_ORIGIN,
      token: () => Promise.resolve(tokenOf(administrator)),
      fetch: (input, init) => server.sharePoint.fetch(new Request(input, init)),
    }),
  }).apply();
  if (!provisioned.ok) throw new Error(`not provisioned: ${provisioned.refusal.kind}`);
  const open = async (): Promise<SharePoint> => {
    const sharePoint = openSharePoint({ client: clientAs(service), sites, reported: () => undefined });
    const read = await sharePoint.refreshAll();
    if (!read.ok) throw new Error(`unreadable: ${read.refusal.kind}`);
    return sharePoint;
  };
  const depsOf = ({ records, basis, answerFiles }: SharePoint): Deps => ({
    records,
    basis,
    answerFiles,
    clock: { now: () => clockAt },
  });

  const moves: Instant[] = [];
  await tellDemo({
    layer,
    now,
    deps: depsOf(await open()),
    moveClock: async (to) => {
      moves.push(to);
      clockAt = to;
    },
    say: () => undefined,
  });
  clockAt = now;
  const told = await open();
  const deps = depsOf(told);
  return {
    deps,
    moves,
    project: async () => {
      const links = { projections: told.projections, linkBase: "http://service.test/tab/" };
      const done = await syncProjections({ ...deps, ...links });
      if (!done.ok) throw new Error(`not projected: ${done.refusal.kind}`);
    },
    getAs: async (user, of, path) => {
      const headers = { authorization: `Bearer ${tokenOf(personal(user, ["Sites.Read.All"]))}` };
      const answer = await (of === "graph"
        ? server.fetch(new Request(`${GRAPH_ORIGIN}${path}`, { headers }))
        : server.sharePoint.fetch(new Request(`${SHAREPOINT_ORIGIN}${path}`, { headers })));
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      const body: unknown = await answer.json();
      return body;
    },
    close: () => server.close(),
  };
}

const service: TokenClaims = { kind: "application", appId: municipality.appId, roles: ["Sites.Selected"] };

const administrator = personal(municipality.provisioningUser, ["Sites.FullControl.All"]);

function personal(user: string, scopes: readonly string[]): TokenClaims {
  return {
    kind: "delegated",
    userId: objectIdOf(user),
    userPrincipalName: userPrincipalNameOf(user),
    appId: municipality.scriptClientId,
    scopes,
    roles: [],
  };
}

function tokenOf(claims: TokenClaims): string {
  return Buffer.from(JSON.stringify(claims)).toString("base64url");
}
