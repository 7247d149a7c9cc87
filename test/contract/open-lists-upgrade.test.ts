import { beforeEach, describe, expect, test } from "vitest";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import type { WantedList } from "#sharepoint/lists/define-list.ts";
import { good } from "../scenarios/world.ts";
import { openTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

const now: readonly WantedList[] = Object.values(projectionLists);
/** What views filtered and sorted by without an index before. */
const without: Readonly<Record<string, readonly string[]>> = {
  AabneCentre: ["Title", "Leder", "Aktiv"],
  AabentRegnskab: ["Raekkefoelge"],
  AabneAnsoegninger: ["BevilgetKr"],
};
/** The lists as the version before made them: those columns without index, no calendar and no board. */
const before: readonly WantedList[] = now.map((list) => ({
  ...list,
  columns: Object.fromEntries(
    Object.entries(list.columns).map(([name, facts]) => [
      name,
      without[list.name]?.includes(name) === true ? { ...facts, indexed: false } : facts,
    ]),
  ),
  views: list.views.filter(({ layout }) => layout === undefined),
}));

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = openTestWorkspace();
  good(await workspace.provisioning(before).apply());
});

describe("open lists that the version before made", () => {
  test("get the indexes their views need and the new views, and nothing else", async () => {
    const { differences, problems } = good(await workspace.provisioning(now).plan());
    const told = differences.map((each) => `${each.kind} ${each.list}${"column" in each ? ` ${each.column}` : ""}`);
    const indexes = Object.entries(without).flatMap(([list, columns]) =>
      columns.map((column) => `index-missing ${list} ${column}`),
    );
    expect(told.filter((line) => line.startsWith("index-missing")).toSorted()).toEqual(indexes.toSorted());
    expect(told.filter((line) => !/^(?:index-missing|appearance-older|view-missing) /u.test(line))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("are brought up by one run, and a second one finds nothing to do", async () => {
    good(await workspace.provisioning(now).apply());
    const verified = good(await workspace.provisioning(now).verify());
    expect([verified.complete, verified.plan.steps]).toEqual([true, []]);
  });

  test("and lists made anew need no second run either", async () => {
    workspace = openTestWorkspace();
    good(await workspace.provisioning(now).apply());
    expect(good(await workspace.provisioning(now).plan()).steps).toEqual([]);
  });
});
