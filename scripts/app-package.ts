import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";

const ORIGIN_IN_MANIFEST = "https://fremdrift.fjordkoebing.example";
/** Zip entries carry a fixed local time, so that the same sources give the same bytes. */
const FIXED_TIME = new Date(2026, 0, 1, 12, 0, 0);

/**
 * The Teams app package: manifest, language files and icons in the root of a zip.
 * `publicOrigin` is where the service is reached from the outside; the manifest's own is the demo municipality's.
 */
export function appPackage(folder: string, publicOrigin = ORIGIN_IN_MANIFEST): Uint8Array {
  const host = new URL(publicOrigin).host;
  const manifest = readFileSync(join(folder, "manifest.json"), "utf8")
    .replaceAll(ORIGIN_IN_MANIFEST, publicOrigin)
    .replaceAll(new URL(ORIGIN_IN_MANIFEST).host, host);
  const files: Zippable = { "manifest.json": [strToU8(manifest), { mtime: FIXED_TIME }] };
  for (const name of ["en.json", "color.png", "outline.png"]) {
    files[name] = [new Uint8Array(readFileSync(join(folder, name))), { mtime: FIXED_TIME }];
  }
  return zipSync(files);
}
