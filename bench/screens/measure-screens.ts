import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "../../test/e2e/browser.ts";
import { checksTable, finish, say, table, writeReport } from "../report.ts";
import { gridGoals, type ScreenGoal, withGrids } from "./grid-goals.ts";
import { bundleGoal, firstPaintGoal, loadGoal } from "./load-goal.ts";
import { smoothGoal } from "./smooth-goal.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Built by bench/run.mjs. */
const builds = { tab: join(root, "build/tab"), naive: join(root, ".test-data/bench/naive") };
const grids = join(root, ".test-data/bench/grids");
const browser = await launchBrowser();
const version = browser.version();
const goals: ScreenGoal[] = [];
try {
  goals.push(bundleGoal(builds), await loadGoal(browser, builds), await firstPaintGoal(browser, builds));
  await withGrids(grids, async (origin) => {
    goals.push(...(await gridGoals(browser, origin)), await smoothGoal(browser, origin));
  });
} finally {
  await browser.close();
}
const sections = goals.map(({ id, title, head, rows, checks }) =>
  [`## ${id} ${title}`, table(head, rows), checksTable(checks)].join("\n\n"),
);
const machine = `Made by \`npm run bench -- screens\` with Chromium ${version}, ${availableParallelism()} cores, the processor slowed down four times.`;
writeReport("screens", [machine, ...sections]);
for (const section of sections) say(`\n${section}`);
finish(goals);
