// The checks that are no tests: each is one command with an exit code, in the order of cheapness.
import { join } from "node:path";

const bin = (...parts) => join("node_modules", ...parts);

export const checkSteps = [
  { name: "format", args: [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."] },
  { name: "types", args: [bin("typescript", "bin", "tsc"), "-b"] },
  {
    name: "lint",
    args: [bin("oxlint", "bin", "oxlint"), "--type-aware", "--deny-warnings", "src", "scripts", "test", "bench"],
  },
  { name: "layers", args: ["scripts/check-layers.mjs"] },
  { name: "unused", args: [bin("knip", "bin", "knip.js"), "--treat-config-hints-as-errors"] },
  { name: "size", args: ["scripts/check-size.mjs"] },
];
