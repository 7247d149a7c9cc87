import { readRoute, type WrittenStep } from "#domain/cases/read-route.ts";
import type { Body } from "#domain/organisation/body.ts";
import type { IntakeNote } from "./case-proposal.ts";
import type { Section } from "./case-sections.ts";
import { type Found, found, type SourceText, trimmed } from "./source-text.ts";

/** The steps that are read, and what a person must look at. */
export interface RouteFindings {
  readonly route: readonly Found<WrittenStep>[];
  readonly notes: readonly IntakeNote[];
}

/** The steps of "ØK, høring, ØK, KB" (001-01), each where it stands; none at all when one of them is not known. */
export function readRouteSection(source: SourceText, section: Section, bodies: readonly Body[]): RouteFindings {
  const route: Found<WrittenStep>[] = [];
  for (const match of section.text.matchAll(/[^,;\n>\u2192]+/gu)) {
    const start = section.start + match.index;
    const range = trimmed(source, { start, end: start + match[0].length });
    const written = source.text.slice(range.start, range.end);
    const read = readRoute(written, bodies);
    if (read.ok) route.push(...read.value.map((step) => found(source, step, range)));
    else if (read.refusal.kind !== "route-empty") {
      const note = { kind: "unknown-body", written: written.slice(0, 60), span: source.spanOf(range) } as const;
      return { route: [], notes: [note] };
    }
  }
  return { route, notes: [] };
}
