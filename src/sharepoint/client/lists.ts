import * as z from "zod/mini";
import { ok, type Result } from "#domain/shared/result.ts";
import { listIdSegment, queryString, segment, serverRelativePath, siteIdSegment } from "./encoding.ts";
import type { GraphFailure } from "./graph-error.ts";
import { graphLimits } from "./graph-limits.ts";
import type { ListRef } from "./list-item.ts";
import { readAll } from "./paging.ts";
import { type CallOptions, parsed, type Sender } from "./send.ts";

export interface GraphSite {
  readonly id: string;
  readonly displayName: string;
  readonly webUrl: string;
}

export interface GraphList {
  readonly id: string;
  /** Given by the server from the first title; never changes. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly webUrl: string;
}

export interface GraphColumn {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly hidden: boolean;
  /** Name of the type facet, e.g. "text"; undefined for types Graph does not know. */
  readonly facet: string | undefined;
  /** The type facet's members. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A column as Graph wants it; only what changes in a PATCH. */
export type ColumnBody = Readonly<Record<string, unknown>>;

export interface ListOperations {
  /** `/sites/fremdrift` on the tenant's host. */
  readonly siteByPath: (host: string, path: string, options?: CallOptions) => Promise<Result<GraphSite, GraphFailure>>;
  readonly lists: (siteId: string, options?: CallOptions) => Promise<Result<readonly GraphList[], GraphFailure>>;
  readonly createList: (
    siteId: string,
    body: {
      readonly displayName: string;
      readonly description: string;
      readonly columns: readonly ColumnBody[];
      readonly template: "genericList" | "documentLibrary";
    },
    options?: CallOptions,
  ) => Promise<Result<GraphList, GraphFailure>>;
  readonly updateList: (
    list: ListRef,
    body: { readonly displayName?: string; readonly description?: string },
    options?: CallOptions,
  ) => Promise<Result<void, GraphFailure>>;
  readonly columns: (list: ListRef, options?: CallOptions) => Promise<Result<readonly GraphColumn[], GraphFailure>>;
  readonly addColumn: (list: ListRef, body: ColumnBody, options?: CallOptions) => Promise<Result<void, GraphFailure>>;
  readonly updateColumn: (
    list: ListRef,
    columnId: string,
    body: ColumnBody,
    options?: CallOptions,
  ) => Promise<Result<void, GraphFailure>>;
}

const siteSchema = z.looseObject({
  id: z.string(),
  displayName: z._default(z.string(), ""),
  webUrl: z._default(z.string(), ""),
});
const listSchema = z.looseObject({
  id: z.string(),
  name: z._default(z.string(), ""),
  displayName: z._default(z.string(), ""),
  description: z._default(z.nullable(z.string()), ""),
  webUrl: z._default(z.string(), ""),
});
const columnSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  displayName: z._default(z.string(), ""),
  description: z._default(z.nullable(z.string()), ""),
  indexed: z._default(z.boolean(), false),
  enforceUniqueValues: z._default(z.boolean(), false),
  hidden: z._default(z.boolean(), false),
});

const FACETS = [
  "text",
  "choice",
  "number",
  "boolean",
  "dateTime",
  "personOrGroup",
  "lookup",
  "currency",
  "calculated",
  "hyperlinkOrPicture",
];
// Hidden columns come only where `hidden` is asked for (graph.md 4.1).
const COLUMN_SELECT = [
  "id",
  "name",
  "displayName",
  "description",
  "indexed",
  "enforceUniqueValues",
  "hidden",
  ...FACETS,
];
const LIST_SELECT = "id,name,displayName,description,webUrl";

export function listOperations(sender: Sender): ListOperations {
  const sitePath = (siteId: string) => `/sites/${siteIdSegment(siteId)}`;
  const listPath = (list: ListRef) => `${sitePath(list.siteId)}/lists/${listIdSegment(list.listId)}`;
  return {
    siteByPath: async (host, path, options) => {
      const query = queryString({ $select: "id,displayName,webUrl" });
      const address = `/sites/${encodeURIComponent(host)}:${serverRelativePath(path)}${query}`;
      return parsed(await sender.send({ method: "GET", path: address, units: 1, options }), siteSchema);
    },

    lists: async (siteId, options) => {
      const path = `${sitePath(siteId)}/lists${queryString({ $select: LIST_SELECT, $top: graphLimits.listsPerPage })}`;
      const all = await readAll(sender, { path, units: 2, options });
      if (!all.ok) return all;
      return ok(all.value.flatMap((entry) => optional(listSchema, entry)).map(toList));
    },

    createList: async (siteId, body, options) => {
      const { template, ...rest } = body;
      const answer = await sender.send({
        method: "POST",
        path: `${sitePath(siteId)}/lists`,
        units: 2,
        body: { ...rest, list: { template } },
        options,
      });
      const list = parsed(answer, listSchema);
      return list.ok ? ok(toList(list.value)) : list;
    },

    updateList: async (list, body, options) =>
      done(await sender.send({ method: "PATCH", path: listPath(list), units: 2, body, repeatable: true, options })),

    columns: async (list, options) => {
      const path = `${listPath(list)}/columns${queryString({ $select: COLUMN_SELECT.join(",") })}`;
      const all = await readAll(sender, { path, units: 2, options });
      return all.ok ? ok(all.value.flatMap((entry) => optional(columnSchema, entry)).map(toColumn)) : all;
    },

    addColumn: async (list, body, options) =>
      done(await sender.send({ method: "POST", path: `${listPath(list)}/columns`, units: 2, body, options })),

    updateColumn: async (list, columnId, body, options) => {
      const path = `${listPath(list)}/columns/${segment(columnId)}`;
      return done(await sender.send({ method: "PATCH", path, units: 2, body, repeatable: true, options }));
    },
  };
}

function done(answer: Result<unknown, GraphFailure>): Result<void, GraphFailure> {
  return answer.ok ? ok(undefined) : answer;
}

function optional<T>(schema: z.ZodMiniType<T>, entry: unknown): readonly T[] {
  const read = z.safeParse(schema, entry);
  return read.success ? [read.data] : [];
}

function toList(list: z.infer<typeof listSchema>): GraphList {
  const { id, name, displayName, description, webUrl } = list;
  return { id, name, displayName, description: description ?? "", webUrl };
}

function toColumn(column: z.infer<typeof columnSchema>): GraphColumn {
  const facet = FACETS.find((name) => column[name] !== undefined && column[name] !== null);
  const settings = z.safeParse(z.looseObject({}), facet === undefined ? {} : column[facet]);
  const { id, name, displayName, description, indexed, enforceUniqueValues, hidden } = column;
  return {
    id,
    name,
    displayName,
    description: description ?? "",
    indexed,
    enforceUniqueValues,
    hidden,
    facet,
    settings: settings.success ? settings.data : {},
  };
}
