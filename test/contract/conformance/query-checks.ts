import { answered, type Check, contains, is, isLike, refused } from "./check.ts";
import { countOf, honorNonIndexed, idsOf, manyItems, queryItems, titlesOf } from "./query-list.ts";
import type { CallMore, World } from "./world.ts";

const withTitle = "$expand=fields($select=Title)";
const [obrien, porridge, third, fourth] = ["O'Brien", "Æblegrød & æg #1 +2", "Tredje", "Fjerde"];

async function query(world: World, options: string, more: CallMore = {}) {
  return world.call("GET", `${await queryItems(world)}?${options}`, undefined, more);
}

/** The titles of the rows a filter finds, in alphabetical order. */
async function found(world: World, filter: string, more: CallMore = {}) {
  const page = answered(await query(world, `${withTitle}&$filter=${encodeURIComponent(filter)}`, more), 200);
  return titlesOf(page).toSorted();
}

async function sorted(world: World, order: string, more: CallMore = {}) {
  return titlesOf(answered(await query(world, `${withTitle}&$orderby=${order}`, more), 200));
}

/** Filters and what they may name. */
export const filterChecks: readonly Check[] = [
  {
    title: "G-69 filters on indexed columns and refuses others, also on a list of four",
    run: async (world) => {
      is("found", await found(world, "fields/Idx eq 'Kladde'"), [obrien]);
      refused(
        await query(world, "$filter=fields/Title eq 'x'"),
        400,
        "invalidRequest",
        "Field 'Title' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: " +
          "HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may " +
          "fail on large lists.",
      );
    },
  },
  {
    title: "G-70 filters on others when the caller takes the risk",
    run: async (world) => {
      is("found", await found(world, "fields/Fri ge 3", honorNonIndexed), [fourth, porridge].toSorted());
      is("found", await found(world, "fields/Title eq 'Tredje'", honorNonIndexed), [third]);
    },
  },
  {
    title: "G-71 refuses above 5,000 rows what no index carries",
    run: async (world) => {
      const items = await manyItems(world);
      const answer = await world.call("GET", `${items}?$filter=fields/Title eq 'x'`, undefined, honorNonIndexed);
      refused(answer, [400, 422, 429, 500], ["notSupported", "invalidRequest", "generalException"]);
      is("innerError.code", answer.at("error", "innerError", "code"), "tooManyResources");
      const both = await world.call("GET", `${items}?$filter=fields/Idx eq 'k1'&$orderby=fields/Nr`);
      refused(both, [400, 422, 429, 500]);
      const one = answered(await world.call("GET", `${items}?$filter=fields/Nr eq 4321&${withTitle}`), 200);
      is("found by an index", titlesOf(one), ["Række 4321"]);
      const last = answered(await world.call("GET", `${items}?$orderby=fields/Nr desc&$top=1&${withTitle}`), 200);
      is("sorted by an index", titlesOf(last), ["Række 5019"]);
    },
  },
  {
    title: "G-72 sorts by an indexed column, by others only when the caller takes the risk",
    run: async (world) => {
      is("sorted", await sorted(world, "fields/Tal"), [third, porridge, obrien, fourth]);
      is("sorted", await sorted(world, "fields/Tal desc"), [fourth, obrien, porridge, third]);
      refused(await query(world, "$orderby=fields/Fri"), 400, "invalidRequest", "as it is not indexed");
      is("sorted", await sorted(world, "fields/Fri desc", honorNonIndexed), [fourth, porridge, third, obrien]);
    },
  },
  {
    title: "G-73 wants the prefix fields/",
    run: async (world) => {
      is("found with it", await found(world, "fields/Idx eq 'Kladde'"), [obrien]);
      const answer = await query(world, "$filter=Title eq 'x'");
      refused(answer, [400, 500], ["BadRequest", "invalidRequest", "generalException"]);
      if (answer.status === 400) contains("error.message", answer.at("error", "message"), "Invalid filter clause");
    },
  },
  {
    title: "G-74 finds the right rows for every operator, and knows no others",
    run: async (world) => {
      for (const [filter, expected] of [
        ["fields/Idx eq 'Kladde'", [obrien]],
        ["fields/Idx ne 'Kladde'", [porridge, third, fourth]],
        ["fields/Tal lt 1.5", [third]],
        ["fields/Tal le 1.5", [porridge, third]],
        ["fields/Tal gt 1.5", [obrien, fourth]],
        ["fields/Tal ge 3", [obrien, fourth]],
        ["startswith(fields/Idx,'Kladde')", [obrien, third]],
        ["fields/Ja eq true", [obrien, fourth]],
        ["fields/Idx eq 'Kladde' and fields/Tal eq 3", [obrien]],
        ["fields/Idx eq 'Indsendt' or fields/Tal eq -2 and fields/Ja eq true", [porridge]],
        ["(fields/Idx eq 'Indsendt' or fields/Idx eq 'Kladde') and fields/Tal lt 2", [porridge]],
      ] as const) {
        is(filter, await found(world, filter), [...expected].toSorted());
      }
      for (const filter of ["contains(fields/Idx,'x')", "fields/Idx eq 'x", "fields/Idx", "fields/Nope eq 'x'"]) {
        refused(await query(world, `$filter=${encodeURIComponent(filter)}`), 400);
      }
    },
  },
  {
    title: "G-75 takes quotes and every letter in a value",
    run: async (world) => {
      is("found", await found(world, "fields/Title eq 'O''Brien'", honorNonIndexed), [obrien]);
      is("found", await found(world, `fields/Title eq '${porridge}'`, honorNonIndexed), [porridge]);
      is("found", await found(world, "startswith(fields/Title,'Æblegrød &')", honorNonIndexed), [porridge]);
    },
  },
  {
    title: "G-76 compares dates written as text",
    run: async (world) => {
      is("found", await found(world, "fields/Tid ge '2026-04-01T08:00:00Z'"), [fourth, third].toSorted());
      is("found", await found(world, "fields/Tid lt '2026-02-01T08:00:01Z'"), [obrien]);
      const between = "fields/Dag ge '2026-02-15T00:00:00Z' and fields/Dag lt '2026-03-15T00:00:00Z'";
      is("found", await found(world, between), [porridge]);
    },
  },
  {
    title: "G-77 cannot count, skip or search",
    run: async (world) => {
      const paging = "Only URLs returned by the API can be used to page.";
      refused(await query(world, "$count=true"), 400, undefined, paging);
      refused(await query(world, "$skip=1"), 400, undefined, paging);
      refused(await query(world, '$search="x"'), 400);
    },
  },
];

