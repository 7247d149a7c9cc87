// Layer rules by dependency-cruiser, with a guard: a wrong parser would see no modules and pass.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { root } from "./toolchain.mjs";

const FEWEST_MODULES = 120;
const config = join(root, ".dependency-cruiser.mjs");
const options = await extractOptions(config);
const rules = (await import(pathToFileURL(config).href)).default;
process.chdir(root);
const { output } = await cruise(["src"], { ...options, ruleSet: { forbidden: rules.forbidden }, validate: true });
const seen = output.summary.totalCruised;
for (const violation of output.summary.violations) {
  process.stdout.write(`${violation.rule.name}: ${violation.from} → ${violation.to}\n`);
}
if (seen < FEWEST_MODULES) {
  process.stdout.write(`Only ${seen} modules were seen; at least ${FEWEST_MODULES} were expected.\n`);
}
process.exitCode = output.summary.error > 0 || seen < FEWEST_MODULES ? 1 : 0;
