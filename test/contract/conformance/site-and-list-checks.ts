import { answered, type Check, contains, is, isLike, isNot, isOneOf, refused } from "./check.ts";

/** Finding sites; making, finding, renaming and removing lists. */
export const siteAndListChecks: readonly Check[] = [
  {
    title: "G-11 finds a site by its path and by its id",
    run: async ({ call, site, options }) => {
      const byPath = answered(await call("GET", site.slice(0, -1)), 200);
      is("commas in id", byPath.text("id").split(",").length - 1, 2);
      is("siteCollection.hostname", byPath.at("siteCollection", "hostname"), options.siteHost);
      is("by id", answered(await call("GET", `/sites/${byPath.text("id")}`), 200).at("id"), byPath.at("id"));
    },
  },
  {
    title: "G-12 goes on from a path closed by a colon",
    run: async ({ call, site, newList }) => {
      const list = await newList();
      const id = answered(await call("GET", site.slice(0, -1)), 200).text("id");
      const byId = answered(await call("GET", `/sites/${id}/lists?$select=id,name`), 200);
      is("lists", answered(await call("GET", `${site}/lists?$select=id,name`), 200).at("value"), byId.at("value"));
      contains("lists", JSON.stringify(byId.at("value")), list.slice(list.lastIndexOf("/") + 1));
    },
  },
  {
    title: "G-13 does not find what is not there",
    run: async ({ call, site, options }) => {
      answered(await call("GET", `/sites/${options.siteHost}:${options.sitePath}`), 200);
      refused(await call("GET", `/sites/${options.siteHost}:/sites/nope-${options.run}`), 404, "itemNotFound");
      refused(await call("GET", `${site}/lists/nope-${options.run}`), 404, "itemNotFound");
    },
  },
  {
    title: "G-14 hides system lists until they are asked for",
    run: async ({ call, site }) => {
      const plain = answered(await call("GET", `${site}/lists`), 200);
      isNot("system facet shown", JSON.stringify(plain.body).includes('"system"'), true);
      const all = answered(await call("GET", `${site}/lists?$select=id,displayName,name,system`), 200);
      contains("lists", JSON.stringify(all.body), '"system":{}');
      isLike("lists", JSON.stringify(all.body), /User Information List|"name":"users"/u);
    },
  },
  {
    title: "G-15 finds a list by its title and by its id",
    run: async ({ call, site, newList }) => {
      const list = await newList();
      const byId = answered(await call("GET", list), 200);
      const byTitle = answered(await call("GET", `${site}/lists/${encodeURIComponent(byId.text("displayName"))}`), 200);
      is("list", byTitle.at("id"), byId.at("id"));
      is("eTag", byTitle.at("eTag"), byId.at("eTag"));
    },
  },
  {
    title: "G-16 filters lists by title only",
    run: async ({ call, site, newList, name }) => {
      const { text } = answered(await call("GET", await newList()), 200);
      const filtered = (filter: string) => call("GET", `${site}/lists?$filter=${encodeURIComponent(filter)}`);
      const hit = answered(await filtered(`displayName eq '${text("displayName")}'`), 200);
      is("found", [hit.at("value", 0, "id"), hit.at("value", 1)], [text("id"), undefined]);
      is("found", answered(await filtered(`displayName eq '${name("Intet")}'`), 200).at("value"), []);
      const other = await filtered(`name eq '${text("name")}'`);
      refused(other, 400, "invalidRequest", "The provided filter statement is not supported");
    },
  },
  {
    title: "G-17 makes a list with its columns and answers without them",
    run: async ({ call, site, name, made }) => {
      const displayName = name("Bøger");
      const columns = [{ name: "Forfatter", text: {} }];
      const body = { displayName, columns, list: { template: "genericList" } };
      const list = answered(await call("POST", `${site}/lists`, body), 201);
      made(`${site}/lists/${list.text("id")}`);
      is("displayName", list.at("displayName"), displayName);
      is("template", list.at("list", "template"), "genericList");
      is("columns", list.at("columns"), undefined);
      isLike("webUrl", list.at("webUrl"), /^https?:\/\/.+\/Lists\//u);
      // Quoted or not: recordings of this one answer show it without its quotes.
      isLike("eTag", list.at("eTag"), /^"?[0-9a-f-]{36},\d+"?$/u);
      const item = await call("POST", `${site}/lists/${list.text("id")}/items`, { fields: { Forfatter: "Inger" } });
      is("field of the new column", answered(item, 201).at("fields", "Forfatter"), "Inger");
    },
  },
  {
    title: "G-18 takes no name for a list",
    run: async ({ call, site, name }) => {
      const answer = await call("POST", `${site}/lists`, { name: "x", displayName: name("Navn") });
      refused(answer, 400, "invalidRequest", "Cannot define a 'name' for a list");
    },
  },
  {
    title: "G-19 knows no template that SharePoint does not",
    run: async ({ call, site, name, newList }) => {
      await newList([], "genericList");
      const body = { displayName: name("Skabelon"), list: { template: "generic" } };
      refused(await call("POST", `${site}/lists`, body), 400, "invalidRequest");
    },
  },
  {
    title: "G-20 keeps titles unique in a site",
    run: async ({ call, site, newList }) => {
      const { text } = answered(await call("GET", await newList()), 200);
      const again = { displayName: text("displayName").toUpperCase(), list: { template: "genericList" } };
      refused(await call("POST", `${site}/lists`, again), [400, 409], ["nameAlreadyExists", "invalidRequest"]);
    },
  },
  {
    title: "G-21 renames a list without moving it, and removes it",
    run: async ({ call, newList, name }) => {
      const list = await newList();
      const before = answered(await call("GET", list), 200);
      const displayName = name("Efter");
      const renamed = answered(await call("PATCH", list, { displayName }), 200);
      is("displayName", renamed.at("displayName"), displayName);
      is("name", renamed.at("name"), before.at("name"));
      is("webUrl", renamed.at("webUrl"), before.at("webUrl"));
      answered(await call("DELETE", list), 204);
      refused(await call("GET", list), 404, "itemNotFound");
    },
  },
  {
    title: "G-22 expands columns and items",
    run: async ({ call, newList }) => {
      const list = await newList();
      answered(await call("POST", `${list}/items`, { fields: { Title: "A" } }), 201);
      const shown = answered(await call("GET", `${list}?$expand=columns,items($expand=fields)`), 200);
      is("items", shown.at("items", 0, "fields", "Title"), "A");
      contains("columns", JSON.stringify(shown.at("columns")), '"name":"Title"');
      isLike("items@odata.context", shown.at("items@odata.context"), /\/items(\(fields\(\)\))?$/u);
      isLike("columns@odata.context", shown.at("columns@odata.context"), /\/columns$/u);
    },
  },
  {
    title: "G-23 has no views of a list",
    run: async ({ call, newList }) => {
      const list = await newList();
      const answer = refused(await call("GET", `${list}/views`), [400, 404]);
      isOneOf("error.code", answer.at("error", "code"), ["BadRequest", "invalidRequest", "itemNotFound"]);
      is("views of the list", answered(await call("GET", list), 200).at("views"), undefined);
    },
  },
];
