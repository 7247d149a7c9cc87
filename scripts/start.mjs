// npm start: the whole product on one machine. Installs and builds what is missing, then hands over to Node 24.
import { ensureBundles, ensurePackages, run } from "./toolchain.mjs";

ensurePackages();
await ensureBundles();
process.exitCode = await run(["scripts/serve.ts", ...process.argv.slice(2)]);
