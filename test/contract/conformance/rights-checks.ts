import { answered, type Check, is, NotTried, refused } from "./check.ts";
import type { Caller, World } from "./world.ts";

const row = { fields: { Title: "x" } };

/** What a caller gets for each act on one list, in the order read, add, change, change the list, add a column, remove. */
async function attempts(world: World, as: Caller): Promise<readonly number[]> {
  if (world.options.tokens[as] === undefined) throw new NotTried(`needs a token of kind '${as}'`);
  const list = await world.newList();
  const itemOf = async () => answered(await world.call("POST", `${list}/items`, row), 201).text("id");
  const acts: readonly (readonly [string, string, unknown?])[] = [
    ["GET", `${list}/items`],
    ["POST", `${list}/items`, row],
    ["PATCH", `${list}/items/${await itemOf()}`, row],
    ["PATCH", list, { description: "ny" }],
    ["POST", `${list}/columns`, { name: "C", text: {} }],
    ["DELETE", `${list}/items/${await itemOf()}`],
  ];
  const statuses: number[] = [];
  for (const [method, path, body] of acts) {
    const answer = await world.call(method, path, body, { as });
    if (answer.status >= 400) refused(answer, [403, 404], ["accessDenied", "itemNotFound"]);
    // Graph hides from whoever may not even look: 404 there is as good as 403.
    statuses.push(answer.status === 404 ? 403 : answer.status);
  }
  const isChanged = answered(await world.call("GET", list), 200).at("description") === "ny";
  is("the list is changed", isChanged, statuses[3] === 200);
  return statuses;
}

const everything = [200, 201, 200, 200, 201, 204];
const itemsOnly = [200, 201, 200, 403, 403, 204];
const readOnly = [200, 403, 403, 403, 403, 403];
const nothing = [403, 403, 403, 403, 403, 403];

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
