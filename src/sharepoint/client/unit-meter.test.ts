import { expect, test } from "vitest";
import { type Answer, json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { virtualMachine } from "#test/contract/virtual-machine.ts";
import { createGraphClient } from "./graph-client.ts";
import { metered, meteredRequest } from "./unit-meter.ts";

const list = { siteId: "site", listId: "list" };

function clientOver(...answers: readonly Answer[]) {
  const machine = virtualMachine();
  const { fetch } = scriptedFetch(...answers);
  return createGraphClient({
    graphOrigin: "https://graph.microsoft.com",
    token: async () => "TOKEN",
    fetch,
    log: () => undefined,
    ...machine,
  });
}

test("each command is told what its own calls cost, failed attempts included", async () => {
  const page = json({ value: [] });
  const busy = json({ error: { code: "tooManyRequests" } }, 429, { "Retry-After": "1" });
  const [one, two] = await Promise.all([
    metered(async (meter) => {
      await clientOver(page).items(list, ["Title"]);
      return meter.units;
    }),
    metered(async (meter) => {
      await clientOver(busy, page).items(list, ["Title"]);
      return meter.units;
    }),
  ]);
  expect(one).toBe(2);
  expect(two).toBe(4);
});

test("what is logged on the way to Graph can be told by the number of its command", async () => {
  const numbers = await Promise.all(
    ["nr-1", "nr-2"].map((number) =>
      metered(async () => {
        await clientOver(json({ value: [] })).items(list, ["Title"]);
        return meteredRequest();
      }, number),
    ),
  );
  expect([...numbers, meteredRequest()]).toEqual(["nr-1", "nr-2", undefined]);
});
