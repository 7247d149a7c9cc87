import { answered, type Check, is, isNot, refused } from "./check.ts";
import { newItem, tryItem } from "./item-checks.ts";
import type { World } from "./world.ts";

/** What the facts leave open: a wrong type is one of these. */
const wrongType = { statuses: [400, 500], codes: ["generalException", "invalidRequest"] } as const;
const severalType = { "Flere@odata.type": "Collection(Edm.String)" };

async function valueOf(world: World, path: string, name: string) {
  return answered(await world.call("GET", `${path}/fields`), 200).at(name);
}

/** What each kind of column takes and gives back. */
export const fieldValueChecks: readonly Check[] = [
  {
    title: "G-49 refuses more than 255 characters and changes nothing",
    run: async (world) => {
      const { path } = await newItem(world, { Tekst: "x".repeat(255) });
      const long = await world.call("PATCH", `${path}/fields`, { Tekst: "y".repeat(256) });
      refused(long, wrongType.statuses, wrongType.codes, "Invalid text value");
      is("Tekst", await valueOf(world, path, "Tekst"), "x".repeat(255));
    },
  },
  {
    title: "G-50 takes notes of 63,999 characters, not one more",
    run: async (world) => {
      const note = `${"x".repeat(63_000)}\n${"y".repeat(998)}`;
      const { path } = await newItem(world, { Note: note });
      is("Note", await valueOf(world, path, "Note"), note);
      refused(await tryItem(world, { Note: "x".repeat(64_000) }), wrongType.statuses);
    },
  },
  {
    title: "G-51 refuses values of another type",
    run: async (world) => {
      await newItem(world, { Tal: 1, Tekst: "1", Ja: true, Tid: "2026-07-01T10:00:00Z" });
      for (const fields of [{ Tal: "1" }, { Tekst: 1 }, { Ja: "ja" }, { Tid: "i går" }]) {
        refused(await tryItem(world, fields), wrongType.statuses, wrongType.codes);
      }
    },
  },
  {
    title: "G-52 keeps numbers exactly",
    run: async (world) => {
      for (const number of [0.1 + 0.2, 999_999_999_999_999, -12.345, 0]) {
        const { item, path } = await newItem(world, { Tal: number });
        is("Tal in the answer", item.at("fields", "Tal"), number);
        is("Tal", await valueOf(world, path, "Tal"), number);
      }
    },
  },
  {
    title: "G-53 takes several choices with their annotation only",
    run: async (world) => {
      const { item, path } = await newItem(world, { ...severalType, Flere: ["b", "a"] });
      is("Flere in the answer", item.at("fields", "Flere"), ["b", "a"]);
      is("Flere", await valueOf(world, path, "Flere"), ["b", "a"]);
      refused(await tryItem(world, { Flere: ["a"] }), wrongType.statuses, wrongType.codes);
    },
  },
  {
    title: "G-54 refuses a Collection annotation on a single value",
    run: async (world) => {
      await newItem(world, { ...severalType, Flere: ["a"], Valg: "a" });
      for (const value of ["a", ["a"]]) {
        const fields = { "Valg@odata.type": "Collection(Edm.String)", Valg: value };
        refused(await tryItem(world, fields), 400);
      }
    },
  },
  {
    title: "G-58 writes no links",
    run: async (world) => {
      const answer = await tryItem(world, { Link: { Url: "https://example.dk", Description: "x" } });
      refused(answer, 400, "invalidRequest", "Invalid request");
    },
  },
  {
    title: "G-59 keeps a date as the site's midnight, in summer and winter",
    run: async (world) => {
      for (const [noon, midnight] of [
        ["2026-07-01T12:00:00Z", "2026-06-30T22:00:00Z"],
        ["2026-01-15T12:00:00Z", "2026-01-14T23:00:00Z"],
        ["2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z"],
        ["2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z"],
      ] as const) {
        const { path } = await newItem(world, { Dag: noon });
        is(`Dag of ${noon}`, await valueOf(world, path, "Dag"), midnight);
      }
      const { path } = await newItem(world, { Tid: "2026-07-01T12:34:56+02:00" });
      is("Tid", await valueOf(world, path, "Tid"), "2026-07-01T10:34:56Z");
    },
  },
  {
    title: "G-60 keeps a unique column unique",
    run: async (world) => {
      const number = world.name("Nr");
      const first = await newItem(world, { Nr: number });
      const second = await newItem(world, { Nr: world.name("Nr") });
      const statuses = [400, 409, 412, 500, 503];
      refused(await tryItem(world, { Nr: number }), statuses, undefined, "duplicate values were found");
      const change = await world.call("PATCH", `${second.path}/fields`, { Nr: number });
      refused(change, statuses, undefined, "duplicate values were found");
      isNot("Nr of the second", await valueOf(world, second.path, "Nr"), number);
      answered(await world.call("DELETE", first.path), 204);
      is("Nr, free again", answered(await tryItem(world, { Nr: number }), 201).at("fields", "Nr"), number);
      const list = first.path.slice(0, first.path.lastIndexOf("/"));
      const filter = encodeURIComponent(`fields/Nr eq '${number}'`);
      const rows = answered(await world.call("GET", `${list}?$filter=${filter}`), 200);
      is("rows with it", [typeof rows.at("value", 0, "id"), rows.at("value", 1)], ["string", undefined]);
    },
  },
  {
    title: "G-61 leaves required fields to the client",
    run: async (world) => {
      const { path } = await newItem(world, { Title: "uden Tekst" });
      is("Title", await valueOf(world, path, "Title"), "uden Tekst");
      is("Tekst", await valueOf(world, path, "Tekst"), undefined);
    },
  },
  {
    title: "G-62 leaves the choice among choices to the client",
    run: async (world) => {
      const { path } = await newItem(world, { Valg: "hverken a eller b" });
      is("Valg", await valueOf(world, path, "Valg"), "hverken a eller b");
    },
  },
];
