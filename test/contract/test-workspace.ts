import { createGraphClient, type GraphClient } from "#sharepoint/client/graph-client.ts";
import { wantedLists } from "#sharepoint/lists/all-lists.ts";
import type { WantedList } from "#sharepoint/lists/define-list.ts";
import type { SiteAddresses } from "#sharepoint/lists/list-directory.ts";
import { createProvisioning, type Provisioning, type ProvisioningOptions } from "#sharepoint/provisioning/provision.ts";
import { createAppearanceReader } from "#sharepoint/provisioning/read-appearance.ts";
import { createSiteScriptRunner } from "#sharepoint/provisioning/run-site-script.ts";
import { createGraphServer, type GraphServer, type GraphServerOptions } from "#workspace/graph-server/graph-server.ts";
import type { TokenClaims } from "#workspace/graph-server/token-claims.ts";
import type { WorkspaceSeed } from "#workspace/workspace-seed.ts";
import { type VirtualMachine, virtualMachine } from "./virtual-machine.ts";

const GRAPH_ORIGIN = "http://graph.test";
const SHAREPOINT_ORIGIN = "http://sharepoint.test";
const SERVICE_ID = "00000000-0000-4000-8000-0000000000a2";
const SCRIPT_ID = "00000000-0000-4000-8000-0000000000a3";

const people = [
  { id: "00000000-0000-4000-8000-000000000001", name: "administrator", role: "owner" },
  { id: "00000000-0000-4000-8000-000000000002", name: "puljesekretariat", role: "member" },
] as const;

const seed: WorkspaceSeed = {
  tenant: {
    id: "00000000-0000-4000-8000-0000000000f0",
    aliases: [],
    domain: "kommune.example",
    displayName: "Prøve Kommune",
    timeZone: "Europe/Copenhagen",
  },
  people: people.map(({ id, name }) => ({
    id,
    displayName: name,
    givenName: name,
    surname: "Prøve",
    userPrincipalName: `${name}@kommune.example`,
    jobTitle: "Konsulent",
    department: "Digitalisering",
    preferredLanguage: "da-DK",
  })),
  sites: [
    {
      path: "/sites/fremdrift",
      displayName: "Fremdrift",
      members: { "administrator@kommune.example": "owner", "puljesekretariat@kommune.example": "member" },
      applicationGrants: { [SERVICE_ID]: "write" },
    },
    {
      path: "/sites/sagsrum",
      displayName: "Sagsrum",
      members: { "administrator@kommune.example": "owner" },
      applicationGrants: { [SERVICE_ID]: "write" },
    },
  ],
  applications: [application(SERVICE_ID, ["Sites.Selected", "TeamsActivity.Send"]), application(SCRIPT_ID, [])],
};

function application(id: string, applicationPermissions: readonly string[]) {
  return {
    id,
    displayName: "Fremdrift",
    exposedScopes: [],
    applicationPermissions,
    delegatedPermissions: [],
    redirectUris: [],
    publicClient: true,
  };
}

type Persona = (typeof people)[number]["name"];

/** Where the two sites are in the test tenant. */
export const testSites: SiteAddresses = {
  host: "kommune.sharepoint.example",
  records: "/sites/sagsrum",
  open: "/sites/fremdrift",
};

export interface TestWorkspace {
  readonly server: GraphServer;
  readonly machine: VirtualMachine;
  /** As the service; every request of the client passes through `change`, e.g. to lose an answer. */
  readonly serviceClient: (change?: (send: typeof fetch) => typeof fetch) => GraphClient;
  /** As a person, e.g. a manager who edits a row in SharePoint. */
  readonly personClient: (name: Persona) => GraphClient;
  /** As the administrator. */
  readonly provisioning: (
    lists?: readonly WantedList[],
    progress?: () => void,
    more?: Partial<ProvisioningOptions>,
  ) => Provisioning;
  /** GET below `_api` of a site, as the administrator: views and fields as SharePoint shows them. */
  readonly sharePointGet: (path: string) => Promise<unknown>;
}

/** A tenant with both sites and no lists yet, in memory unless told otherwise. Time is virtual: nothing waits. */
export function openTestWorkspace(
  more: Partial<Pick<GraphServerOptions, "dataFile" | "mostPages" | "now" | "onBug" | "teamsApps">> = {},
  machine: VirtualMachine = virtualMachine(),
): TestWorkspace {
  const server = createGraphServer({
    seed,
    dataFile: ":memory:",
    origin: GRAPH_ORIGIN,
    sharePointOrigin: SHAREPOINT_ORIGIN,
    siteHost: testSites.host,
    now: () => new Date(machine.now()),
    machineNow: machine.now,
    wait: () => Promise.resolve(),
    verifyToken: (bearer) =>
      Promise.resolve(JSON.parse(Buffer.from(bearer, "base64url").toString("utf8")) as TokenClaims),
    ...more,
  });
  const graphFetch = throughDrops(server.fetch);
  const clientWith = (claims: TokenClaims, send: typeof fetch) =>
    createGraphClient({
      graphOrigin: GRAPH_ORIGIN,
      token: async () => tokenOf(claims),
      fetch: send,
      log: () => undefined,
      unitsPerMinute: Number.POSITIVE_INFINITY,
      ...machine,
    });
  const admin = () => clientWith(delegated("administrator"), graphFetch);
  const sharePoint = {
    sharePointOrigin: SHAREPOINT_ORIGIN,
    token: async () => tokenOf(delegated("administrator")),
    fetch: ((input, init) => server.sharePoint.fetch(new Request(input, init))) satisfies typeof fetch,
  };
  return {
    server,
    machine,
    serviceClient: (change = (send) => send) =>
      clientWith(
        { kind: "application", appId: SERVICE_ID, roles: ["Sites.Selected", "TeamsActivity.Send"] },
        change(graphFetch),
      ),
    personClient: (name) => clientWith(delegated(name), graphFetch),
    provisioning: (lists = wantedLists, progress = () => undefined, more = {}) =>
      createProvisioning({
        client: admin(),
        sites: testSites,
        lists,
        progress,
        readAppearance: createAppearanceReader(sharePoint),
        runSiteScript: createSiteScriptRunner(sharePoint),
        ...more,
      }),
    sharePointGet: async (path) => {
      const headers = { authorization: `Bearer ${tokenOf(delegated("administrator"))}` };
      const answer = await server.sharePoint.fetch(new Request(`${SHAREPOINT_ORIGIN}${path}`, { headers }));
      const body: unknown = await answer.json();
      return body;
    },
  };
}

function delegated(name: Persona): TokenClaims {
  const userId = people.find((person) => person.name === name)?.id ?? "";
  return {
    kind: "delegated",
    userId,
    userPrincipalName: `${name}@kommune.example`,
    appId: SCRIPT_ID,
    scopes: ["Sites.FullControl.All"],
    roles: [],
  };
}

function tokenOf(claims: TokenClaims): string {
  return Buffer.from(JSON.stringify(claims)).toString("base64url");
}

/** As the listener would: an answer marked so is a broken connection. */
function throughDrops(serve: (request: Request) => Promise<Response>): typeof fetch {
  return async (input, init) => {
    const answer = await serve(new Request(input, init));
    if (answer.headers.get("x-workspace-drop") === "1") throw new TypeError("socket hang up");
    return answer;
  };
}
