import { availableParallelism } from "node:os";
import { ITEM_MS, openBenchGraph, REQUEST_MS, WRITE_MS } from "./bench-graph.ts";
import { fillList, makeList } from "./bench-lists.ts";
import { figure, type Goal } from "./goal.ts";
import { loopGoal } from "./loop-goal.ts";
import { pnpPeer, sdkPeer } from "./peers.ts";
import { crowdGoal, readGoals } from "./read-goals.ts";
import { checksTable, finish, say, table, writeReport } from "./report.ts";
import { writeGoal } from "./write-goal.ts";

const ROWS = 10_000;
const MANY = 50_000;
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
const many = await makeList(graph, "Mange", true);
say(`\nFilling a list with ${figure(MANY)} items …`);
await fillList(graph, many, MANY);
const loop = await loopGoal(graph, many, MANY);
const loopSection = [`## ${loop.id} ${loop.title}`, table(loop.head, loop.rows), checksTable(loop.checks)].join("\n\n");
say(`\n${loopSection}`);
graph.server.close();

writeReport("measured", [machine(), ...goals.map(section), loopSection]);
finish([...goals, loop]);

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
  return [`## ${id} ${title}`, `Bound: ${bound}, ${figure(boundMs)} ms.`, table(head, costs), checksTable(checks)].join(
    "\n\n",
  );
}
