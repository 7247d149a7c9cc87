import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { appPackage } from "./app-package.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, "dist", "fremdrift.zip");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, appPackage(join(root, "manifest"), process.env["FREMDRIFT_PUBLIC_ORIGIN"]));
process.stdout.write(`Teams app package: ${file}\n`);
