import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { configure, render } from "@testing-library/react";
import type * as z from "zod/mini";
import { type GraphReader, ReadFailure, type ReadRefusal, type WriteAnswer } from "./graph-reader.ts";
import { ListPage } from "./list-page.tsx";
import type { PageConfig } from "./page-config.ts";
import { createPage, PageContext, withLook } from "./page-context.ts";

interface StoredItem {
  readonly version: number;
  readonly by: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

// A busy machine draws late; a test that waits for what does not come still fails.
configure({ asyncUtilTimeout: 5000 });
const pageSize = 500;

/** A list of needs on a site, as Graph and SharePoint's REST tell of it; tests write into it as somebody else. */
export class StandInList {
  readonly items = new Map<string, StoredItem>();
  readonly sent: { readonly method: string; readonly path: string; readonly body: unknown }[] = [];
  readonly changed = new Set<string>();
  /** Permission bits: look, add, change, remove. */
  rights = 15;
  /** What ItemCount says; undefined: as many as there are. */
  itemCount: number | undefined;
  /** Versions of any item, newest first. */
  readonly versions: object[] = [];
  /** What comes after the first 500 rows waits for this. */
  nextPage: () => Promise<void> = () => Promise.resolve();
  /** Every read ends so. */
  refusal: ReadRefusal | undefined;
  /** The next writes end so. */
  readonly answers: number[] = [];
  /** What the view is besides a grid. */
  view: Readonly<Record<string, unknown>> = {};
  query = '<OrderBy><FieldRef Name="Title"/></OrderBy>';

  put(id: string, fields: Readonly<Record<string, unknown>>, by = "Anna Ager"): void {
    const before = this.items.get(id);
    this.items.set(id, { version: (before?.version ?? 0) + 1, by, fields: { ...before?.fields, ...fields } });
    this.changed.add(id);
  }

  remove(id: string): void {
    this.items.delete(id);
    this.changed.add(id);
  }

  readonly reader: GraphReader = {
    get: async (schema, path) => this.#parse(schema, this.#read(path)),
    pages: async (schema, path, more) => {
      const rows = path.includes("/versions") ? this.versions : path.includes("/items") ? this.#all() : [listJson];
      for (let at = 0; at === 0 || at < rows.length; at += pageSize) {
        if (at > 0) await this.nextPage();
        if (this.refusal !== undefined) throw new ReadFailure(this.refusal, path);
        if (!more(rows.slice(at, at + pageSize).map((row) => schema.parse(row)))) return;
      }
    },
    rest: async (schema, path) => this.#parse(schema, this.#rest(path)),
    write: async (method, path, body, ifMatch) => {
      this.sent.push({ method, path, body });
      return this.#write(method, path, body, ifMatch);
    },
  };

  #parse<T extends z.ZodMiniType>(schema: T, json: unknown): z.infer<T> {
    if (this.refusal !== undefined) throw new ReadFailure(this.refusal, "");
    return schema.parse(json);
  }

  #all(): readonly object[] {
    return [...this.items.keys()].map((id) => this.#item(id));
  }

  #item(id: string): object {
    const item = this.items.get(id);
    if (item === undefined) throw new ReadFailure("not-found", id);
    return {
      id,
      webUrl: `https://x/${id}`,
      eTag: `"g,${item.version}"`,
      createdDateTime: "2026-03-01T08:00:00Z",
      lastModifiedDateTime: "2026-03-02T09:00:00Z",
      lastModifiedBy: { user: { displayName: item.by } },
      fields: item.fields,
    };
  }

  #read(path: string): unknown {
    if (path.startsWith("/sites/host:")) return { id: "site" };
    if (path.includes("/columns")) return { value: columnsJson };
    if (path.includes("/delta")) {
      const value = [...this.changed].map((id) => ({
        id,
        ...(this.items.has(id) ? {} : { deleted: { state: "deleted" } }),
      }));
      if (!path.includes("token=latest") || value.length > 0) this.changed.clear();
      return { value: path.includes("token=latest") ? [] : value, "@odata.deltaLink": "http://g/v1.0/delta?n" };
    }
    return this.#item(/items\/(\d+)/u.exec(path)?.[1] ?? "");
  }

  #rest(path: string): unknown {
    if (path.endsWith("effectiveBasePermissions")) return { High: "0", Low: String(this.rights) };
    if (path.endsWith("/fields")) return { value: [] };
    if (path.endsWith("/lists")) return { value: [{ Id: "list", ItemCount: this.itemCount ?? this.items.size }] };
    return { value: [{ ...viewJson, ViewQuery: this.query, ...this.view }] };
  }

  #write(method: string, path: string, body: unknown, ifMatch: string | undefined): WriteAnswer {
    const status = this.answers.shift();
    if (status !== undefined) return { status, body: undefined };
    const id = /items\/(\d+)/u.exec(path)?.[1] ?? String(this.items.size + 1);
    const version = this.items.get(id)?.version;
    if (method === "PATCH" && ifMatch !== `"g,${version}"`) return { status: 412, body: undefined };
    const fields = fieldsIn(body);
    this.put(id, fields, "Karin Thorup");
    return { status: method === "POST" ? 201 : 200, body: { id } };
  }
}

function fieldsIn(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== "object" || body === null) return {};
  return "fields" in body && typeof body.fields === "object" ? { ...body.fields } : { ...body };
}

const listJson = { id: "list", displayName: "Behov", webUrl: "https://host/sites/x/Lists/Behov", list: {} };
const columnsJson = [
  { name: "Title", displayName: "Titel", text: {}, indexed: true, required: true },
  { name: "Status", displayName: "Status", choice: { choices: ["Ny", "Lukket"] } },
  { name: "BeloebKr", displayName: "Beløb", number: { decimalPlaces: "two" } },
  { name: "Frist", displayName: "Frist", dateTime: { format: "dateOnly" } },
  { name: "Laas", displayName: "Lås", text: {}, readOnly: true },
];
const viewJson = {
  Id: "v",
  Title: "Alle",
  ViewFields: ["LinkTitle", "Status", "BeloebKr", "Laas"],
  DefaultView: true,
  CustomFormatter: null,
};

const config: PageConfig = {
  origin: "https://host",
  graphOrigin: "https://graph",
  tokenAddress: "https://login",
  hostOrigin: "https://teams",
  siteHost: "host",
  scriptClientId: "c",
  timeZone: "Europe/Copenhagen",
  tenantName: "Prøve Kommune",
  now: "2026-03-02T09:00:00Z",
  persona: { id: "1", userPrincipalName: "karin@x", displayName: "Karin Thorup", jobTitle: "Centerchef" },
  personas: [],
  sites: [],
  site: { path: "/sites/x", name: "Åben", owners: ["Ejnar Ejer, Konsulent"], applications: [] },
};

/** The page of the list as Karin sees it, in Danish until the host speaks another language. */
export function openList(list: StandInList): { readonly speak: (language: string) => void } {
  const page = { ...createPage(config, new URLSearchParams()), reader: list.reader };
  const inLanguage = (language: string | null): React.JSX.Element => (
    <FluentProvider theme={webLightTheme}>
      <PageContext value={withLook(page, { theme: page.theme, language })}>
        <ListPage listPath="/sites/x/Lists/Behov" fileName={undefined} />
      </PageContext>
    </FluentProvider>
  );
  const { rerender } = render(inLanguage(null));
  return { speak: (language) => rerender(inLanguage(language)) };
}
