import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JWK } from "jose";
import * as z from "zod/mini";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { createServiceToken, GRAPH_SCOPE } from "#service/sign-in/service-token.ts";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { realMachine } from "#sharepoint/client/machine.ts";
import { openSharePoint, type SharePoint } from "#sharepoint/open-sharepoint.ts";
import type { Product } from "./product.ts";

/** The records as they lie in the two sites, read anew by the service's own key and past the running service. */
export async function readRecords(product: Product): Promise<SharePoint["records"]> {
  const sharePoint = openSharePoint({
    client: createGraphClient({
      ...realMachine,
      graphOrigin: product.graph,
      token: createServiceToken({
        scope: GRAPH_SCOPE,
        tokenUrl: `${product.identity}/${municipality.tenantId}/oauth2/v2.0/token`,
        clientId: municipality.appId,
        privateKey: () => JSON.parse(readFileSync(join(product.data, "service-key.json"), "utf8")) as JWK,
        fetch,
        machineNow: () => Date.now(),
      }),
      log: () => undefined,
    }),
    sites: { host: municipality.siteHost, records: municipality.recordSitePath, open: municipality.openSitePath },
    reported: () => undefined,
  });
  const read = await sharePoint.refreshAll();
  if (!read.ok) throw new Error(`the records could not be read: ${read.refusal.kind}`);
  return sharePoint.records;
}

const tokenSchema = z.object({ access_token: z.string() });
const conversationsSchema = z.object({ conversations: z.array(z.object({ id: z.string() })) });
const messagesSchema = z.object({
  messages: z.array(z.object({ id: z.string(), author: z.string(), cards: z.array(z.unknown()) })),
});

/** The messages with cards in a person's chat: id, and the card as text. */
export async function cardsInChat(
  product: Product,
  objectId: string,
): Promise<readonly { readonly id: string; readonly card: string }[]> {
  const signedIn = await fetch(`${product.host}/workspace/persona-token`, {
    method: "POST",
    body: JSON.stringify({ account: objectId }),
  });
  const { access_token: token } = tokenSchema.parse(await signedIn.json());
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${product.host}/channel/client${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.json();
  };
  const { conversations } = conversationsSchema.parse(await get("/conversations"));
  const pages = await Promise.all(
    conversations.map(async ({ id }) => messagesSchema.parse(await get(`/conversations/${id}/messages`)).messages),
  );
  return pages.flat().flatMap(({ id, cards }) => cards.map((card) => ({ id, card: JSON.stringify(card) })));
}

const trafficSchema = z.record(
  z.string(),
  z.object({ requests: z.number(), refused: z.number(), earlyRetries: z.number() }),
);

/** What the service has asked of Graph since the workspace began to count. */
export async function serviceTraffic(product: Product) {
  const traffic = trafficSchema.parse(await (await fetch(`${product.host}/workspace/traffic`)).json());
  const service = traffic[municipality.appId];
  if (service === undefined) throw new Error("the service has asked nothing of Graph");
  return service;
}
