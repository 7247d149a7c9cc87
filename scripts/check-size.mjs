// The initial script of the tab stays within its budget (gzip), and heavy libraries stay in lazy chunks.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./toolchain.mjs";

const LIMIT_BYTES = 150 * 1000;
const stats = join(root, "build", "tab", "initial-scripts.json");
if (!existsSync(stats)) {
  process.stdout.write("build/tab is missing: run npm run build.\n");
  process.exit(1);
}
const names = JSON.parse(readFileSync(stats, "utf8"));
const bytes = names.map((name) => gzipSync(readFileSync(join(root, "build", "tab", name)), { level: 9 }).length);
const total = bytes.reduce((sum, size) => sum + size, 0);
process.stdout.write(`initial script of the tab: ${total} bytes gzip of ${LIMIT_BYTES} (${names.join(", ")})\n`);
process.exitCode = total > LIMIT_BYTES ? 1 : 0;
