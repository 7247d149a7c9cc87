import type { GrantApplication } from "#domain/grants/application.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { findRound } from "#domain/grants/pool-parts.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import type { Versioned } from "../ports/versioned.ts";

/** An application with the records its rules rest on. */
export interface ApplicationParts {
  readonly application: Versioned<GrantApplication>;
  readonly pool: Versioned<GrantPool>;
  readonly round: FundingRound;
  readonly centre: Centre | undefined;
}

/** Finds an application, whoever asks; callers check access before anything of it leaves. 0 Graph requests. */
export function applicationParts({ records }: Pick<Deps, "records">, key: Key): Result<ApplicationParts, StoreFailure> {
  const application = records.applications.byKey(key);
  const pool = application && records.pools.byKey(application.value.poolKey);
  const round = pool && findRound(pool.value, application.value.roundKey);
  if (application === undefined || pool === undefined || round === undefined) return refuse(notFound);
  const centre = records.centres.byKey(application.value.centreKey)?.value;
  return ok({ application, pool, round, centre });
}
