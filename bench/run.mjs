// npm run bench: measures the road to SharePoint against its peers; `npm run bench -- screens` the screens, in Chromium;
// `npm run bench -- seeds` runs the long property tests.
// Plain JavaScript for Node 20 and newer, so that it runs before anything is installed.
import { ensureBundles, ensureChromium, ensurePackages, run } from "../scripts/toolchain.mjs";

ensurePackages();
const [mode, ...more] = process.argv.slice(2);
if (mode === "screens") process.exitCode = await measureScreens();
else if (mode === "seeds") process.exitCode = await measure("run-seeds.ts", more);
else process.exitCode = await measure("measure.ts", mode === undefined ? [] : [mode, ...more]);

function measure(file, args, env = {}) {
  return run([`bench/${file}`, ...args], { env: { TZ: "UTC", ...env } });
}

async function measureScreens() {
  const chromium = ensureChromium();
  await ensureBundles();
  const config = ["--config", "bench/screens/webpack.config.js", "--mode", "production"];
  const built = await run(["node_modules/webpack/bin/webpack.js", ...config]);
  return built === 0 ? measure("screens/measure-screens.ts", more, { CHROMIUM_PATH: chromium }) : built;
}
