import * as z from "zod/mini";
import { keyOf } from "#domain/shared/keys.ts";
import type { ListRef } from "#sharepoint/client/list-item.ts";
import type { BenchGraph } from "./bench-graph.ts";

const created = z.looseObject({ id: z.string() });

/** Columns a screen reads, key included; the list has 24 of its own besides SharePoint's. */
export const READ_COLUMNS = ["Title", "Noegle", "Felt1", "Felt2", "Felt3", "Felt4", "Felt5", "Felt6"] as const;
const OTHER_COLUMNS = Array.from({ length: 16 }, (_, index) => `Tekst${index + 1}`);

/** Words enough that gzip finds no more in them than in a municipality's texts. */
const SYLLABLES =
  "børn skole dialog plan kanal vej lys sund ældre pleje data flow sag ind ud hjem tid rum møde svar".split(" ");

/** An empty list on the measuring site. */
export async function makeList(graph: BenchGraph, title: string, wide: boolean): Promise<ListRef> {
  const site = created.parse(await graph.direct("GET", "/sites/kommune.sharepoint.example:/sites/maaling"));
  const text = (name: string) => ({ name, text: {} });
  const key = { name: "Noegle", text: {}, indexed: true, enforceUniqueValues: true };
  const columns = wide ? [...READ_COLUMNS.slice(2), ...OTHER_COLUMNS].map(text) : [];
  const list = await graph.direct("POST", `/sites/${site.id}/lists`, {
    displayName: title,
    columns: [key, ...columns],
    list: { template: "genericList" },
  });
  return { siteId: site.id, listId: created.parse(list).id };
}

/** Fills a wide list; the same number gives the same row. */
export async function fillList(graph: BenchGraph, { siteId, listId }: ListRef, rows: number): Promise<void> {
  const url = `/sites/${siteId}/lists/${listId}/items`;
  const headers = { "Content-Type": "application/json" };
  for (let from = 1; from <= rows; from += 20) {
    const requests = Array.from({ length: Math.min(20, rows - from + 1) }, (_, index) => ({
      id: String(from + index),
      method: "POST",
      url,
      headers,
      body: { fields: wideFields(from + index) },
    }));
    await graph.direct("POST", "/$batch", { requests });
  }
}

function wideFields(row: number): Readonly<Record<string, string>> {
  const words = createWords(row);
  const short = READ_COLUMNS.slice(2).map((name) => [name, words(2)] as const);
  const long = OTHER_COLUMNS.map((name) => [name, words(14)] as const);
  return {
    Title: `Ansøgning ${row} ${words(3)}`,
    Noegle: keyOf(`row ${row}`),
    ...Object.fromEntries([...short, ...long]),
  };
}

function createWords(seed: number): (count: number) => string {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `${SYLLABLES[(state >>> 16) % SYLLABLES.length] ?? ""}${((state >>> 8) % 997).toString(36)}`;
  };
  return (count) => Array.from({ length: count }, next).join(" ");
}
