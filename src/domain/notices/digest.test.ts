import { describe, expect, it } from "vitest";
import type { RecordedEdit } from "#domain/projections/outside-edit.ts";
import { springClock } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { anOrganisation, people } from "#test/builders/organisation.ts";
import { digestCount, digestible, digestPart, readDigest } from "./digest.ts";
import { editNotices } from "./edit-notices.ts";

const edits = (kind: "changed" | "own-row", count: number): readonly RecordedEdit[] =>
  Array.from({ length: count }, (_, index) => ({
    key: aKey(`${kind} ${index}`),
    kind,
    answer: kind === "own-row" ? "kept" : "put-back",
    at: springClock.open,
    editorKey: people.head.key,
    listTitle: "Puljeansøgninger",
    reference: "",
    route: "",
    fields: "Status",
    rows: 1,
  }));
const grouped = (...all: readonly RecordedEdit[]): readonly (readonly string[])[] =>
  digestible(editNotices(all, anOrganisation()).map((notice) => ({ notice }))).many.map((group) => [
    ...new Set(group.map(({ notice }) => notice.part)),
  ]);

describe("one card for many edits", () => {
  it("T48 counts rows that stay and edits that were put back on a card each", () => {
    expect(grouped(...edits("changed", 6), ...edits("own-row", 6))).toEqual([[""], ["own-row"]]);
  });

  it("T48 adds rows that stay to no edits that were put back", () => {
    expect(grouped(...edits("changed", 3), ...edits("own-row", 3))).toEqual([]);
  });

  it("remembers how many it stands for and of what", () => {
    expect([digestPart(6), digestPart(6, "own-row")]).toEqual(["digest:6", "digest:6:own-row"]);
    expect(["digest:6", "digest:6:own-row", "own-row", ""].map(digestCount)).toEqual([6, 6, undefined, undefined]);
    expect(readDigest("digest:6:own-row")).toEqual({ count: 6, part: "own-row" });
  });
});
