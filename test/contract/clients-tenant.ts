import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JWK } from "jose";
import * as z from "zod/mini";
import { demoMunicipality as municipality, userPrincipalNameOf } from "#demo/municipality.ts";
import { demoStart } from "#demo/tell-demo.ts";
import { atTime, epochMs, type Instant, type PlainDate } from "#domain/shared/dates.ts";
import { createServiceToken, GRAPH_SCOPE } from "#service/sign-in/service-token.ts";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { realMachine } from "#sharepoint/client/machine.ts";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Projections } from "#use-cases/ports/projections.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { startWorkspace } from "#workspace/start-workspace.ts";
import { demoWorkspaceSeed } from "../../scripts/demo-workspace-seed.ts";
import { loadDemo } from "../../scripts/load-demo.ts";
import { provisioning } from "../../scripts/provisioning.ts";
import { ensureServiceCredential } from "../../scripts/service-credential.ts";
import { readSettings, type Settings } from "../../scripts/settings.ts";

/** Where the demo of these tests stands: a Tuesday in the last week of reviewing. */
export const tenantNow: Instant = atTime("2026-11-24" as PlainDate, "10:00");

/** Fjordkøbing as `npm start` makes it, without the service: running, provisioned, told, open lists reconciled. */
export interface ClientsTenant {
  readonly settings: Settings;
  /** Graph with its version, for clients that are configured with it. */
  readonly graphUrl: string;
  /** Private key of the service's certificate. */
  readonly serviceKey: JWK;
  readonly tokenUrl: string;
  readonly serviceToken: () => Promise<string>;
  /** A delegated Graph token, by the script client. */
  userToken(user: string, scope: string): Promise<string>;
  readonly deps: Deps;
  /** Brings the open lists up to date; answers how many rows were written. */
  sync(): Promise<number>;
  readonly projections: Projections;
  close(): Promise<void>;
}

/** Starts everything on free ports with a folder of its own. */
export async function startClientsTenant(): Promise<ClientsTenant> {
  const folder = mkdtempSync(join(tmpdir(), "clients-"));
  const credentialFile = join(folder, "service-key.json");
  const publicKey = await ensureServiceCredential(credentialFile);
  const workspace = await startWorkspace({
    port: 0,
    // MSAL signs with PS256, the service with RS256: one certificate, registered for both.
    seed: demoWorkspaceSeed({
      serviceKeys: [publicKey, JSON.stringify({ ...(JSON.parse(publicKey) as JWK), alg: "PS256" })],
      serviceOrigin: "http://localhost:1",
    }),
    startAt: new Date(epochMs(demoStart("aktuel", tenantNow))),
    // MSAL rounds its clock to whole seconds, so an assertion may begin half a second from now.
    machineNow: () => new Date(Date.now() + 1000),
  });
  const settings: Settings = {
    ...readSettings({ PORT: String(workspace.port), FREMDRIFT_DATA: folder, FREMDRIFT_DEMO: "aktuel" }),
    credentialFile,
  };
  const provisioned = await provisioning(settings, () => undefined).apply();
  if (!provisioned.ok) throw new Error(`not provisioned: ${provisioned.refusal.kind}`);
  await loadDemo(settings, tenantNow, () => undefined);

  const tokenUrl = `${settings.identityOrigin}/${municipality.tenantId}/oauth2/v2.0/token`;
  const serviceKey = JSON.parse(readFileSync(credentialFile, "utf8")) as JWK;
  const serviceToken = createServiceToken({
    scope: GRAPH_SCOPE,
    tokenUrl,
    clientId: municipality.appId,
    privateKey: () => serviceKey,
    fetch,
    machineNow: () => Date.now(),
  });
  const sharePoint = openSharePoint({
    client: createGraphClient({
      ...realMachine,
      graphOrigin: settings.graphOrigin,
      token: serviceToken,
      log: () => undefined,
      unitsPerMinute: Number.POSITIVE_INFINITY,
    }),
    sites: { host: municipality.siteHost, records: municipality.recordSitePath, open: municipality.openSitePath },
    reported: () => undefined,
  });
  const read = await sharePoint.refreshAll();
  if (!read.ok) throw new Error(`unreadable: ${read.refusal.kind}`);
  const { records, basis, answerFiles, projections } = sharePoint;
  const deps: Deps = { records, basis, answerFiles, clock: { now: () => tenantNow } };
  const sync = async (): Promise<number> => {
    const done = await syncProjections({ ...deps, projections, linkBase: "http://localhost:1/tab/" });
    if (!done.ok) throw new Error(`not reconciled: ${done.refusal.kind}`);
    return done.value.created + done.value.updated + done.value.deleted;
  };
  return {
    settings,
    graphUrl: `${settings.graphOrigin}/v1.0`,
    serviceKey,
    tokenUrl,
    serviceToken,
    userToken: (user, scope) => userToken(tokenUrl, user, scope),
    deps,
    sync,
    projections,
    close: async () => {
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const tokenSchema = z.object({ access_token: z.string() });

async function userToken(tokenUrl: string, user: string, scope: string): Promise<string> {
  const answer = await fetch(tokenUrl, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: municipality.scriptClientId,
      username: userPrincipalNameOf(user),
      password: "workspace",
      scope: `https://graph.microsoft.com/${scope}`,
    }),
  });
  if (!answer.ok) throw new Error(`${user} could not sign in: ${await answer.text()}`);
  return tokenSchema.parse(await answer.json()).access_token;
}
