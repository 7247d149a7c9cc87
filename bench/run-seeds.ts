import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { type SeedRun, seedRuns } from "./seeds.ts";

const A_DAY_MS = 86_400_000;
const seed = Number(process.env["FREMDRIFT_SEED"] ?? "") || randomInt(1, 2 ** 31);
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Runs one test alone, as often as asked; true when it held. A title that matches nothing is a failure too. */
function runLong({ file, title, runs }: SeedRun): boolean {
  const wanted = process.env["FREMDRIFT_RUNS"] ?? String(runs);
  say(`${title} … ${wanted} runs, seed ${seed}`);
  const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const args = ["run", file, "-t", pattern, `--testTimeout=${A_DAY_MS}`, "--project=unit", "--reporter=json"];
  const env = { ...process.env, FREMDRIFT_RUNS: wanted, FREMDRIFT_SEED: String(seed) };
  const { stdout, status } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", ...args, "--outputFile=/dev/stdout"],
    {
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    },
  );
  const passed = Number(/"numPassedTests":(\d+)/.exec(stdout)?.[1] ?? "0");
  if (status === 0 && passed > 0) return true;
  say(stdout.slice(0, 4000));
  return false;
}

const failed = seedRuns.filter((run) => !runLong(run));
say(
  failed.length === 0
    ? `All ${seedRuns.length} held (seed ${seed}).`
    : `Broken with seed ${seed}: ${failed.map(({ title }) => title).join("; ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
