import * as z from "zod/mini";
import { type Overview, overviewSchema } from "#contract/overview.ts";
import { demoMunicipality, userPrincipalNameOf } from "#demo/municipality.ts";
import type { Product } from "./product.ts";

const signIn = z.object({ access_token: z.string() });

/** What waits for a person and where it is, as the tab itself asks for it. */
async function overviewOf(product: Product, user: string): Promise<Overview> {
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
  const overview = await fetch(`${product.service}/api/overview`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  return overviewSchema.parse(await overview.json());
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

/** The route of what waits for somebody first. */
export function onTask(user: string): (product: Product) => Promise<string> {
  return async (product) => {
    const [task] = (await overviewOf(product, user)).tasks;
    if (task === undefined) throw new Error(`nothing waits for ${user}`);
    return task.link;
  };
}
