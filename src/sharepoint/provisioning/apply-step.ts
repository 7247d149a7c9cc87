import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import { listIdSegment, segment, siteIdSegment } from "../client/encoding.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import type { ListRef } from "../client/list-item.ts";
import type { WantedList } from "../lists/define-list.ts";
import type { SiteAddresses } from "../lists/list-directory.ts";
import { type ListMarker, MARKER_COLUMN, markerColumn, markerText } from "../lists/list-marker.ts";
import { backfill } from "./backfill.ts";
import type { SiteName } from "./difference.ts";
import type { Step } from "./plan.ts";
import type { SiteScriptRunner } from "./run-site-script.ts";

export interface StepParts {
  readonly client: GraphClient;
  readonly sites: SiteAddresses;
  readonly siteIds: Readonly<Record<SiteName, string>>;
  readonly lists: readonly WantedList[];
  readonly runSiteScript: SiteScriptRunner;
  /** Where lists are, by `site/name`; grows as they are made. */
  readonly places: Map<string, ListRef>;
}

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** Carries out one step. Each may have been carried out before: an unclear end is looked at before it is repeated. */
export async function applyStep(parts: StepParts, step: Step): Promise<Result<unknown, StoreFailure>> {
  const { client } = parts;
  if (step.kind === "show-lists") return parts.runSiteScript(parts.sites[step.site], step.script);
  const wanted = parts.lists.find((list) => list.site === step.site && list.name === step.list);
  if (!wanted) return refuse(ownFailure("not-found", `No definition of ${step.list}`));
  if (step.kind === "create-list") return createList(parts, wanted, step);
  const place = parts.places.get(`${step.site}/${step.list}`);
  if (!place) return refuse(ownFailure("not-found", `No list ${step.list} on the site`));
  switch (step.kind) {
    case "add-column":
      return addColumn(client, place, step.column, step.body);
    case "replace-column":
      return replaceColumn(client, place, step);
    case "update-column":
      return updateColumn(client, place, step);
    case "name-list":
      return client.updateList(place, step.body);
    case "backfill":
      return backfill(client, place, wanted);
    case "mark-list":
      return markList(client, place, step.marker);
  }
}

async function createList(
  { client, siteIds, places }: StepParts,
  wanted: WantedList,
  step: StepOf<"create-list">,
): Promise<Result<void, StoreFailure>> {
  const siteId = siteIds[step.site];
  const made = await client.createList(siteId, {
    displayName: wanted.name,
    description: wanted.description,
    columns: step.columns,
    template: wanted.template ?? "genericList",
  });
  const id = made.ok ? made.value.id : made.refusal.ambiguous ? await idOf(client, siteId, wanted.name) : undefined;
  if (id === undefined) return made.ok ? ok(undefined) : made;
  places.set(`${step.site}/${step.list}`, { siteId, listId: id });
  return ok(undefined);
}

/** No clear answer: look before making it again. */
async function idOf(client: GraphClient, siteId: string, name: string): Promise<string | undefined> {
  const lists = await client.lists(siteId);
  return lists.ok ? lists.value.find((list) => list.name === name)?.id : undefined;
}

async function addColumn(
  client: GraphClient,
  place: ListRef,
  name: string,
  body: StepOf<"add-column">["body"],
): Promise<Result<void, StoreFailure>> {
  const added = await client.addColumn(place, body);
  if (added.ok || !added.refusal.ambiguous) return added;
  const columns = await client.columns(place);
  return columns.ok && columns.value.some((column) => column.name === name) ? ok(undefined) : added;
}

/** Deleted and made anew; stopped in between it is a missing column for the next run. */
async function replaceColumn(
  client: GraphClient,
  place: ListRef,
  step: StepOf<"replace-column">,
): Promise<Result<void, StoreFailure>> {
  const list = `/sites/${siteIdSegment(place.siteId)}/lists/${listIdSegment(place.listId)}`;
  const path = `${list}/columns/${segment(step.columnId)}`;
  const [deleted] = await client.batch([{ method: "DELETE", path, units: 2 }]);
  if (deleted && !deleted.ok && deleted.refusal.kind !== "not-found") return deleted;
  return addColumn(client, place, step.column, step.body);
}

async function updateColumn(
  client: GraphClient,
  place: ListRef,
  step: StepOf<"update-column">,
): Promise<Result<void, StoreFailure>> {
  if (step.columnId !== undefined) return client.updateColumn(place, step.columnId, step.body);
  const id = await columnId(client, place, step.column);
  if (!id.ok) return id;
  if (id.value === undefined) return refuse(ownFailure("not-found", `No column ${step.column}`));
  return client.updateColumn(place, id.value, step.body);
}

async function markList(client: GraphClient, place: ListRef, marker: ListMarker): Promise<Result<void, StoreFailure>> {
  const id = await columnId(client, place, MARKER_COLUMN);
  if (!id.ok) return id;
  if (id.value === undefined) return addColumn(client, place, MARKER_COLUMN, markerColumn(marker));
  return client.updateColumn(place, id.value, { description: markerText(marker) });
}

async function columnId(
  client: GraphClient,
  place: ListRef,
  name: string,
): Promise<Result<string | undefined, StoreFailure>> {
  const columns = await client.columns(place);
  return columns.ok ? ok(columns.value.find((column) => column.name === name)?.id) : columns;
}
