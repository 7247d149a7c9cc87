import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import { listIdSegment, siteIdSegment } from "../client/encoding.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import type { ListRef } from "../client/list-item.ts";
import type { GraphList } from "../client/lists.ts";
import type { CallOptions } from "../client/send.ts";
import type { Lane } from "../client/unit-scheduler.ts";
import type { WantedList } from "../lists/define-list.ts";
import type { SiteAddresses } from "../lists/list-directory.ts";
import type { SiteName } from "./difference.ts";
import type { ActualList, ActualSite, ActualSites } from "./plan.ts";
import type { AppearanceReader } from "./read-appearance.ts";

export interface ReadSitesOptions {
  readonly client: GraphClient;
  readonly sites: SiteAddresses;
  readonly lists: readonly WantedList[];
  /** Without it views and formats are taken to be as the list's marker says. */
  readonly readAppearance?: AppearanceReader | undefined;
  /** Whose units are spent; default a person's. */
  readonly lane?: Lane;
}

export interface SitesNow {
  readonly ids: Readonly<Record<SiteName, string>>;
  readonly actual: ActualSites;
}

/** Reads what provisioning compares: lists, columns, views and formats of both sites. Changes nothing. */
export async function readSites(options: ReadSitesOptions): Promise<Result<SitesNow, StoreFailure>> {
  const records = await readSite(options, "records");
  if (!records.ok) return records;
  const open = await readSite(options, "open");
  if (!open.ok) return open;
  return ok({
    ids: { records: records.value.id, open: open.value.id },
    actual: { records: records.value.site, open: open.value.site },
  });
}

async function readSite(
  options: ReadSitesOptions,
  name: SiteName,
): Promise<Result<{ readonly id: string; readonly site: ActualSite }, StoreFailure>> {
  const { client, sites } = options;
  const call = callOptions(options);
  const found = await client.siteByPath(sites.host, sites[name], call);
  if (!found.ok) return found;
  const { id } = found.value;
  const all = await client.lists(id, call);
  if (!all.ok) return all;
  const wanted = options.lists.filter((list) => list.site === name);
  const isOurs = (list: GraphList) => wanted.some((other) => other.name === list.name);
  const lists: ActualList[] = [];
  for (const list of all.value.filter(isOurs)) {
    const definition = wanted.find((other) => other.name === list.name);
    const read = await readList(options, { siteId: id, listId: list.id }, list, definition);
    if (!read.ok) return read;
    lists.push(read.value);
  }
  const otherTitles = new Set(all.value.filter((list) => !isOurs(list)).map(({ displayName }) => displayName));
  return ok({ id, site: { lists, otherTitles } });
}

async function readList(
  options: ReadSitesOptions,
  ref: ListRef,
  list: GraphList,
  wanted: WantedList | undefined,
): Promise<Result<ActualList, StoreFailure>> {
  const { client, sites, readAppearance } = options;
  const columns = await client.columns(ref, callOptions(options));
  if (!columns.ok) return columns;
  const required = await requiredColumns(options, ref);
  if (!required.ok) return required;
  const isShown = wanted !== undefined && (wanted.views.length > 0 || Object.keys(wanted.formatting).length > 0);
  if (!isShown || !readAppearance) {
    return ok({ ...list, columns: columns.value, required: required.value, shown: undefined });
  }
  const shown = await readAppearance(sites[wanted.site], list.id);
  if (!shown.ok) return shown;
  return ok({ ...list, columns: columns.value, required: required.value, shown: shown.value });
}

const requiredSchema = z.looseObject({
  value: z.array(z.looseObject({ name: z.string(), required: z.optional(z.boolean()) })),
});

function callOptions({ lane }: ReadSitesOptions): CallOptions {
  return lane === undefined ? {} : { lane };
}

async function requiredColumns(
  options: ReadSitesOptions,
  ref: ListRef,
): Promise<Result<ReadonlySet<string>, StoreFailure>> {
  const list = `/sites/${siteIdSegment(ref.siteId)}/lists/${listIdSegment(ref.listId)}`;
  const part = { method: "GET", path: `${list}/columns?$select=name,required`, units: 2 } as const;
  const [answer] = await options.client.batch([part], callOptions(options));
  if (!answer) return refuse(ownFailure("unavailable", "The batch gave no answer"));
  if (!answer.ok) return answer;
  const read = z.safeParse(requiredSchema, answer.value.body);
  if (!read.success) return refuse(ownFailure("unavailable", "Columns of another shape"));
  return ok(new Set(read.data.value.filter(({ required }) => required === true).map(({ name }) => name)));
}
