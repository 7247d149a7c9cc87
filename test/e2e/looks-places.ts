import * as z from "zod/mini";
import { consultationListSchema } from "#contract/consultations.ts";
import { type Overview, overviewSchema } from "#contract/overview.ts";
import { demoMunicipality, userPrincipalNameOf } from "#demo/municipality.ts";
import type { Product } from "./product.ts";

const signIn = z.object({ access_token: z.string() });

/** What the service tells a person, as the tab itself asks for it. */
async function told(product: Product, user: string, path: string): Promise<unknown> {
  const answer = await fetch(`${product.identity}/${demoMunicipality.tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: demoMunicipality.scriptClientId,
      username: userPrincipalNameOf(user),
      password: "workspace",
      scope: `api://${demoMunicipality.appId}/access_as_user`,
    }),
  });
  const { access_token } = signIn.parse(await answer.json());
  const found = await fetch(`${product.service}/api${path}`, { headers: { authorization: `Bearer ${access_token}` } });
  return found.json();
}

/** What waits for a person and where it is. */
async function overviewOf(product: Product, user: string): Promise<Overview> {
  return overviewSchema.parse(await told(product, user, "/overview"));
}

/** The route of a page of the consultation that is open. */
export function onConsultation(user: string, page = ""): (product: Product) => Promise<string> {
  return async (product) => {
    const { items } = consultationListSchema.parse(await told(product, user, "/consultations"));
    const open = items.find(({ status }) => status === "open");
    if (open === undefined) throw new Error(`no consultation is open for ${user}`);
    return `${open.link}${page}`;
  };
}

/** The route of a page of a round, by the round's code. */
export function onRound(user: string, code: string, page = ""): (product: Product) => Promise<string> {
  return async (product) => {
    const round = (await overviewOf(product, user)).pools
      .flatMap(({ rounds }) => rounds)
      .find((each) => each.code === code);
    if (round === undefined) throw new Error(`there is no round ${code}`);
    return `/rounds/${round.key}${page}`;
  };
}

/** The route of an own draft or application, by its number. */
export function onOwn(user: string, number: RegExp): (product: Product) => Promise<string> {
  return async (product) => {
    const own = (await overviewOf(product, user)).mine.find((each) => number.test(each.number));
    if (own === undefined) throw new Error(`nothing of ${user}'s is ${String(number)}`);
    return own.link;
  };
}

/** The route of what waits for somebody first; items of the plan have screens of their own. */
export function onTask(user: string): (product: Product) => Promise<string> {
  return async (product) => {
    const task = (await overviewOf(product, user)).tasks.find(({ kind }) => kind !== "update-item");
    if (task === undefined) throw new Error(`nothing waits for ${user}`);
    return task.link;
  };
}
