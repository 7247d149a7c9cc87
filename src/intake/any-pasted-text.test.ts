import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as texts from "#test/builders/case-texts.ts";
import { bodies } from "#test/builders/cases.ts";
import { cleanText, searchKey } from "../domain/shared/plain-text.ts";
import { proposeCase } from "./propose-case.ts";
import type { Found, Span } from "./source-text.ts";

/** Every value with a place, wherever in the proposal it is. */
function findings(tree: unknown): readonly Found<unknown>[] {
  if (typeof tree !== "object" || tree === null) return [];
  if ("span" in tree && "value" in tree) return [tree as Found<unknown>];
  return Object.values(tree).flatMap(findings);
}

const isInside = ({ start, end }: Span, text: string): boolean => start >= 0 && start < end && end <= text.length;

describe("any text", () => {
  it("is read without an error, and a text without the headings of a case proposes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(proposeCase(text, bodies)).toEqual({ ok: false, refusal: { kind: "no-case" } });
      }),
    );
  });

  it("gives places inside the text, in which the words of the value stand", () => {
    const cut = fc.tuple(fc.constantFrom(...Object.values(texts)), fc.nat(), fc.nat(), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(cut, ([text, at, length, inserted]) => {
        const start = at % text.length;
        const changed = text.slice(0, start) + inserted + text.slice(start + (length % 60));
        const read = proposeCase(changed, bodies);
        for (const { value, span } of read.ok ? findings(read.value) : []) {
          expect(isInside(span, changed)).toBe(true);
          const source = searchKey(cleanText(changed.slice(span.start, span.end), { multiline: true }));
          const words = typeof value === "object" && value !== null && "text" in value ? value.text : value;
          if (
            typeof words === "string" &&
            words !== "open" &&
            words !== "closed" &&
            !/^\d{4}-\d\d-\d\d$/u.test(words)
          ) {
            expect(source).toContain(searchKey(words));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of blanks, brackets or endless lines is read at once", () => {
    const middles = [" ".repeat(50_000), "(".repeat(50_000), "i høring hos A, ".repeat(5000), "1. at ".repeat(9000)];
    for (const middle of middles) {
      const text = texts.heardCaseText.replace("Planen samler", middle);
      const before = performance.now();
      proposeCase(text, bodies);
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });
});
