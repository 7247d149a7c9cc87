import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("each fault test that docs/testing.md names exists, with its id at the beginning of its title", () => {
  const named = [...readFileSync(join(root, "docs/testing.md"), "utf8").matchAll(/^\| (T\d\d) \|/gmu)].map(
    ([, id]) => id,
  );
  expect(named.length).toBeGreaterThanOrEqual(40);
  const files = globSync(["src/**/*.test.{ts,tsx}", "test/**/*.test.ts"], { cwd: root });
  const titles = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  expect(named.filter((id) => !new RegExp(`["'\`]${id}\\b`, "u").test(titles))).toEqual([]);
});
