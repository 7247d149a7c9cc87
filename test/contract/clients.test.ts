import { createPrivateKey } from "node:crypto";
import { ConfidentialClientApplication } from "@azure/msal-node";
import type { JWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { provisioning } from "../../scripts/provisioning.ts";
import { type ListPlace, type PublishedClient, publishedClients, statusOf } from "./clients-published.ts";
import { type ClientsTenant, startClientsTenant } from "./clients-tenant.ts";

/** The strongest scope a script can be given: what is refused with it is refused by the site. */
const STRONGEST = "Sites.FullControl.All";

let tenant: ClientsTenant;
beforeAll(async () => {
  tenant = await startClientsTenant();
  await tenant.sync();
});
afterAll(() => tenant.close());

describe.for(Object.entries(publishedClients))("%s, unmodified, over http", ([, clientOf]) => {
  let service: PublishedClient;
  let manager: PublishedClient;
  let openSite: string;
  let closedSite: string;
  let overview: ListPlace;
  /** Whatever is in Sagsrum, as the service finds it. */
  let closed: { readonly list: ListPlace; readonly itemId: string; readonly driveIds: readonly string[] };

  beforeAll(async () => {
    service = clientOf(tenant.graphUrl, await tenant.serviceToken());
    manager = await as("leder.sundhed", "Sites.ReadWrite.All");
    openSite = await manager.siteId(municipality.siteHost, municipality.openSitePath);
    closedSite = await service.siteId(municipality.siteHost, municipality.recordSitePath);
    overview = await listNamed(manager, openSite, "AabneAnsoegninger");
    const list = await listNamed(service, closedSite, "Ansoegninger");
    const { ids } = await service.rows(list, { fields: ["Title"], pageSize: 1 });
    closed = { list, itemId: ids[0] ?? "", driveIds: await service.driveIds(closedSite) };
  });

  const as = async (user: string, scope = STRONGEST): Promise<PublishedClient> =>
    clientOf(tenant.graphUrl, await tenant.userToken(user, scope));

  test("a manager finds the four open lists under their Danish titles", async () => {
    const lists = await manager.lists(openSite);
    const titles = new Map(lists.map(({ name, displayName }) => [name, displayName]));
    expect(titles.get("AabneCentre")).toBe("Centre og ledere");
    expect(titles.get("AabneRunder")).toBe("Puljer og runder");
    expect(titles.get("AabentRegnskab")).toBe("Puljeregnskab");
    expect(titles.get("AabneAnsoegninger")).toBe("Ansøgninger i overblik");
  });

  test("a manager filters on indexed columns, also with Danish letters and an ampersand", async () => {
    const numbers = async (filter: string) => {
      const { rows } = await manager.rows(overview, { fields: ["Nummer"], filter });
      return rows.map(({ Nummer: number }) => String(number)).toSorted();
    };
    expect(await numbers("fields/Status eq 'Afslag'")).toEqual(["A26-03", "A26-06", "A26-07", "A26-08"]);
    expect(await numbers("fields/Center eq 'Center for Børn og Familie'")).toEqual(["A26-05"]);
    expect(await numbers("fields/Nummer eq 'B26-02' and fields/Status eq 'Under vurdering'")).toEqual(["B26-02"]);
    expect(await numbers("fields/Center eq 'Plads & Vej'")).toEqual([]);
  });

  test("a filter on a column without index is refused, as by SharePoint", async () => {
    const filter = "fields/AnsoegtKr eq 95000";
    expect(await statusOf(manager.rows(overview, { fields: ["Nummer"], filter }))).toBe(400);
  });

  test("a manager pages through the list by its next links", async () => {
    const { rows, pages } = await manager.rows(overview, { fields: ["Nummer"], pageSize: 5 });
    expect(pages).toBe(3);
    expect(new Set(rows.map(({ Nummer: number }) => number)).size).toBe(14);
  });

  test("a member may change a row, and Fremdrift puts it back", async () => {
    const filter = "fields/Nummer eq 'A26-01'";
    const { ids } = await manager.rows(overview, { fields: ["Nummer"], filter });
    await manager.change(overview, ids[0] ?? "", { AnsoegtKr: 1 });
    expect(await tenant.sync()).toBe(1);
    const { rows } = await manager.rows(overview, { fields: ["AnsoegtKr"], filter });
    expect(rows).toMatchObject([{ AnsoegtKr: 95_000 }]);
  });

  test("a visitor reads the open site and writes nothing", async () => {
    const visitor = await as("direktion");
    const { rows, ids } = await visitor.rows(overview, { fields: ["Nummer"] });
    expect(rows).toHaveLength(14);
    expect(await statusOf(visitor.change(overview, ids[0] ?? "", { AnsoegtKr: 1 }))).toBe(403);
    expect(await statusOf(visitor.create(overview, { Title: "Ny" }))).toBe(403);
  });

  test("an ordinary employee gets nothing of the open site", async () => {
    const employee = await as("ansoeger.teknik");
    expect(await statusOf(employee.lists(openSite))).toBe(403);
    expect(await statusOf(employee.rows(overview, { fields: ["Nummer"] }))).toBe(403);
    expect(await statusOf(employee.delta(overview))).toBe(403);
  });

  const reads = (client: PublishedClient): readonly Promise<unknown>[] => [
    client.siteId(municipality.siteHost, municipality.recordSitePath),
    client.lists(closedSite),
    client.rows(closed.list, { fields: ["Title"] }),
    client.item(closed.list, closed.itemId),
    client.delta(closed.list),
    client.driveIds(closedSite),
    ...closed.driveIds.map((driveId) => client.driveFiles(driveId)),
  ];

  test("the service reads Sagsrum on every road", async () => {
    expect(closed.driveIds.length).toBeGreaterThan(0);
    const roads = reads(service);
    expect(await Promise.all(roads.map(statusOf))).toEqual(roads.map(() => 0));
  });

  test.for(["leder.sundhed", "formand.dsg", "puljesekretariat", "administrator", "direktion", "ansoeger.sundhed"])(
    "%s gets 403 on every road into Sagsrum",
    async (user) => {
      const person = await as(user);
      const reading = reads(person);
      const writing = [person.create(closed.list, { Title: "Ny" }), person.change(closed.list, closed.itemId, {})];
      const roads = [...reading, ...writing];
      expect(await Promise.all(roads.map(statusOf))).toEqual(roads.map(() => 403));
    },
  );

  test("the service writes items on both sites but makes neither lists nor columns", async () => {
    const centres = await listNamed(service, openSite, "AabneCentre");
    const persons = await listNamed(service, closedSite, "Personer");
    for (const place of [centres, persons]) {
      const made = await service.create(place, { Title: "Prøve" });
      await service.change(place, made, { Title: "Prøve 2" });
      expect(await service.item(place, made)).toMatchObject({ Title: "Prøve 2" });
      await service.remove(place, made);
      expect(await statusOf(service.addColumn(place, { name: "Ekstra", text: {} }))).toBe(403);
      const list = { displayName: "Ekstra", list: { template: "genericList" } };
      expect(await statusOf(service.addList(place.siteId, list))).toBe(403);
    }
  });

  async function listNamed(client: PublishedClient, siteId: string, name: string): Promise<ListPlace> {
    const list = (await client.lists(siteId)).find((each) => each.name === name);
    if (!list) throw new Error(`no list ${name}`);
    return { siteId, listId: list.id };
  }
});

describe("@azure/msal-node, unmodified, over http", () => {
  test("signs the service in with its certificate and lists the records", async () => {
    const { graphUrl, serviceKey, settings, tokenUrl } = tenant;
    const endpoint = `${settings.identityOrigin}/${municipality.tenantId}`;
    // MSAL takes an authority by https only: it is a name here, and the metadata says where the endpoints are.
    const application = new ConfidentialClientApplication({
      auth: {
        clientId: municipality.appId,
        authority: `https://login.${municipality.domain}/${municipality.tenantId}`,
        knownAuthorities: [`login.${municipality.domain}`],
        authorityMetadata: JSON.stringify({
          issuer: `${endpoint}/v2.0`,
          authorization_endpoint: `${endpoint}/oauth2/v2.0/authorize`,
          token_endpoint: tokenUrl,
          jwks_uri: `${endpoint}/discovery/v2.0/keys`,
        }),
        clientCertificate: { thumbprintSha256: "00".repeat(32), privateKey: pemOf(serviceKey) },
      },
    });
    const scopes = ["https://graph.microsoft.com/.default"];
    const answer = await application.acquireTokenByClientCredential({ scopes });
    const client = publishedClients["@microsoft/microsoft-graph-client"](graphUrl, answer?.accessToken ?? "");
    const site = await client.siteId(municipality.siteHost, municipality.recordSitePath);
    expect((await client.lists(site)).map(({ name }) => name)).toContain("Ansoegninger");
    const again = await application.acquireTokenByClientCredential({ scopes });
    expect(again).toMatchObject({ fromCache: true, accessToken: answer?.accessToken });
  });
});

describe("npm run provision -- --apply", () => {
  test("does nothing on sites that are as they should be", async () => {
    const again = await provisioning(tenant.settings, () => undefined).apply();
    expect(again).toEqual({ ok: true, value: { done: 0, problems: [] } });
  });
});

function pemOf(key: JWK): string {
  return createPrivateKey({ key, format: "jwk" }).export({ type: "pkcs8", format: "pem" }).toString();
}
