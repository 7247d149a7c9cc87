// npm test: every check and every test; `npm test unit`, `npm test e2e` and `npm test faulty` run a part. The last line counts what ran.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkSteps } from "./check-steps.mjs";
import { ensureBundles, ensureChromium, ensurePackages, root, run, say } from "./toolchain.mjs";

const part = process.argv[2];
const projects = { unit: ["unit", "ui"], e2e: ["e2e"], faulty: ["faulty"] }[part] ?? ["unit", "ui", "e2e"];
const count = { passed: 0, failed: 0 };

ensurePackages();
const chromium = part !== "unit" ? ensureChromium() : undefined;
if (part !== "unit") await ensureBundles();
if (!part) await runChecks();
const tests = await runTests();
for (const { seconds, name } of tests.slowest) say(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
say(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 && tests.code === 0 && tests.ran > 0 ? 0 : 1;

async function runChecks() {
  for (const { name, args } of checkSteps) {
    const code = await run(args);
    say(`check ${name}: ${code === 0 ? "ok" : "FAILED"}`);
    count[code === 0 ? "passed" : "failed"] += 1;
  }
}

async function runTests() {
  const folder = join(root, ".test-data");
  const report = join(folder, "report.json");
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const code = await run(
    [
      join("node_modules", "vitest", "vitest.mjs"),
      "run",
      ...projects.map((name) => `--project=${name}`),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { env: { ...(chromium ? { CHROMIUM_PATH: chromium } : {}), TZ: "UTC" } },
  );
  return { code, ...readReport(report) };
}

function readReport(file) {
  const results = JSON.parse(readFileSync(file, "utf8")).testResults;
  const cases = results.flatMap((suite) => suite.assertionResults);
  const unloaded = results.filter((suite) => suite.status === "failed" && suite.assertionResults.length === 0);
  count.passed += cases.filter((test) => test.status === "passed").length;
  count.failed += cases.filter((test) => test.status === "failed").length + unloaded.length;
  for (const suite of unloaded) say(`could not run: ${suite.name}\n${suite.message}`);
  const slowest = cases
    .map((test) => ({ name: test.fullName, seconds: (test.duration ?? 0) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10);
  return { ran: cases.length, slowest };
}
