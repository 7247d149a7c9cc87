import { answered, type Check, is, NotTried, refused } from "./check.ts";
import type { Caller, World } from "./world.ts";

const row = { fields: { Title: "x" } };

const changed = { description: "ny" };

/**
 * What a caller gets for each act in the site, in this order: read, add, change and remove items; add a list, change it,
 * add a column, remove the list.
 */
async function attempts(world: World, as: Caller): Promise<readonly number[]> {
  if (world.options.tokens[as] === undefined) throw new NotTried(`needs a token of kind '${as}'`);
  const list = await world.newList();
  const item = answered(await world.call("POST", `${list}/items`, row), 201).text("id");
  const statuses = [
    await attempt(world, as, "GET", `${list}/items`),
    await attempt(world, as, "POST", `${list}/items`, row),
    await attempt(world, as, "PATCH", `${list}/items/${item}`, row),
    await attempt(world, as, "DELETE", `${list}/items/${item}`),
    await attempt(world, as, "POST", `${world.site}/lists`, { displayName: world.name("Overensstemmelse") }),
    await attempt(world, as, "PATCH", list, changed),
    await attempt(world, as, "POST", `${list}/columns`, { name: "C", text: {} }),
  ];
  // What is refused is not done either.
  const description = answered(await world.call("GET", list), 200).at("description");
  is("the list is changed", description === changed.description, statuses[5] === 200);
  return [...statuses, await attempt(world, as, "DELETE", list)];
}

async function attempt(world: World, as: Caller, method: string, path: string, body?: unknown): Promise<number> {
  const answer = await world.call(method, path, body, { as });
  if (answer.status === 201 && path.endsWith("/lists")) world.made(`${path}/${answer.text("id")}`);
  if (answer.status >= 400) refused(answer, [403, 404], ["accessDenied", "itemNotFound"]);
  // Graph hides from whoever may not even look: 404 there is as good as 403.
  return answer.status === 404 ? 403 : answer.status;
}

const everything = [200, 201, 200, 204, 201, 200, 201, 204];
const itemsOnly = [200, 201, 200, 204, 403, 403, 403, 403];
const readOnly = [200, 403, 403, 403, 403, 403, 403, 403];
const nothing = [403, 403, 403, 403, 403, 403, 403, 403];

const rights: readonly (readonly [Caller, string, readonly number[]])[] = [
  ["owner", "lets an owner change lists and columns", everything],
  ["member", "lets a member write items, not lists or columns", itemsOnly],
  ["visitor", "lets a visitor read", readOnly],
  ["stranger", "lets somebody without rights in the site do nothing", nothing],
  ["narrow", "lets a token without permission do nothing, whoever's it is", nothing],
  ["application", "lets an application with a write grant write items, not lists or columns", itemsOnly],
  ["ungranted", "lets an application without a grant do nothing", nothing],
];

/** Who may do what in a site. */
export const rightsChecks: readonly Check[] = rights.map(([caller, title, expected]) => ({
  title: `G-108 ${title}`,
  run: async (world) => is(`statuses of ${caller}`, await attempts(world, caller), expected),
}));
