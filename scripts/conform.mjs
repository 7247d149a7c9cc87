// npm run conform -- --graph https://graph.microsoft.com/v1.0 --site HOST:/sites/NAME --token TOKEN
import { ensurePackages, node24, run } from "./toolchain.mjs";

ensurePackages();
const typed = process.argv.slice(2);
if (node24() === process.execPath) {
  const { conform } = await import("../test/contract/conformance/conform.ts");
  process.exitCode = await conform(typed, (line) => process.stdout.write(`${line}\n`));
} else {
  process.exitCode = await run(["scripts/conform.mjs", ...typed]);
}
