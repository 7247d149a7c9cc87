// npm run backup -- --to FOLDER
import { ensurePackages, run } from "./toolchain.mjs";

ensurePackages();
process.exitCode = await run(["scripts/backup.ts", ...process.argv.slice(2)]);
