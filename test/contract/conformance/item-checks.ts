import { eachKindOfColumn } from "#workspace/graph-server/list-columns.test-support.ts";
import { answered, type Check, is, isLike, isOneOf, refused } from "./check.ts";
import { once, type World } from "./world.ts";

const itemsOf = once(async (world) => `${await world.newList(eachKindOfColumn)}/items`);

/** Tries to add an item to the list with a column of each kind. */
export async function tryItem(world: World, fields: Readonly<Record<string, unknown>>) {
  return world.call("POST", await itemsOf(world), { fields });
}

/** Adds an item there; answers its address and its eTag. */
export async function newItem(world: World, fields: Readonly<Record<string, unknown>>) {
  const item = answered(await tryItem(world, fields), 201);
  return { item, path: `${await itemsOf(world)}/${item.text("id")}`, etag: item.text("eTag") };
}

/** Creating, reading, changing and removing items. */
export const itemChecks: readonly Check[] = [
  {
    title: "G-37 gives a new item a number and an eTag",
    run: async (world) => {
      const { item } = await newItem(world, { Title: "A" });
      isLike("id", item.at("id"), /^[1-9]\d*$/u);
      isLike("eTag", item.at("eTag"), /^"[0-9a-f-]{36},1"$/u);
      is("@odata.etag", item.at("@odata.etag"), item.at("eTag"));
      is("fields.Title", item.at("fields", "Title"), "A");
    },
  },
  {
    title: "G-38 shows SharePoint's own fields",
    run: async (world) => {
      const { item } = await newItem(world, { Title: "A" });
      is("fields.id", item.at("fields", "id"), item.at("id"));
      isOneOf("fields.ContentType", item.at("fields", "ContentType"), ["Item", "Element"]);
      isLike("fields.AuthorLookupId", item.at("fields", "AuthorLookupId"), /^\d+$/u);
      is("fields._UIVersionString", item.at("fields", "_UIVersionString"), "1.0");
      is("fields.Attachments", item.at("fields", "Attachments"), false);
      isLike("fields.Created", item.at("fields", "Created"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    },
  },
  {
    title: "G-39 leaves out what is empty",
    run: async (world) => {
      const { path } = await newItem(world, { Title: "A", Tekst: "", Tal: null });
      const fields = answered(await world.call("GET", `${path}/fields`), 200);
      is("Title", fields.at("Title"), "A");
      for (const name of ["Tekst", "Tal", "Note", "Flere", "Dag"]) is(name, fields.at(name), undefined);
    },
  },
  {
    title: "G-40 shows fields only when they are expanded, and only those selected",
    run: async (world) => {
      const { path } = await newItem(world, { Title: "A", Tal: 2 });
      is("fields", answered(await world.call("GET", path), 200).at("fields"), undefined);
      const selected = answered(await world.call("GET", `${path}?$expand=fields($select=Title)`), 200);
      const fields = JSON.parse(JSON.stringify(selected.at("fields"))) as Record<string, unknown>;
      is(
        "members",
        Object.keys(fields).filter((name) => !name.startsWith("@odata.")),
        ["Title"],
      );
    },
  },
  {
    title: "G-41 reads the fields by themselves",
    run: async (world) => {
      const { path, etag } = await newItem(world, { Title: "A" });
      const fields = answered(await world.call("GET", `${path}/fields`), 200);
      is("Title and eTag", [fields.at("Title"), fields.at("@odata.etag")], ["A", etag]);
    },
  },
  {
    title: "G-42 merges a change and counts the version up",
    run: async (world) => {
      const { path, etag } = await newItem(world, { Title: "A", Tal: 1 });
      const after = answered(await world.call("PATCH", `${path}/fields`, { Title: "B" }), 200);
      is("fields", [after.at("Title"), after.at("Tal"), after.at("_UIVersionString")], ["B", 1, "2.0"]);
      is("eTag", after.at("@odata.etag"), etag.replace(',1"', ',2"'));
    },
  },
  {
    title: "G-43 changes the item as a whole",
    run: async (world) => {
      const { path, item } = await newItem(world, { Title: "A", Tal: 1 });
      const after = answered(await world.call("PATCH", path, { fields: { Title: "B" } }), 200);
      is("fields", [after.at("fields", "Title"), after.at("fields", "Tal")], ["B", 1]);
      is("id", after.at("id"), item.at("id"));
    },
  },
  {
    title: "G-44 empties a field with null",
    run: async (world) => {
      const { path, item } = await newItem(world, { Title: "A", Tal: 1 });
      is("Tal before", item.at("fields", "Tal"), 1);
      answered(await world.call("PATCH", `${path}/fields`, { Tal: null }), 200);
      is("Tal", answered(await world.call("GET", `${path}/fields`), 200).at("Tal"), undefined);
    },
  },
  {
    title: "G-45 removes an item and never gives its number again",
    run: async (world) => {
      const { path, item } = await newItem(world, { Title: "A" });
      is("body", answered(await world.call("DELETE", path), 204).body, "");
      refused(await world.call("GET", path), 404, "itemNotFound");
      const next = await newItem(world, { Title: "B" });
      is("next number is higher", Number(next.item.text("id")) > Number(item.text("id")), true);
    },
  },
  {
    title: "G-46 refuses fields the list does not have",
    run: async (world) => {
      refused(await tryItem(world, { X: 1 }), 400, "invalidRequest", "Field 'X' is not recognized");
      const { path } = await newItem(world, { Title: "A" });
      refused(await world.call("PATCH", `${path}/fields`, { X: 1 }), 400, "invalidRequest");
      refused(await world.call("GET", `${path}?$expand=fields($select=X)`), 400, "invalidRequest");
    },
  },
  {
    title: "G-47 refuses fields whose name begins with an underscore",
    run: async (world) => {
      await newItem(world, { Title: "A" });
      refused(await tryItem(world, { Title: "A", _X: "x" }), 400, "invalidRequest");
      refused(await tryItem(world, { Title: "A", _UIVersionString: "9.0" }), 400, "invalidRequest");
    },
  },
  {
    title: "G-48 refuses fields only SharePoint writes",
    run: async (world) => {
      const { path } = await newItem(world, { Title: "A" });
      for (const field of [{ Created: "2020-01-01T00:00:00Z" }, { Author: 1 }, { ID: 7 }]) {
        refused(await tryItem(world, field), 400, "invalidRequest");
        refused(await world.call("PATCH", `${path}/fields`, field), 400, "invalidRequest");
      }
      is("Title", answered(await world.call("GET", `${path}/fields`), 200).at("Title"), "A");
    },
  },
];
