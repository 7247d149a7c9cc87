import { describe, expect, test } from "vitest";
import { demoGuide } from "#demo/demo-guide.ts";
import { demoMunicipality } from "#demo/municipality.ts";
import { demoPeople } from "#demo/people.ts";
import { wantedLists } from "#sharepoint/lists/all-lists.ts";
import { guideSchema, type RowQuestion } from "#workspace/guide.ts";
import { danishTime } from "./demo-facts.ts";

describe.for(["aktuel", "bedoemmelse"] as const)("the guide through the demo, %s", (layer) => {
  const guide = guideSchema.parse(demoGuide(danishTime("2026-11-24T10:00"), layer));
  const parts = guide.steps.flatMap((step) => step.parts);
  const questions: readonly RowQuestion[] = [
    guide.deadline.rows,
    ...parts.flatMap(({ done }) => ("rows" in done ? [done.rows] : [])),
  ];

  test("has four steps, each with a person who is offered first in the switch", () => {
    expect(guide.steps.map(({ title }) => title["da-DK"])).toEqual(["Søg", "Bedøm", "Afgør", "Se listen"]);
    const featured = new Set(demoPeople.filter((person) => person.featured).map(({ user }) => user));
    for (const { go } of [...parts, { go: guide.pair.left }, { go: guide.pair.right }]) {
      expect(featured).toContain(go.persona);
    }
  });

  test("says in two or three sentences who one is and what to do, in both languages", () => {
    for (const { text, go } of parts) {
      const name = demoPeople.find(({ user }) => user === go.persona)?.name ?? "";
      for (const words of Object.values(text)) {
        expect(words).toContain(name);
        expect(words.match(/[.](?= |$)/gu)?.length, words).toBeGreaterThanOrEqual(2);
        expect(words.length, words).toBeLessThan(190);
        // A step may be the first one that somebody opens: nobody is there "again".
        expect(words).not.toMatch(new RegExp(`${name} (?:igen|again)`, "u"));
      }
    }
  });

  test("asks for lists and columns that are provisioned", () => {
    const siteOf = { records: demoMunicipality.recordSitePath, open: demoMunicipality.openSitePath };
    const asked = (question: { site: string; list: string }) =>
      wantedLists.find(({ site, name }) => siteOf[site] === question.site && name === question.list);
    const columnsOf = (question: RowQuestion) => Object.keys(asked(question)?.columns ?? {});
    for (const question of questions) {
      for (const { column } of question.where) expect(columnsOf(question), question.list).toContain(column);
    }
    expect(columnsOf(guide.deadline.rows)).toContain(guide.deadline.column);
    for (const { done } of parts) if ("read" in done) expect(asked(done.read)).toBeDefined();
  });
});
