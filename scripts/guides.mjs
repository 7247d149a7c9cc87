// npm run guides: the pictures of docs/guides, taken anew from the running product.
import { ensureBundles, ensureChromium, ensurePackages, run } from "./toolchain.mjs";

// The second time with Node 24, when all it needs is there.
if (process.argv[2] === "pictures") await import("./guides.ts");
else {
  ensurePackages();
  const chromium = ensureChromium();
  await ensureBundles();
  process.exitCode = await run(["scripts/guides.mjs", "pictures"], {
    env: { ...(chromium ? { CHROMIUM_PATH: chromium } : {}), TZ: "UTC" },
  });
}
