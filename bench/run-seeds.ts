import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SeedRun, seedRuns } from "./seeds.ts";

const A_DAY_MS = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), "fremdrift-seeds-"));
const report = join(folder, "report.json");
const seed = Number(process.env["FREMDRIFT_SEED"] ?? "") || randomInt(1, 2 ** 31);
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Runs one test alone, as often as asked; true when it held. A title that matches nothing is a failure too. */
function runLong({ file, title, runs }: SeedRun): boolean {
  const wanted = process.env["FREMDRIFT_RUNS"] ?? String(runs);
  say(`${title} … ${wanted} runs, seed ${seed}`);
  const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const args = [
    "run",
    file,
    "-t",
    pattern,
    `--testTimeout=${A_DAY_MS}`,
    "--project=unit",
    "--reporter=default",
    "--reporter=json",
  ];
  const env = { ...process.env, FREMDRIFT_RUNS: wanted, FREMDRIFT_SEED: String(seed) };
  rmSync(report, { force: true });
  const ended = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...args, `--outputFile=${report}`], {
    env,
    encoding: "utf8",
  });
  const told = ended.status === 0 ? readFileSync(report, "utf8") : "";
  if (Number(/"numPassedTests":(\d+)/.exec(told)?.[1] ?? "0") > 0) return true;
  say(`${ended.stdout}${ended.stderr}`.slice(0, 4000));
  return false;
}

const failed = seedRuns.filter((run) => !runLong(run));
say(
  failed.length === 0
    ? `All ${seedRuns.length} held (seed ${seed}).`
    : `Broken with seed ${seed}: ${failed.map(({ title }) => title).join("; ")}`,
);
rmSync(folder, { recursive: true });
process.exitCode = failed.length === 0 ? 0 : 1;
