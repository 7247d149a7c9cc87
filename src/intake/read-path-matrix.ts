import { type Body, findBody } from "#domain/organisation/body.ts";
import type { Line } from "./case-sections.ts";
import type { RouteFindings } from "./read-route-section.ts";
import { found, type SourceText } from "./source-text.ts";

const CODE = /^\p{Lu}{2,5}$/u;

/**
 * The route of a template that lists the bodies' abbreviations and, cell by cell below, puts an "x" under those that
 * treat the case (003-01, 003-02). The pasted table may end with one empty cell more; any other count is not read.
 */
export function readPathMatrix(source: SourceText, head: readonly Line[], bodies: readonly Body[]): RouteFindings {
  const lines = head.filter(({ isEmpty }) => !isEmpty);
  const first = lines.findIndex(({ text }) => CODE.test(text));
  const codes = takeWhile(lines.slice(Math.max(first, 0)), ({ text }) => CODE.test(text));
  const cells = takeWhile(lines.slice(first + codes.length), ({ text }) => text === "" || /^x$/iu.test(text));
  const extra = cells.length - codes.length;
  if (codes.length < 2 || extra < 0 || extra > 1 || (extra === 1 && cells.at(-1)?.text !== "")) {
    return { route: [], notes: [] };
  }
  const route: RouteFindings["route"][number][] = [];
  for (const [index, code] of codes.entries()) {
    if (cells[index]?.text === "") continue;
    const body = findBody(bodies, code.text);
    if (body === undefined) {
      return { route: [], notes: [{ kind: "unknown-body", written: code.text, span: source.spanOf(code) }] };
    }
    route.push(found(source, { kind: "body", body, date: undefined }, code));
  }
  return { route, notes: [] };
}

function takeWhile(lines: readonly Line[], belongs: (line: Line) => boolean): readonly Line[] {
  const end = lines.findIndex((line) => !belongs(line));
  return end < 0 ? lines : lines.slice(0, end);
}
