// npm run bench: measures the road to SharePoint against its peers; `npm run bench -- seeds` runs the long property tests.
// Plain JavaScript for Node 20 and newer, so that it runs before anything is installed.
import { ensurePackages, run } from "../scripts/toolchain.mjs";

ensurePackages();
const mode = process.argv[2] === "seeds" ? "run-seeds.ts" : "measure.ts";
const more = process.argv.slice(mode === "run-seeds.ts" ? 3 : 2);
process.exitCode = await run([`bench/${mode}`, ...more], { env: { TZ: "UTC" } });
