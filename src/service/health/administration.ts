import { plusMillis } from "#domain/shared/dates.ts";
import type { GraphClient } from "#sharepoint/client/graph-client.ts";
import type { SharePoint } from "#sharepoint/open-sharepoint.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Administration } from "../http/routes/admin.ts";
import type { Health } from "./health.ts";
import { recordFacts } from "./health-facts.ts";
import { healthPage, readOnlyLists } from "./health-page.ts";
import type { SiteWatch } from "./site-watch.ts";

export interface AdministrationParts {
  readonly deps: Deps;
  readonly sharePoint: SharePoint;
  readonly health: Health;
  readonly siteWatch: SiteWatch;
  readonly spent: GraphClient["spent"];
  readonly machineNow: () => number;
  readonly skewMs: () => number | undefined;
  /** Reads every list anew. */
  readonly poll: () => Promise<unknown>;
  /** Somebody looks at the page: what it says of the lists shall not be old; tells open tabs when it was. */
  readonly looked: () => void;
  /** Runs projections, notices and audit. */
  readonly runBackground: () => Promise<unknown>;
}

/** How far back edits and undeliverable messages are told. */
const BACK_MS = 30 * 86_400_000;

/** The administrators' page on the running service. */
export function createAdministration(parts: AdministrationParts): Administration {
  const { deps, sharePoint, health, siteWatch, machineNow } = parts;
  return {
    page: (language) => {
      parts.looked();
      const now = deps.clock.now();
      const { limit, ...lanes } = parts.spent();
      return healthPage(
        {
          ...recordFacts(deps, plusMillis(now, -BACK_MS)),
          now,
          machineNow: machineNow(),
          memory: health.memory(),
          lists: sharePoint.lists(),
          unreadable: sharePoint.unreadable(),
          findings: siteWatch.findings(),
          lookedAt: siteWatch.lookedAt(),
          spent: Object.values(lanes).reduce((sum, units) => sum + units, 0),
          unitLimit: limit,
          skewMs: parts.skewMs(),
        },
        language,
      );
    },
    async act(act) {
      if (act === "read-anew") {
        await parts.poll();
        await siteWatch.look("now");
      }
      await parts.runBackground();
    },
  };
}

/** What everybody is told of damage: the lists that are only shown. */
export function damagedLists({
  sharePoint,
  health,
  siteWatch,
}: Pick<AdministrationParts, "sharePoint" | "health" | "siteWatch">) {
  return (): readonly string[] =>
    readOnlyLists({ memory: health.memory(), lists: sharePoint.lists(), findings: siteWatch.findings() });
}
