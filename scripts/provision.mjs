// npm run provision -- --plan | --apply | --verify
import { ensurePackages, run } from "./toolchain.mjs";

ensurePackages();
process.exitCode = await run(["scripts/provision.ts", ...process.argv.slice(2)]);
