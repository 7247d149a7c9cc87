import { isKey, type Key } from "#domain/shared/keys.ts";
import { ok } from "#domain/shared/result.ts";
import { createGraphClient, type GraphClient } from "../client/graph-client.ts";
import { parallelTime } from "../client/parallel-time.test-support.ts";
import { textColumn, titleColumn } from "../lists/column.ts";
import { defineList, KEY_COLUMN } from "../lists/define-list.ts";
import type { ListDirectory } from "../lists/list-directory.ts";

/** A record of the sample list. */
export interface Sample {
  readonly key: Key;
  readonly title: string;
  readonly note: string;
}

const columns = {
  Title: titleColumn({ title: "Navn", description: "Navnet" }),
  Emne: textColumn({ title: "Emne", description: "Emnet" }),
};

/** A list with a title, a subject and our key. */
export const sampleList = defineList<typeof columns, Sample>({
  name: "Proever",
  title: "Prøver",
  description: "",
  site: "records",
  schemaVersion: 1,
  columns,
  codec: {
    toFields: ({ title, note }) => ({ Title: title, Emne: note }),
    fromFields: ({ Title, Emne }, key) => ok({ key, title: Title ?? "", note: Emne ?? "" }),
  },
  views: [],
});

/** The list is where the messy list is. */
export const sampleDirectory: ListDirectory = {
  locate: async () => ok({ siteId: "h,a,b", listId: "l", webUrl: "" }),
  forget: () => undefined,
};

/** The key of the row with an id; no hash, as there are 30,000 of them. */
export function sampleKey(id: string): Key {
  const key = id.padStart(32, "0");
  if (isKey(key)) return key;
  throw new Error(`No id: ${id}`);
}

/** The fields of the row with an id. */
export function sampleFields(id: string, title: string): Readonly<Record<string, unknown>> {
  return { Title: title, Emne: `om ${id}`, [KEY_COLUMN]: sampleKey(id), Fremmed: "x".repeat(20) };
}

/** A client whose backoff takes no time. */
export function sampleClient(send: typeof fetch): GraphClient {
  const time = parallelTime(1);
  return createGraphClient({
    graphOrigin: "http://graph.test",
    token: async () => "T",
    fetch: send,
    log: () => undefined,
    ...time,
    unitsPerMinute: Number.POSITIVE_INFINITY,
    sleep: () => Promise.resolve(),
  });
}