/** Pages and their links. */
export const pagingChecks: readonly Check[] = [
  {
    title: "G-78 pages by links that keep the query",
    run: async (world) => {
      const first = answered(await query(world, `${withTitle}&$filter=fields/Tal gt -9&$top=3`), 200);
      is("rows", countOf(first), 3);
      const link = decodeURIComponent(first.text("@odata.nextLink"));
      for (const part of [withTitle, "$filter=fields/Tal gt -9", "$skiptoken="])
        contains("nextLink", link.replaceAll("+", " "), part);
      const last = answered(await world.call("GET", first.text("@odata.nextLink")), 200);
      is(
        "rows of both pages",
        [...titlesOf(first), ...titlesOf(last)].toSorted(),
        [obrien, porridge, third, fourth].toSorted(),
      );
      is("nextLink of the last page", last.at("@odata.nextLink"), undefined);
    },
  },
  {
    title: "G-78 answers 200 rows unless told otherwise",
    run: async (world) => {
      is("rows without $top", countOf(answered(await world.call("GET", await manyItems(world)), 200)), 200);
    },
  },
  {
    title: "G-78 pages through a sorted list without losing rows",
    run: async (world) => {
      for (const order of ["fields/Tal", "fields/Tal desc", "fields/Idx"]) {
        const whole = await sorted(world, order);
        is("rows", whole.length, 4);
        const walked: string[] = [];
        let next: string | undefined = `${await queryItems(world)}?${withTitle}&$orderby=${order}&$top=1`;
        while (next !== undefined && walked.length <= whole.length) {
          const page = answered(await world.call("GET", next), 200);
          walked.push(...titlesOf(page));
          next = page.at("@odata.nextLink") === undefined ? undefined : page.text("@odata.nextLink");
        }
        is(`walked by ${order}`, walked, whole);
      }
    },
  },
  {
    title: "G-79 wants Prefer on every page",
    run: async (world) => {
      const options = `${withTitle}&$filter=fields/Fri gt 0&$top=1`;
      const link = answered(await query(world, options, honorNonIndexed), 200).text("@odata.nextLink");
      refused(await world.call("GET", link), 400, "invalidRequest");
      is("second page", titlesOf(answered(await world.call("GET", link, undefined, honorNonIndexed), 200)), [porridge]);
    },
  },
  {
    title: "G-80 refuses a token it has not written",
    run: async (world) => {
      const link = answered(await query(world, "$top=1"), 200).text("@odata.nextLink");
      const [head = "", token = ""] = link.split("skiptoken=");
      const text = Buffer.from(decodeURIComponent(token), "base64url").toString("utf8");
      isLike("skiptoken", text, /^Paged=TRUE&p_ID=/u);
      const edited = Buffer.from(text.replace(/p_ID=\d+/u, "p_ID=x")).toString("base64url");
      refused(await world.call("GET", `${head}skiptoken=${edited}`), 400, "invalidRequest");
      refused(await query(world, "$skiptoken=x"), 400, "invalidRequest");
    },
  },
  {
    title: "G-80 takes a large $top",
    run: async (world) => is("rows", countOf(answered(await query(world, "$top=100000"), 200)), 4),
  },
  {
    title: "G-80 cuts a large $top at 5,000",
    run: async (world) => {
      const page = answered(await world.call("GET", `${await manyItems(world)}?$top=100000`), 200);
      is("rows", countOf(page), 5_000);
      is("rows after them", countOf(answered(await world.call("GET", page.text("@odata.nextLink")), 200)), 20);
    },
  },
  {
    title: "G-82 neither repeats nor breaks when rows come and go between pages",
    run: async (world) => {
      const items = `${await world.newList()}/items`;
      const add = async (Title: string) =>
        answered(await world.call("POST", items, { fields: { Title } }), 201).text("id");
      const ids: string[] = [];
      for (const title of ["A", "B", "C", "D"]) ids.push(await add(title));
      const [a, b, c, d] = ids;
      const first = answered(await world.call("GET", `${items}?$top=2`), 200);
      is("first page", idsOf(first), [a, b]);
      for (const id of [b, c]) answered(await world.call("DELETE", `${items}/${id}`), 204);
      const added = await add("Ny");
      const second = answered(await world.call("GET", first.text("@odata.nextLink")), 200);
      is("second page", idsOf(second), [d, added].slice(0, countOf(second)));
      const third = second.at("@odata.nextLink");
      if (typeof third === "string")
        is("third page", idsOf(await world.call("GET", third)), [d, added].slice(countOf(second)));
    },
  },
];
