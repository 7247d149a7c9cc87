import { expect, test } from "vitest";
import { type Answer, json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { virtualMachine } from "#test/contract/virtual-machine.ts";
import { createGraphClient } from "./graph-client.ts";
import { metered } from "./unit-meter.ts";

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
