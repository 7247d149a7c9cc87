import { readFileSync, writeFileSync } from "node:fs";
import type { Check } from "./goal.ts";

const PAGE = new URL("../docs/measurements.md", import.meta.url);

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Writes the parts between the page's markers `<!-- name: begin -->` and `<!-- name: end -->`. */
export function writeReport(name: string, parts: readonly string[]): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [before = "", rest] = readFileSync(PAGE, "utf8").split(begin);
  if (rest === undefined) throw new Error(`docs/measurements.md has no ${begin}`);
  writeFileSync(PAGE, `${before}${begin}\n\n${parts.join("\n\n")}\n\n${end}${rest.split(end)[1] ?? ""}`);
}

/** Says what was missed, and ends the process as a failure if anything was. */
export function finish(goals: readonly { readonly id: string; readonly checks: readonly Check[] }[]): void {
  const missed = goals.flatMap(({ id, checks }) => checks.filter(({ ok }) => !ok).map(({ what }) => `${id} ${what}`));
  say(missed.length === 0 ? "\nAll goals are met." : `\nMissed: ${missed.join("; ")}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

export function checksTable(checks: readonly Check[]): string {
  const figures = checks.map(({ what, measured, target, ok }) => [what, measured, target, ok ? "met" : "MISSED"]);
  return table(["Figure", "Measured", "Goal", ""], figures);
}

/** A markdown table whose columns stand in line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, index) => Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => (cells[index] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
