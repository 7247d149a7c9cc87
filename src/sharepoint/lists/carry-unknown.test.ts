import { describe, expect, test } from "vitest";
import { sampleCentre, samplePool } from "#test/contract/sample-records.ts";
import { siteDamage } from "#test/contract/site-damage.ts";
import { openTestWorkspace, testSites } from "#test/contract/test-workspace.ts";
import { good } from "#test/scenarios/world.ts";
import { openSharePoint } from "../open-sharepoint.ts";
import { recordLists } from "./all-lists.ts";
import { carryUnknown } from "./carry-unknown.ts";
import { joinJson } from "./json-parts.ts";
import { unpackJson } from "./pack-json.ts";

describe("members that a later version wrote", () => {
  test("T53 stay at the top, inside members, and in parts of a list that moved", () => {
    const known = { key: "1", award: { amount: 1 }, rounds: [{ key: "a" }, { key: "b" }], texts: ["x"] };
    const stored = {
      key: "1",
      later: "top",
      award: { amount: 1, later: "inside" },
      rounds: [
        { key: "a", later: "of a" },
        { key: "b", later: "of b" },
      ],
      texts: ["x"],
    };
    const after = { key: "1", award: { amount: 2 }, rounds: [{ key: "new" }, { key: "b" }, { key: "a" }], texts: [] };
    expect(carryUnknown(stored, known, after)).toEqual({
      key: "1",
      later: "top",
      award: { amount: 2, later: "inside" },
      rounds: [{ key: "new" }, { key: "b", later: "of b" }, { key: "a", later: "of a" }],
      texts: [],
    });
  });

  test("T53 go with the part they stood in, and never come over what this version writes", () => {
    expect(
      carryUnknown(
        { list: [{ key: "a", later: 1 }], gone: { later: 1 }, same: 1 },
        { list: [{ key: "a" }], gone: {}, same: 1 },
        { list: [], gone: null, same: 2 },
      ),
    ).toEqual({ list: [], gone: null, same: 2 });
  });

  test("T53 stay in the item when this version changes it, also after a second change and a fresh read", async () => {
    const workspace = openTestWorkspace();
    const lists = [recordLists.pools, recordLists.centres];
    good(await workspace.provisioning().apply());
    const open = () =>
      openSharePoint({ client: workspace.serviceClient(), sites: testSites, reported: () => undefined });
    const [first, pool, centre] = [open(), samplePool(2), sampleCentre("Center for Sundhed")];
    good(await first.records.pools.create(pool));
    good(await first.records.centres.create(centre));
    const hand = siteDamage(workspace);
    for (const list of lists) {
      const [row] = await hand.rows(list, Object.keys(list.columns));
      if (row === undefined) throw new Error("No row");
      const json = String(row.fields["Indhold"])
        .replace("{", '{"later":"top",')
        .replace(/"rounds":\[\{/, '"rounds":[{"later":"inside",');
      good(await hand.admin.updateItem(await hand.place(list), row.id, row.etag, { Indhold: json }));
    }

    const { records, refreshAll } = open();
    good(await refreshAll());
    const read = good(await records.pools.read(pool.key));
    const once = good(await records.pools.save({ ...read.value, title: "Ny titel" }, read.version));
    good(await records.pools.save({ ...once.value, purpose: "Nyt formål" }, once.version));
    const stored = records.centres.byKey(centre.key);
    if (stored === undefined) throw new Error("No centre");
    good(await records.centres.save({ ...stored.value, shortName: "Ny" }, stored.version));

    const recordOf = async (list: (typeof lists)[number]) => {
      const [row] = await hand.rows(list, Object.keys(list.columns));
      return unpackJson(JSON.parse(joinJson(row?.fields ?? {}, 8)));
    };
    expect(await recordOf(recordLists.pools)).toMatchObject({
      later: "top",
      title: "Ny titel",
      purpose: "Nyt formål",
      rounds: [{ later: "inside", key: pool.rounds[0]?.key }],
    });
    expect(await recordOf(recordLists.centres)).toMatchObject({ later: "top", shortName: "Ny" });
  });
});
