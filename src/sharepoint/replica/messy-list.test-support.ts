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

/**
 * One list whose delta feed is as untidy as Microsoft lets it be: an item several times and in any order, deleted ones
 * without fields, bare ids, error objects (graph.md 6). `random` (0 ≤ x < 1) decides; without it the feed is tidy.
 */
export function messyList(random?: () => number): MessyList {
  const rows = new Map<string, StoredRow>();
  const history = new Map<string, StoredRow[]>();
  const changes: string[] = [];
  const traffic: ListTraffic = { requests: 0, units: 0, bytes: 0 };
  const urls: string[] = [];
  const happenings = new Map<string, (answer: Response) => Response | Error>();
  let expiry: Expiry | undefined;

  function put(id: string, fields: Readonly<Record<string, unknown>>): void {
    const past = history.get(id) ?? [];
    const row = { revision: past.length + 1, fields };
    history.set(id, [...past, row]);
    rows.set(id, row);
    changes.push(id);
  }

  function remove(id: string): void {
    if (rows.delete(id)) changes.push(id);
  }

  const show = (id: string, { revision, fields }: StoredRow, select: readonly string[] | undefined) => {
    const kept = Object.entries(fields).filter(([name]) => select === undefined || select.includes(name));
    return { id, fields: { "@odata.etag": etagOf(revision), ...Object.fromEntries(kept) } };
  };

  function feedOf(since: number, select: readonly string[] | undefined): readonly unknown[] {
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
    return entries
      .map((entry) => ({ entry, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ entry }) => entry);
  }

  function delta(url: URL, select: readonly string[] | undefined): Response {
    const token = url.searchParams.get("token") ?? "";
    traffic.units += 1;
    if (token !== "latest" && expiry !== undefined) {
      const how = expiry;
      expiry = undefined;
      if (how === "foreign") return graphError(400, "invalidRequest", "The provided delta token is not valid.");
      return graphError(410, how, "", { Location: `${base}/delta` });
    }
    const value = token === "latest" ? [] : feedOf(Number(token), select);
    return json({ value, "@odata.deltaLink": `${base}/delta?token=${changes.length}&$select=id` });
  }

  function page(url: URL, select: readonly string[] | undefined): Response {
    traffic.units += 2;
    const after = Number(url.searchParams.get("$skiptoken") ?? "0");
    const key = /eq '([0-9a-f]+)'/.exec(url.searchParams.get("$filter") ?? "")?.[1];
    const top = Math.min(5000, Number(url.searchParams.get("$top") ?? "200"));
    const rest = [...rows].filter(
      ([id, row]) => Number(id) > after && (key === undefined || row.fields["Noegle"] === key),
    );
    const value = rest.slice(0, top).map(([id, row]) => show(id, row, select));
    if (rest.length <= top) return json({ value });
    url.searchParams.set("$skiptoken", String(value.at(-1)?.id));
    return json({ value, "@odata.nextLink": url.href });
  }

  function one(method: string, id: string, request: Request, text: string, select: readonly string[] | undefined) {
    traffic.units += method === "GET" ? 1 : 2;
    const row = rows.get(id);
    if (row === undefined) return graphError(404, "itemNotFound");
    if (method === "GET") return json(show(id, row, select));
    const match = request.headers.get("if-match");
    if (match !== etagOf(row.revision)) return graphError(412, "resourceModified");
    if (method === "DELETE") {
      remove(id);
      return new Response(null, { status: 204 });
    }
    put(id, { ...row.fields, ...(JSON.parse(text) as Record<string, unknown>) });
    const now = rows.get(id);
    return json({ "@odata.etag": etagOf(now?.revision ?? 0), ...now?.fields });
  }

  return {
    rows,
    traffic,
    urls,
    put,
    remove,
    expire: (how) => {
      expiry = how;
    },
    once: (method, happen) => void happenings.set(method, happen),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      const text = await request.text();
      urls.push(url.href);
      traffic.requests += 1;
      const select = /fields\(\$select=([^)]*)\)/.exec(url.searchParams.get("$expand") ?? "")?.[1]?.split(",");
      const id = /\/items\/(\d+)/.exec(url.pathname)?.[1];
      const before = id === undefined && url.pathname.endsWith("/delta") ? delta : page;
      const answer = id === undefined ? before(url, select) : one(request.method, id, request, text, select);
      const happen = happenings.get(request.method);
      happenings.delete(request.method);
      const end = happen === undefined ? answer : happen(answer);
      if (end instanceof Error) throw end;
      traffic.bytes += (await end.clone().arrayBuffer()).byteLength;
      return end;
    },
  };
}
