import { ok, type Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { ListRef } from "../client/list-item.ts";
import { applyStep } from "./apply-step.ts";
import type { Difference } from "./difference.ts";
import { type ProvisioningPlan, plan, type Step } from "./plan.ts";
import { type ReadSitesOptions, readSites, type SitesNow } from "./read-sites.ts";
import type { SiteScriptRunner } from "./run-site-script.ts";

/** The client is signed in as an administrator who owns both sites (delegated token), never as the service. */
export interface ProvisioningOptions extends ReadSitesOptions {
  readonly runSiteScript: SiteScriptRunner;
  /** Told before each step. */
  readonly progress: (step: Step) => void;
  /** Called once before lists of a former version are touched; what it refuses stops everything. */
  readonly beforeUpgrade?: (() => Promise<Result<void, StoreFailure>>) | undefined;
}

export interface ProvisioningReport {
  /** Steps that were done. */
  readonly done: number;
  /** What a person must look at; it was left as it is. */
  readonly problems: readonly Difference[];
}

export interface Provisioning {
  /** What would be done. */
  readonly plan: () => Promise<Result<ProvisioningPlan, StoreFailure>>;
  /** Does it, one step after the other, and answers how many steps were done. A second run does none. */
  readonly apply: () => Promise<Result<ProvisioningReport, StoreFailure>>;
  /** True when nothing is missing. */
  readonly verify: () => Promise<Result<{ readonly complete: boolean; readonly plan: ProvisioningPlan }, StoreFailure>>;
}

/** Creates, verifies, mends and upgrades the lists of both sites. Whatever stopped it, a new run goes on from there. */
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
      const { steps, differences, problems } = now.value.plan;
      const isUpgrade = steps.length > 0 && differences.some(({ kind }) => kind === "list-older");
      const ready = isUpgrade ? await options.beforeUpgrade?.() : undefined;
      if (ready?.ok === false) return ready;
      const applied = await applySteps(options, now.value.sites, steps);
      return applied.ok ? ok({ done: steps.length, problems }) : applied;
    },
    verify: async () => {
      const now = await planned();
      return now.ok ? ok({ complete: now.value.plan.differences.length === 0, plan: now.value.plan }) : now;
    },
  };
}

/** Serial: columns made side by side fail at random (graph.md 4.2). */
async function applySteps(
  options: ProvisioningOptions,
  sites: SitesNow,
  steps: readonly Step[],
): Promise<Result<void, StoreFailure>> {
  const places = new Map<string, ListRef>();
  for (const site of ["records", "open"] as const) {
    for (const { name, id } of sites.actual[site].lists)
      places.set(`${site}/${name}`, { siteId: sites.ids[site], listId: id });
  }
  const parts = { ...options, siteIds: sites.ids, places };
  for (const step of steps) {
    options.progress(step);
    const done = await applyStep(parts, step);
    if (!done.ok) return done;
  }
  return ok(undefined);
}
