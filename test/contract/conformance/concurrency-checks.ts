import { answered, type Check, is, refused } from "./check.ts";
import { newItem } from "./item-checks.ts";

const ifMatch = (etag: string) => ({ headers: { "If-Match": etag } });
/** Graph has said all of these where an eTag did not fit. */
const conflict = { statuses: [409, 412], codes: ["resourceModified", "notAllowed", "preconditionFailed"] } as const;

/** Two writers of one item, and what its versions tell. */
export const concurrencyChecks: readonly Check[] = [
  {
    title: "G-63 lets the current eTag pass, a stale one not",
    run: async (world) => {
      const { path, etag } = await newItem(world, { Title: "A" });
      answered(await world.call("PATCH", `${path}/fields`, { Title: "B" }, ifMatch(etag)), 200);
      for (const [address, body] of [
        [`${path}/fields`, { Title: "C" }],
        [path, { fields: { Title: "C" } }],
      ] as const) {
        refused(await world.call("PATCH", address, body, ifMatch(etag)), conflict.statuses, conflict.codes);
      }
      is("Title", answered(await world.call("GET", `${path}/fields`), 200).at("Title"), "B");
    },
  },
  {
    title: "G-64 lets a change without If-Match and one with a star pass",
    run: async (world) => {
      const { path } = await newItem(world, { Title: "A" });
      is("Title", answered(await world.call("PATCH", `${path}/fields`, { Title: "B" }), 200).at("Title"), "B");
      const starred = await world.call("PATCH", path, { fields: { Title: "C" } }, ifMatch("*"));
      is("Title", answered(starred, 200).at("fields", "Title"), "C");
    },
  },
  {
    title: "G-65 does not remove by a stale eTag",
    run: async (world) => {
      const { path, etag } = await newItem(world, { Title: "A" });
      const changed = answered(await world.call("PATCH", `${path}/fields`, { Title: "B" }), 200);
      refused(await world.call("DELETE", path, undefined, ifMatch(etag)), conflict.statuses, conflict.codes);
      answered(await world.call("GET", path), 200);
      answered(await world.call("DELETE", path, undefined, ifMatch(changed.text("@odata.etag"))), 204);
    },
  },
  {
    title: "G-66 lets exactly one of several writers with the same eTag through",
    run: async (world) => {
      const { path, etag } = await newItem(world, { Title: "A" });
      const writers = ["B", "C", "D"].map((Title) =>
        world.call("PATCH", `${path}/fields`, { Title }, ifMatch(etag)).then((answer) => answer.status),
      );
      const statuses = await Promise.all(writers);
      is("written", statuses.filter((status) => status === 200).length, 1);
      is("refused", statuses.filter((status) => status === 412 || status === 409).length, 2);
    },
  },
  {
    title: "G-67 keeps versions, newest first",
    run: async (world) => {
      const { path } = await newItem(world, { Title: "A", Tal: 1 });
      answered(await world.call("PATCH", `${path}/fields`, { Title: "B" }), 200);
      answered(await world.call("PATCH", `${path}/fields`, { Title: "C", Tal: null }), 200);
      const versions = answered(await world.call("GET", `${path}/versions`), 200);
      const ids = [0, 1, 2, 3].map((index) => versions.at("value", index, "id"));
      is("versions", ids, ["3.0", "2.0", "1.0", undefined]);
      const first = answered(await world.call("GET", `${path}/versions/1.0?$expand=fields`), 200);
      is("first values", [first.at("fields", "Title"), first.at("fields", "Tal")], ["A", 1]);
    },
  },
  {
    title: "G-68 restores a version as a new one on top",
    run: async (world) => {
      const { path } = await newItem(world, { Title: "A", Tal: 1 });
      answered(await world.call("PATCH", `${path}/fields`, { Title: "B" }), 200);
      answered(await world.call("PATCH", `${path}/fields`, { Title: "C", Tal: null, Tekst: "ny" }), 200);
      answered(await world.call("POST", `${path}/versions/1.0/restoreVersion`), 204);
      const fields = answered(await world.call("GET", `${path}/fields`), 200);
      const came = ["_UIVersionString", "Title", "Tal", "Tekst"].map((name) => fields.at(name));
      is("fields", came, ["4.0", "A", 1, undefined]);
    },
  },
];
