import * as z from "zod/mini";
import type { listSchema } from "./clients-answers.ts";
import { pnpClient } from "./clients-pnp.ts";
import { graphSdkClient } from "./clients-sdk.ts";

/** The columns of a row, by internal name. */
export type Row = Readonly<Record<string, unknown>>;

/** What to read of a list. */
export interface RowQuery {
  readonly fields: readonly string[];
  readonly filter?: string;
  readonly pageSize?: number;
}

/** Rows in the order they came, their item ids, and by how many pages. */
export interface RowPages {
  readonly rows: readonly Row[];
  readonly ids: readonly string[];
  readonly pages: number;
}

/** Where a list is. */
export interface ListPlace {
  readonly siteId: string;
  readonly listId: string;
}

/** What a list's feed tells. */
export interface Changes {
  readonly ids: readonly string[];
  readonly deltaLink: string;
}

/** What a manager's script does with a published client; every road rejects with the client's own error. */
export interface PublishedClient {
  /** The id of a site by its address. */
  siteId(host: string, path: string): Promise<string>;
  lists(siteId: string): Promise<readonly z.infer<typeof listSchema>[]>;
  /** All rows that match, by as many pages as the server makes of them. */
  rows(place: ListPlace, query: RowQuery): Promise<RowPages>;
  item(place: ListPlace, itemId: string): Promise<Row>;
  delta(place: ListPlace): Promise<unknown>;
  driveIds(siteId: string): Promise<readonly string[]>;
  driveFiles(driveId: string): Promise<unknown>;
  /** Makes an item and answers its id. */
  create(place: ListPlace, fields: Row): Promise<string>;
  change(place: ListPlace, itemId: string, fields: Row): Promise<unknown>;
  remove(place: ListPlace, itemId: string): Promise<unknown>;
  /** Changes an item if it still has this eTag. */
  changeIf(place: ListPlace, itemId: string, etag: string, fields: Row): Promise<unknown>;
  /** Ids told since a link, or from now on without one, and the link that goes on from there. */
  changes(place: ListPlace, deltaLink?: string): Promise<Changes>;
  /** Makes items in one batch; answers their ids. */
  createTogether(place: ListPlace, rows: readonly Row[]): Promise<readonly string[]>;
  upload(driveId: string, name: string, content: Uint8Array): Promise<unknown>;
  /** Sends a file in slices through an upload session. */
  uploadInSlices(driveId: string, name: string, content: Uint8Array): Promise<unknown>;
  addColumn(place: ListPlace, column: Row): Promise<unknown>;
  addList(siteId: string, list: Row): Promise<unknown>;
}

/** The published client packages under test: configured with an address and a token, nothing else. */
export const publishedClients = {
  "@pnp/graph": pnpClient,
  "@microsoft/microsoft-graph-client": graphSdkClient,
} as const;

/** HTTP status of the error either client rejected with; 0 when it did not reject. */
export async function statusOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 0;
  } catch (error) {
    const failed = z.object({ status: z.optional(z.number()), statusCode: z.optional(z.number()) }).parse(error);
    return failed.status ?? failed.statusCode ?? -1;
  }
}
