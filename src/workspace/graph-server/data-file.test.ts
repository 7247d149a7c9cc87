import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openBench } from "./graph-server.test-support.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graph-server-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("keeps lists, items and delta links over a restart", async () => {
  const dataFile = join(folder, "graph.sqlite");
  const before = openBench({ dataFile });
  await before.call("POST", `${before.site}/lists`, { displayName: "Ting" });
  await before.call("POST", `${before.site}/lists/Ting/items`, { fields: { Title: "A" } });
  const link = (await before.call("GET", `${before.site}/lists/Ting/items/delta`)).text("@odata.deltaLink");
  const site = await before.call("GET", before.site.slice(0, -1));
  before.server.close();

  const after = openBench({ dataFile });
  expect((await after.call("GET", after.site.slice(0, -1))).body).toEqual(site.body);
  await after.call("POST", `${after.site}/lists/Ting/items`, { fields: { Title: "B" } });
  expect((await after.call("GET", link)).at("value")).toMatchObject([{ id: "2" }]);
  expect((await after.call("GET", `${after.site}/lists?$select=displayName,system`)).at("value")).toHaveLength(3);
  after.server.close();
});
