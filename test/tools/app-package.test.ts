import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { appPackage } from "../../scripts/app-package.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../manifest");
const files = unzipSync(appPackage(folder));
const manifest: unknown = JSON.parse(strFromU8(files["manifest.json"]!));

/** Width and height of a PNG, from its header. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("the Teams app package", () => {
  test("has manifest, language file and icons in the root", () => {
    expect(Object.keys(files).sort()).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
  });

  test("satisfies Microsoft's schema of its version", async () => {
    // The package is CommonJS and has no types for this entry.
    const { AppManifestUtils } = createRequire(import.meta.url)("@microsoft/app-manifest") as {
      AppManifestUtils: { validateAgainstSchema(manifest: unknown): Promise<string[]> };
    };
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  });

  test("has icons of the sizes Teams asks for", () => {
    expect(sizeOf(files["color.png"]!)).toEqual([192, 192]);
    expect(sizeOf(files["outline.png"]!)).toEqual([32, 32]);
  });

  test("names only https addresses of its valid domains", () => {
    const text = strFromU8(files["manifest.json"]!);
    const hosts = [...text.matchAll(/https?:\/\/([a-z0-9.-]+)/g)].map((match) => match[1]);
    expect(new Set(hosts)).toEqual(new Set(["developer.microsoft.com", "fremdrift.fjordkoebing.example"]));
    expect(text).not.toContain("http://");
  });

  test("moves to another public address as a whole", () => {
    const moved = unzipSync(appPackage(folder, "https://fremdrift.eksempelkommune.example"));
    expect(strFromU8(moved["manifest.json"]!)).not.toContain("fjordkoebing");
  });

  test("is the same bytes every time", () => {
    expect(appPackage(folder)).toEqual(appPackage(folder));
  });
});
