// npm run check: format, types, lint, layers, unused code, size of the bundles. Stops at the first that fails.
import { checkSteps } from "./check-steps.mjs";
import { ensureBundles, ensurePackages, run, say } from "./toolchain.mjs";

ensurePackages();
await ensureBundles();
for (const { name, args } of checkSteps) {
  const code = await run(args);
  say(`check ${name}: ${code === 0 ? "ok" : "failed"}`);
  if (code !== 0) process.exit(code);
}
