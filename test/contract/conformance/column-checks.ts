import { answered, type Check, contains, is, isLike, refused } from "./check.ts";
import type { World } from "./world.ts";

const conflict = { statuses: [400, 409], codes: ["nameAlreadyExists", "invalidRequest"] } as const;

const add = (world: World, list: string, column: unknown) => world.call("POST", `${list}/columns`, column);

/** Columns: types, names, indexes, changing and removing. */
export const columnChecks: readonly Check[] = [
  {
    title: "G-24 makes a text column with SharePoint's defaults",
    run: async (world) => {
      const column = answered(await add(world, await world.newList(), { name: "A", text: {} }), 201);
      is("name", column.at("name"), "A");
      is("text.maxLength", column.at("text", "maxLength"), 255);
      is("columnGroup", column.at("columnGroup"), "Custom Columns");
      is("indexed", column.at("indexed"), false);
      is("enforceUniqueValues", column.at("enforceUniqueValues"), false);
    },
  },
  {
    title: "G-25 wants exactly one type of a column",
    run: async (world) => {
      const list = await world.newList();
      refused(await add(world, list, { name: "A", text: {}, number: {} }), 400, "invalidRequest");
      refused(await add(world, list, { name: "A" }), 400, "invalidRequest");
      is("name", answered(await add(world, list, { name: "A", text: {} }), 201).at("name"), "A");
    },
  },
  {
    title: "G-26 makes no currency columns",
    run: async (world) => {
      const answer = await add(world, await world.newList(), { name: "B", currency: { locale: "da-DK" } });
      refused(answer, 400, "invalidRequest", "Unable to determine type of provided column definition");
    },
  },
  {
    title: "G-27 makes internal names of other letters",
    run: async (world) => {
      const list = await world.newList();
      const spaced = answered(await add(world, list, { name: "Min kolonne", text: {} }), 201);
      is("name", spaced.at("name"), "Min_x0020_kolonne");
      const danish = answered(await add(world, list, { name: "Høring", displayName: "Høring", text: {} }), 201);
      is("name", danish.at("name"), "H_x00f8_ring");
      is("displayName", danish.at("displayName"), "Høring");
      const item = await world.call("POST", `${list}/items`, { fields: { H_x00f8_ring: "x" } });
      is("its field", answered(item, 201).at("fields", "H_x00f8_ring"), "x");
    },
  },
  {
    title: "G-28 rests uniqueness on an index",
    run: async (world) => {
      const list = await world.newList();
      const answer = await add(world, list, { name: "U", text: {}, enforceUniqueValues: true, indexed: false });
      refused(answer, [400, 500], undefined, "must be indexed to enforce unique values");
      const both = answered(
        await add(world, list, { name: "U", text: {}, enforceUniqueValues: true, indexed: true }),
        201,
      );
      is("enforceUniqueValues", both.at("enforceUniqueValues"), true);
    },
  },
  {
    title: "G-29 indexes single values, not notes or several choices",
    run: async (world) => {
      const list = await world.newList();
      const indexed = async (column: unknown) => {
        const id = answered(await add(world, list, column), 201).text("id");
        return world.call("PATCH", `${list}/columns/${id}`, { indexed: true });
      };
      is("indexed", answered(await indexed({ name: "A", text: {} }), 200).at("indexed"), true);
      refused(await indexed({ name: "N", text: { allowMultipleLines: true } }), 400);
      refused(await indexed({ name: "M", choice: { choices: ["a"], displayAs: "checkBoxes" } }), 400);
    },
  },
  {
    title: "G-30 has room for 20 indexes",
    run: async (world) => {
      const columns = Array.from({ length: 20 }, (_, index) => ({ name: `I${index}`, text: {}, indexed: true }));
      const list = await world.newList(columns);
      const plain = answered(await add(world, list, { name: "P", text: {} }), 201).text("id");
      refused(await world.call("PATCH", `${list}/columns/${plain}`, { indexed: true }), 400);
      refused(await add(world, list, { name: "I21", text: {}, indexed: true }), 400);
    },
  },
  {
    title: "G-31 renames what people see, not the key",
    run: async (world) => {
      const list = await world.newList();
      const column = answered(await add(world, list, { name: "A", text: {} }), 201).text("id");
      const item = answered(await world.call("POST", `${list}/items`, { fields: { A: "x" } }), 201).text("id");
      const renamed = answered(await world.call("PATCH", `${list}/columns/${column}`, { displayName: "Ny" }), 200);
      is("names", [renamed.at("displayName"), renamed.at("name")], ["Ny", "A"]);
      is("field", answered(await world.call("GET", `${list}/items/${item}/fields`), 200).at("A"), "x");
    },
  },
  {
    title: "G-32 takes other choices and keeps old values",
    run: async (world) => {
      const list = await world.newList();
      const column = answered(await add(world, list, { name: "C", choice: { choices: ["a"] } }), 201).text("id");
      const item = answered(await world.call("POST", `${list}/items`, { fields: { C: "a" } }), 201).text("id");
      const more = { choice: { choices: ["b", "c"] } };
      const patched = answered(await world.call("PATCH", `${list}/columns/${column}`, more), 200);
      is("choices", patched.at("choice", "choices"), ["b", "c"]);
      is("old value", answered(await world.call("GET", `${list}/items/${item}/fields`), 200).at("C"), "a");
    },
  },
  {
    title: "G-33 has SharePoint's own columns, hidden ones only on request",
    run: async (world) => {
      const list = await world.newList([{ name: "Skjult", text: {}, hidden: true }]);
      const plain = JSON.stringify(answered(await world.call("GET", `${list}/columns?$select=name`), 200).at("value"));
      for (const name of ["Title", "ID", "ContentType", "Modified", "Created", "Author", "Editor", "Attachments"]) {
        contains("columns", plain, `"name":"${name}"`);
      }
      contains("columns", plain, '"name":"_UIVersionString"');
      is("hidden one shown", plain.includes("Skjult"), false);
      const all = answered(await world.call("GET", `${list}/columns?$select=name,hidden`), 200);
      contains("columns", JSON.stringify(all.at("value")), "Skjult");
    },
  },
  {
    title: "G-34 takes a removed column's values out of the items",
    run: async (world) => {
      const list = await world.newList([{ name: "A", text: {} }]);
      const item = answered(await world.call("POST", `${list}/items`, { fields: { Title: "t", A: "x" } }), 201).text(
        "id",
      );
      is("field before", answered(await world.call("GET", `${list}/items/${item}/fields`), 200).at("A"), "x");
      const column = answered(await world.call("GET", `${list}/columns/A`), 200).text("id");
      answered(await world.call("DELETE", `${list}/columns/${column}`), 204);
      is("field", answered(await world.call("GET", `${list}/items/${item}/fields`), 200).at("A"), undefined);
      answered(await add(world, list, { name: "A", text: {} }), 201);
      is("field", answered(await world.call("GET", `${list}/items/${item}/fields`), 200).at("A"), undefined);
    },
  },
  {
    title: "G-35 refuses a lookup into a list that is not there",
    run: async (world) => {
      const lookup = { listId: "11111111-1111-4111-8111-111111111111", columnName: "Title" };
      const list = await world.newList();
      refused(await add(world, list, { name: "L", lookup }), 400, "invalidRequest");
      is("name", answered(await add(world, list, { name: "L", text: {} }), 201).at("name"), "L");
    },
  },
  {
    title: "G-36 keeps names unique, built-in ones included",
    run: async (world) => {
      const list = await world.newList([{ name: "A", text: {} }]);
      for (const column of [
        { name: "A", number: {} },
        { name: "Created", dateTime: {} },
      ]) {
        const answer = refused(await add(world, list, column), conflict.statuses, conflict.codes);
        isLike("error.message", answer.at("error", "message"), /./u);
      }
      is("name", answered(await add(world, list, { name: "B", number: {} }), 201).at("name"), "B");
    },
  },
];
