import type { Result } from "#domain/shared/result.ts";
import type { SiteFinding } from "#sharepoint/provisioning/verify-sites.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";

/** What stands otherwise on the sites than Fremdrift needs, as of the last look. */
export interface SiteWatch {
  /** Looks when it is time, or at once when asked; a look that fails leaves what was found before. */
  readonly look: (at: "when-due" | "after-failure" | "now") => Promise<void>;
  readonly findings: () => readonly SiteFinding[];
  /** Machine time of the last good look. */
  readonly lookedAt: () => number | undefined;
}

/** A look reads the columns of every list, some 60 units: seldom where all is well, soon where a read failed. */
const WAIT_MS = { "when-due": 15 * 60_000, "after-failure": 60_000, now: 0 } as const;

/**
 * When to look after a poll: soon after one that failed or while an open list cannot be written, since a column may be
 * gone; not at all while SharePoint asks for peace (law 10).
 */
export function lookAfter(
  poll: Result<unknown, StoreFailure>,
  failingProjections: number,
): "when-due" | "after-failure" | undefined {
  if (poll.ok) return failingProjections > 0 ? "after-failure" : "when-due";
  return poll.refusal.kind === "throttled" ? undefined : "after-failure";
}

/** Repeats the verification of the two sites; never two looks at once. */
export function createSiteWatch(
  verify: () => Promise<Result<readonly SiteFinding[], StoreFailure>>,
  machineNow: () => number,
): SiteWatch {
  let findings: readonly SiteFinding[] = [];
  let lookedAt: number | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  async function look(): Promise<void> {
    triedAt = machineNow();
    const found = await verify();
    if (!found.ok) return;
    findings = found.value;
    lookedAt = machineNow();
  }

  return {
    look(at) {
      if (running !== undefined) return running;
      if (machineNow() - triedAt < WAIT_MS[at]) return Promise.resolve();
      running = look().finally(() => {
        running = undefined;
      });
      return running;
    },
    findings: () => findings,
    lookedAt: () => lookedAt,
  };
}
