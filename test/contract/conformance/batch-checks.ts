import { answered, type Check, is, isLike, isOneOf, refused } from "./check.ts";
import type { World } from "./world.ts";

const json = { "Content-Type": "application/json" };

const creating =
  (items: string) =>
  (id: string, more: object = {}) => ({
    id,
    method: "POST",
    url: items,
    headers: json,
    body: { fields: { Title: id } },
    ...more,
  });

/** Sends a batch and finds answers by their id: they come in any order. */
async function sendBatch(world: World, requests: readonly object[]) {
  const answer = answered(await world.call("POST", "/$batch", { requests }), 200);
  const index = (id: string) => requests.findIndex((_, at) => answer.at("responses", at, "id") === id);
  return {
    ids: requests.map((_, at) => answer.at("responses", at, "id")),
    of: (id: string, ...path: readonly (string | number)[]) => answer.at("responses", index(id), ...path),
  };
}

/** Several requests in one. */
export const batchChecks: readonly Check[] = [
  {
    title: "G-88 takes 20 requests, not 21",
    run: async (world) => {
      const items = `${await world.newList()}/items`;
      const create = creating(items);
      const requests = Array.from({ length: 20 }, (_, index) => create(String(index)));
      const { ids, of } = await sendBatch(world, requests);
      is("answers", ids.length, requests.length);
      for (const { id } of requests) is("answers with the same id", ids.filter((came) => came === id).length, 1);
      for (const { id } of requests) isOneOf(`status of ${id}`, of(id, "status"), [201, 429]);
      refused(await world.call("POST", "/$batch", { requests: [...requests, create("20")] }), 400);
      refused(await world.call("POST", "/$batch", { requests: [create("1"), create("1")] }), 400);
      refused(await world.call("POST", "/$batch", { requests: "x" }), 400);
    },
  },
  {
    title: "G-89 does not run what depends on a failure",
    run: async (world) => {
      const items = `${await world.newList()}/items`;
      const create = creating(items);
      const chain = await sendBatch(world, [
        create("1"),
        { id: "2", method: "GET", url: `${items}/99999`, dependsOn: ["1"] },
        create("3", { dependsOn: ["2"] }),
      ]);
      is(
        "statuses",
        ["1", "2", "3"].map((id) => chain.of(id, "status")),
        [201, 404, 424],
      );
      const rows = answered(await world.call("GET", items), 200);
      is("rows", [typeof rows.at("value", 0, "id"), rows.at("value", 1)], ["string", undefined]);
    },
  },
  {
    title: "G-90 wants a content type for a body",
    run: async (world) => {
      const items = `${await world.newList()}/items`;
      const requests = [creating(items)("1", { headers: {} })];
      const answer = answered(await world.call("POST", "/$batch", { requests }), 200, 400);
      if (answer.status === 200) is("status of the request", answer.at("responses", 0, "status"), 400);
      is("rows", answered(await world.call("GET", items), 200).at("value"), []);
    },
  },
  {
    title: "G-91 writes headers as clients read them and gives an empty answer no body",
    run: async (world) => {
      const items = `${await world.newList()}/items`;
      const id = answered(await world.call("POST", items, { fields: { Title: "A" } }), 201).text("id");
      const { of } = await sendBatch(world, [
        { id: "1", method: "GET", url: `${items}/${id}?$select=id` },
        { id: "2", method: "DELETE", url: `${items}/${id}`, dependsOn: ["1"] },
      ]);
      isLike("Content-Type", of("1", "headers", "Content-Type"), /^application\/json/u);
      is("status", of("2", "status"), 204);
      isOneOf("body of 204", of("2", "body"), [undefined, null]);
    },
  },
];
