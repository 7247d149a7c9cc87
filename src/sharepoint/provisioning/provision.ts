import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import type { ListRef } from "../client/list-item.ts";
import type { GraphColumn, GraphList } from "../client/lists.ts";
import type { WantedList } from "../lists/define-list.ts";
import type { SiteAddresses } from "../lists/list-directory.ts";
import { withMarker } from "./list-marker.ts";
import { type ActualSites, type ProvisioningPlan, plan, type SiteName, type Step } from "./plan.ts";
import type { SiteScriptRunner } from "./run-site-script.ts";
import { appearanceHash } from "./site-script.ts";

export interface ProvisioningOptions {
  /** Signed in as an administrator who owns both sites (delegated token), never as the service. */
  readonly client: GraphClient;
  readonly sites: SiteAddresses;
  readonly lists: readonly WantedList[];
  readonly runSiteScript: SiteScriptRunner;
  /** Told before each step. */
  readonly progress: (step: Step) => void;
}

export interface Provisioning {
  /** What would be done. */
  readonly plan: () => Promise<Result<ProvisioningPlan, StoreFailure>>;
  /** Does it, one step after the other, and answers how many steps were done. A second run does none. */
  readonly apply: () => Promise<
    Result<{ readonly done: number; readonly problems: ProvisioningPlan["problems"] }, StoreFailure>
  >;
  /** True when nothing is missing. */
  readonly verify: () => Promise<Result<{ readonly complete: boolean; readonly plan: ProvisioningPlan }, StoreFailure>>;
}

interface Sites {
  readonly ids: Readonly<Record<SiteName, string>>;
  readonly actual: ActualSites;
}

/** Creates, verifies and repairs the lists of both sites. Whatever stopped it, a new run goes on from there. */
export function createProvisioning(options: ProvisioningOptions): Provisioning {
  const planned = async () => {
    const sites = await readSites(options);
    return sites.ok ? ok({ sites: sites.value, plan: plan(options.lists, sites.value.actual) }) : sites;
  };
  return {
    plan: async () => {
      const now = await planned();
      return now.ok ? ok(now.value.plan) : now;
    },
    apply: async () => {
      const now = await planned();
      if (!now.ok) return now;
      const { steps, problems } = now.value.plan;
      const applied = await applySteps(options, now.value.sites, steps);
      return applied.ok ? ok({ done: steps.length, problems }) : applied;
    },
    verify: async () => {
      const now = await planned();
      if (!now.ok) return now;
      const { steps, problems } = now.value.plan;
      return ok({ complete: steps.length === 0 && problems.length === 0, plan: now.value.plan });
    },
  };
}

async function readSites(options: ProvisioningOptions): Promise<Result<Sites, StoreFailure>> {
  const { client, sites, lists } = options;
  const columns = new Map<string, readonly GraphColumn[]>();
  const read = async (site: SiteName): Promise<Result<{ id: string; lists: readonly GraphList[] }, StoreFailure>> => {
    const found = await client.siteByPath(sites.host, sites[site]);
    if (!found.ok) return found;
    const present = await client.lists(found.value.id);
    if (!present.ok) return present;
    for (const list of present.value) {
      if (!lists.some((wanted) => wanted.site === site && wanted.name === list.name)) continue;
      const own = await client.columns({ siteId: found.value.id, listId: list.id });
      if (!own.ok) return own;
      columns.set(list.id, own.value);
    }
    return ok({ id: found.value.id, lists: present.value });
  };
  const records = await read("records");
  if (!records.ok) return records;
  const open = await read("open");
  if (!open.ok) return open;
  return ok({
    ids: { records: records.value.id, open: open.value.id },
    actual: { lists: { records: records.value.lists, open: open.value.lists }, columns },
  });
}

/** Serial: columns made side by side fail at random (graph.md 4.2). */
async function applySteps(
  options: ProvisioningOptions,
  sites: Sites,
  steps: readonly Step[],
): Promise<Result<void, StoreFailure>> {
  const places = new Map<string, ListRef>();
  for (const site of ["records", "open"] as const) {
    for (const list of sites.actual.lists[site])
      places.set(`${site}/${list.name}`, { siteId: sites.ids[site], listId: list.id });
  }
  for (const step of steps) {
    options.progress(step);
    const done = await applyStep(options, sites, places, step);
    if (!done.ok) return done;
  }
  return ok(undefined);
}

async function applyStep(
  options: ProvisioningOptions,
  sites: Sites,
  places: Map<string, ListRef>,
  step: Step,
): Promise<Result<unknown, StoreFailure>> {
  const { client } = options;
  if (step.kind === "show-lists") return options.runSiteScript(options.sites[step.site], step.script);
  const wanted = options.lists.find((list) => list.site === step.site && list.name === step.list);
  if (!wanted) return refuse(ownFailure("not-found", `No definition of ${step.list}`));
  if (step.kind === "create-list") {
    const made = await createList(client, sites.ids[step.site], wanted, step);
    if (made.ok) places.set(`${step.site}/${step.list}`, { siteId: sites.ids[step.site], listId: made.value });
    return made;
  }
  const place = places.get(`${step.site}/${step.list}`);
  if (!place) return refuse(ownFailure("not-found", `No list ${step.list} on the site`));
  switch (step.kind) {
    case "add-column":
      return addColumn(client, place, step);
    case "update-column":
      return updateColumn(client, place, step);
    case "name-list":
      return client.updateList(place, { displayName: step.displayName });
    case "mark-list": {
      const marker = { schemaVersion: wanted.schemaVersion, appearance: appearanceHash(wanted) };
      return client.updateList(place, { description: withMarker(wanted.description, marker) });
    }
  }
}

async function createList(
  client: GraphClient,
  siteId: string,
  wanted: WantedList,
  step: Extract<Step, { kind: "create-list" }>,
): Promise<Result<string, StoreFailure>> {
  const made = await client.createList(siteId, {
    displayName: wanted.name,
    description: withMarker(wanted.description, { schemaVersion: wanted.schemaVersion, appearance: "0" }),
    columns: step.columns,
    template: wanted.template ?? "genericList",
  });
  if (made.ok) return ok(made.value.id);
  if (!made.refusal.ambiguous) return made;
  // No clear answer: look before making it again.
  const lists = await client.lists(siteId);
  const present = lists.ok ? lists.value.find(({ name }) => name === wanted.name) : undefined;
  return present ? ok(present.id) : made;
}

async function addColumn(
  client: GraphClient,
  place: ListRef,
  step: Extract<Step, { kind: "add-column" }>,
): Promise<Result<void, StoreFailure>> {
  const added = await client.addColumn(place, step.body);
  if (added.ok || !added.refusal.ambiguous) return added;
  const columns = await client.columns(place);
  return columns.ok && columns.value.some(({ name }) => name === step.column) ? ok(undefined) : added;
}

async function updateColumn(
  client: GraphClient,
  place: ListRef,
  step: Extract<Step, { kind: "update-column" }>,
): Promise<Result<void, StoreFailure>> {
  if (step.columnId !== undefined) return client.updateColumn(place, step.columnId, step.body);
  const columns = await client.columns(place);
  if (!columns.ok) return columns;
  const id = columns.value.find(({ name }) => name === step.column)?.id;
  return id === undefined
    ? refuse(ownFailure("not-found", `No column ${step.column}`))
    : client.updateColumn(place, id, step.body);
}
