// npm run restore -- --from FOLDER [--fill]
import { ensurePackages, run } from "./toolchain.mjs";

ensurePackages();
process.exitCode = await run(["scripts/restore.ts", ...process.argv.slice(2)]);
