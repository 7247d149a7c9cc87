import { graphError, json } from "#test/contract/scripted-fetch.ts";

interface StoredRow {
  readonly revision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the list was asked, for counts. */
export interface ListTraffic {
  requests: number;
  /** Resource units as SharePoint charges them (performance.md 1). */
  units: number;
  bytes: number;
}

export interface MessyList {
  readonly fetch: typeof fetch;
  readonly rows: ReadonlyMap<string, StoredRow>;
  readonly traffic: ListTraffic;
  readonly urls: readonly string[];
  readonly put: (id: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly remove: (id: string) => void;
  /** The next delta calls find their token too old, in this spelling; "foreign": it is another list's. */
  readonly expire: (how: Expiry) => void;
  /** Happens once the next time something of the kind is asked; may change the list, or lose the answer. */
  readonly once: (method: string, happen: (answer: Response) => Response | Error) => void;
}

export type Expiry = "resyncRequired" | "resyncChangesApplyDifferences" | "resyncChangesUploadDifferences" | "foreign";

const origin = "http://graph.test";
const base = `${origin}/v1.0/sites/h,a,b/lists/l/items`;
const etagOf = (revision: number) => `"0c000000-0000-4000-8000-000000000001,${revision}"`;

/** The list's own truth: rows, their former versions, and which id changed when. */
interface Stored {
  readonly rows: Map<string, StoredRow>;
  readonly history: Map<string, readonly StoredRow[]>;
  readonly changes: string[];
  readonly traffic: ListTraffic;
  readonly random: (() => number) | undefined;
  expiry: Expiry | undefined;
}

type Select = readonly string[] | undefined;

/**
 * One list whose delta feed is as untidy as Microsoft lets it be: an item several times and in any order, deleted ones
 * without fields, bare ids, error objects (graph.md 6). `random` (0 ≤ x < 1) decides; without it the feed is tidy.
 */
export function messyList(random?: () => number): MessyList {
  const traffic: ListTraffic = { requests: 0, units: 0, bytes: 0 };
  const stored: Stored = { rows: new Map(), history: new Map(), changes: [], traffic, random, expiry: undefined };
  const urls: string[] = [];
  const happenings = new Map<string, (answer: Response) => Response | Error>();
  return {
    rows: stored.rows,
    traffic,
    urls,
    put: (id, fields) => put(stored, id, fields),
    remove: (id) => remove(stored, id),
    expire: (how) => {
      stored.expiry = how;
    },
    once: (method, happen) => void happenings.set(method, happen),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      urls.push(request.url);
      traffic.requests += 1;
      const answer = answerTo(stored, request, await request.text());
      const happen = happenings.get(request.method);
      happenings.delete(request.method);
      const end = happen === undefined ? answer : happen(answer);
      if (end instanceof Error) throw end;
      traffic.bytes += (await end.clone().arrayBuffer()).byteLength;
      return end;
    },
  };
}

function answerTo(stored: Stored, request: Request, text: string): Response {
  const url = new URL(request.url);
  const select = /fields\(\$select=([^)]*)\)/.exec(url.searchParams.get("$expand") ?? "")?.[1]?.split(",");
  const id = /\/items\/(\d+)/.exec(url.pathname)?.[1];
  if (id !== undefined) return answerOne(stored, id, request, text, select);
  return url.pathname.endsWith("/delta") ? answerDelta(stored, url, select) : answerPage(stored, url, select);
}

function put({ rows, history, changes }: Stored, id: string, fields: StoredRow["fields"]): void {
  const past = history.get(id) ?? [];
  const row = { revision: past.length + 1, fields };
  history.set(id, [...past, row]);
  rows.set(id, row);
  changes.push(id);
}

function remove({ rows, changes }: Stored, id: string): void {
  if (rows.delete(id)) changes.push(id);
}

function show(id: string, { revision, fields }: StoredRow, select: Select) {
  const kept = Object.entries(fields).filter(([name]) => select === undefined || select.includes(name));
  return { id, fields: { "@odata.etag": etagOf(revision), ...Object.fromEntries(kept) } };
}

function feedSince({ rows, history, changes, random }: Stored, since: number, select: Select): readonly unknown[] {
  const entries = [...new Set(changes.slice(since))].flatMap((id): unknown[] => {
    const row = rows.get(id);
    const present = row === undefined ? { id, deleted: { state: "deleted" } } : show(id, row, select);
    if (random === undefined) return [present];
    const older = (history.get(id) ?? []).filter(() => random() < 0.3).map((past) => show(id, past, select));
    const bare = random() < 0.2 ? [{ id }] : [];
    const broken = random() < 0.2 ? [{ error: { code: "x", message: "Cannot write a deleted resource" } }] : [];
    return [present, ...older, ...bare, ...broken];
  });
  if (random === undefined) return entries;
  const shuffled = entries.map((entry) => ({ entry, at: random() })).toSorted((a, b) => a.at - b.at);
  return shuffled.map(({ entry }) => entry);
}

function answerDelta(stored: Stored, url: URL, select: Select): Response {
  const token = url.searchParams.get("token") ?? "";
  const { expiry, changes, traffic } = stored;
  traffic.units += 1;
  if (token !== "latest" && expiry !== undefined) {
    stored.expiry = undefined;
    if (expiry === "foreign") return graphError(400, "invalidRequest", "The provided delta token is not valid.");
    return graphError(410, expiry, "", { Location: `${base}/delta` });
  }
  const value = token === "latest" ? [] : feedSince(stored, Number(token), select);
  return json({ value, "@odata.deltaLink": `${base}/delta?token=${changes.length}&$select=id` });
}

function answerPage({ rows, traffic }: Stored, url: URL, select: Select): Response {
  traffic.units += 2;
  const after = Number(url.searchParams.get("$skiptoken") ?? "0");
  const key = /eq '([0-9a-f]+)'/.exec(url.searchParams.get("$filter") ?? "")?.[1];
  const top = Math.min(5000, Number(url.searchParams.get("$top") ?? "200"));
  const rest = [...rows].filter(
    ([id, { fields }]) => Number(id) > after && (key ?? fields["Noegle"]) === fields["Noegle"],
  );
  const value = rest.slice(0, top).map(([id, row]) => show(id, row, select));
  if (rest.length <= top) return json({ value });
  url.searchParams.set("$skiptoken", String(value.at(-1)?.id));
  return json({ value, "@odata.nextLink": url.href });
}

function answerOne(stored: Stored, id: string, request: Request, text: string, select: Select): Response {
  const row = stored.rows.get(id);
  stored.traffic.units += request.method === "GET" ? 1 : 2;
  if (row === undefined) return graphError(404, "itemNotFound");
  if (request.method === "GET") return json(show(id, row, select));
  if (request.headers.get("if-match") !== etagOf(row.revision)) return graphError(412, "resourceModified");
  if (request.method === "DELETE") {
    remove(stored, id);
    return new Response(null, { status: 204 });
  }
  const fields = { ...row.fields, ...(JSON.parse(text) as StoredRow["fields"]) };
  put(stored, id, fields);
  return json({ "@odata.etag": etagOf(row.revision + 1), ...fields });
}
