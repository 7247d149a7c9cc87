import { ok, type Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { wantedLists } from "../lists/all-lists.ts";
import { KEY_COLUMN, type WantedList } from "../lists/define-list.ts";
import type { SiteAddresses } from "../lists/list-directory.ts";
import { type Difference, needsPerson } from "./difference.ts";
import { type DifferenceText, differenceText } from "./difference-texts.ts";
import { plan } from "./plan.ts";
import { createProvisioning } from "./provision.ts";
import { createAppearanceReader } from "./read-appearance.ts";
import { type ReadSitesOptions, readSites } from "./read-sites.ts";
import { createSiteScriptRunner } from "./run-site-script.ts";

/**
 * What goes on while a difference stands: `none` – everything works; `writes` – the list is read but not written;
 * `reads` – the list cannot be read anew, and what was read before is shown.
 */
export type Stops = "none" | "writes" | "reads";

/** Something found on the sites, with its cause and repair in both languages. */
export interface SiteFinding extends DifferenceText {
  readonly difference: Difference;
  readonly stops: Stops;
  /** False when provisioning leaves it to a person. */
  readonly isRepairable: boolean;
}

/**
 * What is otherwise on the two sites than Fremdrift needs; empty when all is well. The service's own token is enough;
 * views and formats are looked at only with a reader for SharePoint's own REST.
 */
export async function verifySites(
  options: Omit<ReadSitesOptions, "lists"> & { readonly lists?: readonly WantedList[] },
): Promise<Result<readonly SiteFinding[], StoreFailure>> {
  const lists = options.lists ?? wantedLists;
  const sites = await readSites({ ...options, lists });
  return sites.ok ? ok(findingsOf(lists, plan(lists, sites.value.actual).differences)) : sites;
}

/** Differences as findings, the gravest first. */
export function findingsOf(lists: readonly WantedList[], differences: readonly Difference[]): readonly SiteFinding[] {
  const order: readonly Stops[] = ["reads", "writes", "none"];
  return differences
    .map((difference) => {
      const list = lists.find(({ site, name }) => site === difference.site && name === difference.list);
      const stops = stopsOf(list, difference);
      return { difference, stops, isRepairable: !needsPerson(difference), ...differenceText(difference) };
    })
    .toSorted((a, b) => order.indexOf(a.stops) - order.indexOf(b.stops));
}

export interface RepairOptions {
  /** Signed in with the administrator's delegated Graph token: the service's own may not change lists (decision 0002). */
  readonly client: GraphClient;
  readonly sites: SiteAddresses;
  readonly sharePointOrigin: string;
  /** The administrator's token for SharePoint's own REST. */
  readonly sharePointToken: () => Promise<string>;
  readonly fetch?: typeof fetch;
  readonly lists?: readonly WantedList[];
  /** Takes a backup; called before lists of a former version are upgraded. */
  readonly beforeUpgrade: () => Promise<Result<void, StoreFailure>>;
}

export interface RepairReport {
  readonly done: number;
  /** What is left for a person. */
  readonly left: readonly SiteFinding[];
}

/** Mends what can be mended, as `npm run provision -- --apply` does; `forbidden` with a token that may not. */
export async function repairSites(options: RepairOptions): Promise<Result<RepairReport, StoreFailure>> {
  const { client, sites, lists = wantedLists, beforeUpgrade } = options;
  const sharePoint = {
    sharePointOrigin: options.sharePointOrigin,
    token: options.sharePointToken,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  };
  const applied = await createProvisioning({
    client,
    sites,
    lists,
    beforeUpgrade,
    progress: () => undefined,
    readAppearance: createAppearanceReader(sharePoint),
    runSiteScript: createSiteScriptRunner(sharePoint),
  }).apply();
  if (!applied.ok) return applied;
  return ok({ done: applied.value.done, left: findingsOf(lists, applied.value.problems) });
}

function stopsOf(list: WantedList | undefined, difference: Difference): Stops {
  const { kind } = difference;
  if (kind === "list-missing" || kind === "list-foreign" || kind === "list-newer") return "reads";
  if (kind === "list-older" || kind === "list-unfinished") return "writes";
  if (kind !== "column-missing" && kind !== "column-retyped") return "none";
  const { column } = difference;
  const isRead = column === KEY_COLUMN || list?.readColumns?.includes(column) === true;
  // A retyped column may still give its values; nobody should rely on it.
  return isRead && kind === "column-missing" ? "reads" : "writes";
}
