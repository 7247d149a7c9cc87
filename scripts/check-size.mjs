// The scripts of the tab stay within their budgets (gzip, G11), and what is needed later stays out of the first one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./toolchain.mjs";

const INITIAL_LIMIT_BYTES = 150 * 1000;
/** Everything any role can ever load, of all areas (decision 0024); 420 kB held for the funding pool alone. */
const WHOLE_LIMIT_BYTES = 600 * 1000;
/** Words that stand in a library or a page only: sign-in, the form, Teams' own library. */
const LATER = ["BrowserAuthError", "Slet kladde", "nestedAppAuth.execute"];

const folder = join(root, "build", "tab");
const stats = join(folder, "initial-scripts.json");
if (!existsSync(stats)) {
  process.stdout.write("build/tab is missing: run npm run build.\n");
  process.exit(1);
}
const sizeOf = (names) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
const initial = JSON.parse(readFileSync(stats, "utf8"));
const whole = readdirSync(folder).filter((name) => name.endsWith(".js") && !name.startsWith("redirect"));
const early = LATER.filter((word) => initial.some((name) => readFileSync(join(folder, name), "utf8").includes(word)));
const [first, all] = [sizeOf(initial), sizeOf(whole)];
process.stdout.write(
  `first script of the tab: ${first} bytes gzip of ${INITIAL_LIMIT_BYTES} (${initial.join(", ")})\n`,
);
process.stdout.write(`all scripts of the tab: ${all} bytes gzip of ${WHOLE_LIMIT_BYTES}\n`);
if (early.length > 0) process.stdout.write(`in the first script, but needed later: ${early.join(", ")}\n`);
process.exitCode = first > INITIAL_LIMIT_BYTES || all > WHOLE_LIMIT_BYTES || early.length > 0 ? 1 : 0;
