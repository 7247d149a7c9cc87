// npm run check: format, types, lint, layers, unused code, size of the bundles. Stops at the first that fails.
import { join } from "node:path";
import { ensureBundles, ensurePackages, run, say } from "./toolchain.mjs";

ensurePackages();
const bin = (name, file) => join("node_modules", name, file);
const steps = [
  ["format", [bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings", "."]],
  ["types", [bin("typescript", "bin/tsc"), "-b"]],
  ["lint", [bin("oxlint", "bin/oxlint"), "--type-aware", "--deny-warnings", "src", "scripts", "test", "bench"]],
  ["layers", ["scripts/check-layers.mjs"]],
  ["unused", [bin("knip", "bin/knip.js"), "--treat-config-hints-as-errors"]],
];
for (const [name, args] of steps) {
  const code = await run(args);
  if (code !== 0) {
    say(`check ${name}: failed`);
    process.exit(code);
  }
  say(`check ${name}: ok`);
}
await ensureBundles();
const size = await run(["scripts/check-size.mjs"]);
say(`check size: ${size === 0 ? "ok" : "failed"}`);
process.exitCode = size;
