import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { ITEM_MS, openBenchGraph, REQUEST_MS, WRITE_MS } from "./bench-graph.ts";
import { fillList, makeList } from "./bench-lists.ts";
import { figure, type Goal } from "./goal.ts";
import { pnpPeer, sdkPeer } from "./peers.ts";
import { crowdGoal, readGoals } from "./read-goals.ts";
import { writeGoal } from "./write-goal.ts";

const ROWS = 10_000;
const PAGE = new URL("../docs/measurements.md", import.meta.url);
const BEGIN = "<!-- measured: begin -->";
const END = "<!-- measured: end -->";

const say = (text: string) => process.stdout.write(`${text}\n`);

const graph = openBenchGraph();
const peers = [pnpPeer(graph.token), sdkPeer(graph.token)];
say(`Filling a list with ${figure(ROWS)} items …`);
const list = await makeList(graph, "Måling", true);
await fillList(graph, list, ROWS);
const bench = { graph, list, rows: ROWS, peers };
const goals: Goal[] = [];
for (const measure of [() => readGoals(bench), () => crowdGoal(bench), () => writeGoal(graph, peers)]) {
  for (const goal of [await measure()].flat()) {
    say(`\n${section(goal)}`);
    goals.push(goal);
  }
}
graph.server.close();

const page = readFileSync(PAGE, "utf8");
const [before = "", rest = ""] = page.split(BEGIN);
const after = rest.split(END)[1] ?? "";
writeFileSync(PAGE, `${before}${BEGIN}\n\n${[machine(), ...goals.map(section)].join("\n\n")}\n\n${END}${after}`);
const missed = goals.flatMap(({ id, checks }) => checks.filter(({ ok }) => !ok).map(({ what }) => `${id} ${what}`));
say(missed.length === 0 ? "\nAll goals are met." : `\nMissed: ${missed.join("; ")}`);
process.exitCode = missed.length === 0 ? 0 : 1;

function machine(): string {
  const model = `${REQUEST_MS} ms a request, ${ITEM_MS} ms an item read, ${WRITE_MS} ms a write`;
  return `Made by \`npm run bench\` with Node ${process.version}, ${availableParallelism()} cores. Model of the line: ${model}.`;
}

function section({ id, title, bound, boundMs, rows, checks }: Goal): string {
  const costs = rows.map(({ client, cost, outcome }) => [
    client,
    figure(cost.requests),
    figure(cost.units),
    figure(Math.ceil(cost.wireBytes / 1024)),
    figure(cost.refused),
    `${(cost.ms / boundMs).toFixed(2)} ×`,
    `${figure(Math.round(cost.ms))} ms`,
    outcome,
  ]);
  const head = ["Client", "Requests", "Units", "KB (gzip)", "429", "Time / bound", "Virtual time", "Outcome"];
  const figures = checks.map(({ what, measured, target, ok }) => [what, measured, target, ok ? "met" : "MISSED"]);
  return [
    `## ${id} ${title}`,
    `Bound: ${bound}, ${figure(boundMs)} ms.`,
    table(head, costs),
    table(["Figure", "Measured", "Goal", ""], figures),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, index) => Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => (cells[index] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
