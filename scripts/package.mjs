// npm run package: dist/fremdrift.zip, the Teams app package.
import { ensurePackages, run } from "./toolchain.mjs";

ensurePackages();
process.exitCode = await run(["scripts/package.ts", ...process.argv.slice(2)]);
