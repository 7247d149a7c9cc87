import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoMunicipality } from "#demo/municipality.ts";
import { wantedLists } from "#sharepoint/lists/all-lists.ts";

test("the workspace's Graph holds no word of the product or of its municipality", () => {
  const folder = join(import.meta.dirname, "../../src/workspace/graph-server");
  const files = globSync("**/*.{ts,md}", { cwd: folder }).filter((file) => !file.includes(".test"));
  const text = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  const names = wantedLists.map(({ name }) => name);
  const words = ["[Ff]remdrift", "[Ss]agsrum", "[Ff]jordk", demoMunicipality.appId, ...names];
  expect(files.length).toBeGreaterThan(80);
  expect(words.filter((word) => new RegExp(`\\b${word}`, "u").test(text))).toEqual([]);
});
