import type { Answer } from "#workspace/graph-server/graph-answer.test-support.ts";
import { answered, type Check, is, isLike, refused } from "./check.ts";
import { countOf } from "./query-list.ts";
import type { World } from "./world.ts";

/** Address of the items of a fresh list with three rows, and their ids. */
async function threeRows(world: World) {
  const items = `${await world.newList()}/items`;
  const ids: string[] = [];
  for (const Title of ["A", "B", "C"]) {
    ids.push(answered(await world.call("POST", items, { fields: { Title } }), 201).text("id"));
  }
  const [a = "", b = "", c = ""] = ids;
  return { items, a, b, c };
}

/** The last entry of an item over all pages, and the link that goes on from there. */
async function walk(world: World, from: string) {
  const latest = new Map<string, { readonly page: Answer; readonly index: number }>();
  let pages = 0;
  for (let link = from; ; pages++) {
    const page = answered(await world.call("GET", link), 200);
    for (let index = 0; index < countOf(page); index++) latest.set(page.text("value", index, "id"), { page, index });
    const next = page.at("@odata.nextLink");
    if (typeof next !== "string") {
      const entry = (id: string, ...path: readonly string[]) => {
        const found = latest.get(id);
        return found?.page.at("value", found.index, ...path);
      };
      // The folder a list's items lie in may be told as well: it has no eTag of an item.
      return { ids: [...latest.keys()], entry, pages: pages + 1, deltaLink: page.text("@odata.deltaLink") };
    }
    is("deltaLink before the last page", page.at("@odata.deltaLink"), undefined);
    link = next;
  }
}

const latestLink = async (world: World, items: string) => {
  const latest = answered(await world.call("GET", `${items}/delta?token=latest`), 200);
  is("value of token=latest", latest.at("value"), []);
  return latest.text("@odata.deltaLink");
};

/** What has changed in a list since the last look. */
export const deltaChecks: readonly Check[] = [
  {
    title: "G-83 enumerates in pages and ends with a deltaLink",
    run: async (world) => {
      const { items, a, b, c } = await threeRows(world);
      const whole = await walk(world, `${items}/delta?$top=2&$expand=fields($select=Title)`);
      is("more than one page", whole.pages > 1, true);
      is(
        "titles",
        [a, b, c].map((id) => whole.entry(id, "fields", "Title")),
        ["A", "B", "C"],
      );
      isLike("deltaLink", whole.deltaLink, /token=/u);
      await latestLink(world, items);
    },
  },
  {
    title: "G-84 tells what came, changed and went",
    run: async (world) => {
      const { items, a, b, c } = await threeRows(world);
      const link = await latestLink(world, items);
      answered(await world.call("PATCH", `${items}/${a}/fields`, { Title: "A2" }), 200);
      answered(await world.call("PATCH", `${items}/${a}/fields`, { Title: "A3" }), 200);
      answered(await world.call("DELETE", `${items}/${b}`), 204);
      const made = answered(await world.call("POST", items, { fields: { Title: "D" } }), 201);
      const { entry } = await walk(world, link);
      isLike("eTag of the changed one", entry(a, "eTag"), /,3"$/u);
      is("deleted", entry(b, "deleted", "state"), "deleted");
      is("fields and eTag of the deleted one", [entry(b, "fields"), entry(b, "eTag")], [undefined, undefined]);
      is("eTag of the new one", entry(made.text("id"), "eTag"), made.at("eTag"));
      is("the untouched one", entry(c), undefined);
    },
  },
  {
    title: "G-84 loses no row that is removed or changed between two pages of a first enumeration",
    run: async (world) => {
      const { items, a, b, c } = await threeRows(world);
      const first = answered(await world.call("GET", `${items}/delta?$top=2`), 200);
      answered(await world.call("DELETE", `${items}/${a}`), 204);
      answered(await world.call("PATCH", `${items}/${b}/fields`, { Title: "B2" }), 200);
      const rest = await walk(world, first.text("@odata.nextLink"));
      const after = await walk(world, rest.deltaLink);
      const told = (id: string, ...path: readonly string[]) => after.entry(id, ...path) ?? rest.entry(id, ...path);
      is("removed", told(a, "deleted", "state"), "deleted");
      isLike("changed", told(b, "eTag"), /,2"$/u);
      is("the other", told(c, "id") ?? first.at("value", 2, "id"), c);
    },
  },
  {
    title: "G-85 says nothing twice",
    run: async (world) => {
      const { items, a } = await threeRows(world);
      const link = await latestLink(world, items);
      answered(await world.call("PATCH", `${items}/${a}/fields`, { Title: "A2" }), 200);
      const told = await walk(world, link);
      is("told", told.entry(a, "id"), a);
      const nothing = await walk(world, told.deltaLink);
      is("told again", nothing.ids, []);
      is("and again", (await walk(world, nothing.deltaLink)).ids, []);
    },
  },
  {
    title: "G-86 sends a reader with an old token back to the beginning",
    run: async (world) => {
      const { expireDeltaTokens } = world.hands();
      const { items, a, b, c } = await threeRows(world);
      const link = await latestLink(world, items);
      expireDeltaTokens();
      const gone = await world.call("GET", link);
      refused(gone, 410, ["resyncRequired", "resyncChangesApplyDifferences", "resyncChangesUploadDifferences"]);
      is("fresh enumeration", (await walk(world, gone.headers.get("location") ?? "")).ids, [a, b, c]);
    },
  },
  {
    title: "G-86 refuses a token it has not written",
    run: async (world) => {
      const { items } = await threeRows(world);
      await latestLink(world, items);
      refused(await world.call("GET", `${items}/delta?token=nonsense`), [400, 410]);
    },
  },
  {
    title: "G-109 never tells in the feed who changed an item; the item itself does",
    run: async (world) => {
      const { items, a } = await threeRows(world);
      const feed = await walk(world, `${items}/delta?$expand=fields`);
      is("lastModifiedBy in the feed", feed.entry(a, "lastModifiedBy"), undefined);
      const item = answered(await world.call("GET", `${items}/${a}?$select=lastModifiedBy`), 200);
      const name =
        item.at("lastModifiedBy", "user", "displayName") ?? item.at("lastModifiedBy", "application", "displayName");
      isLike("lastModifiedBy of the item", name, /./u);
    },
  },
];
