import type { Answer } from "#workspace/graph-server/graph-answer.test-support.ts";
import { queriedColumns } from "#workspace/graph-server/list-columns.test-support.ts";
import { answered, Differs, NotTried } from "./check.ts";
import { once, type World } from "./world.ts";

/** Every field has a value in every row: how empty ones compare is not settled. */
const rows = [
  { Title: "O'Brien", Idx: "Kladde", Tal: 3, Ja: true, Fri: 1, ...dated("2026-02-01") },
  { Title: "Æblegrød & æg #1 +2", Idx: "Indsendt", Tal: 1.5, Ja: false, Fri: 3, ...dated("2026-03-01") },
  { Title: "Tredje", Idx: "Kladder", Tal: -2, Ja: false, Fri: 2, ...dated("2026-04-01") },
  { Title: "Fjerde", Idx: "Afsluttet", Tal: 10, Ja: true, Fri: 4, ...dated("2026-05-01") },
];

function dated(day: string) {
  return { Tid: `${day}T08:00:00Z`, Dag: `${day}T12:00:00Z` };
}

/** Address of the items of a list with the four rows above. */
export const queryItems = once(async (world: World) => {
  const items = `${await world.newList(queriedColumns)}/items`;
  for (const fields of rows) answered(await world.call("POST", items, { fields }), 201);
  return items;
});

/** Rows of the list above the view threshold. */
const manyRows = 5_020;

/** Address of the items of a list above the view threshold: `Nr` 0 to 5,019, `Idx` "k0" to "k6". */
export const manyItems = once(async (world: World) => {
  if (world.options.large !== true) throw new NotTried(`makes ${manyRows} rows: allow it with --large`);
  const list = await world.newList([
    { name: "Idx", text: {}, indexed: true },
    { name: "Nr", number: {}, indexed: true },
  ]);
  for (let start = 0; start < manyRows; start += 20) await addTwenty(world, `${list}/items`, start);
  return `${list}/items`;
});

async function addTwenty(world: World, url: string, start: number): Promise<void> {
  let requests = Array.from({ length: 20 }, (_, index) => {
    const number = start + index;
    const fields = { Title: `Række ${number}`, Idx: `k${number % 7}`, Nr: number };
    return {
      id: String(number),
      method: "POST",
      url,
      headers: { "Content-Type": "application/json" },
      body: { fields },
    };
  });
  for (let tries = 0; tries < 10 && requests.length > 0; tries++) {
    const answer = answered(await world.call("POST", "/$batch", { requests }), 200);
    const done = new Set(
      requests.map((_, index) =>
        answer.at("responses", index, "status") === 201 ? answer.at("responses", index, "id") : "",
      ),
    );
    requests = requests.filter(({ id }) => !done.has(id));
    if (requests.length > 0) await world.options.wait(5_000);
  }
  if (requests.length > 0) throw new NotTried("the many rows could not be made");
}

export const honorNonIndexed = { headers: { Prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" } };

/** How many entries a page has. */
export function countOf(page: Answer): number {
  const value = page.at("value");
  if (!Array.isArray(value)) throw new Differs(`page: expected an array 'value', came ${JSON.stringify(page.body)}`);
  return value.length;
}

/** The ids of a page, in its order. */
export function idsOf(page: Answer): readonly string[] {
  return Array.from({ length: countOf(page) }, (_, index) => page.text("value", index, "id"));
}

/** The titles of a page whose fields were expanded, in its order. */
export function titlesOf(page: Answer): readonly string[] {
  return Array.from({ length: countOf(page) }, (_, index) => page.text("value", index, "fields", "Title"));
}
