import type { Centre } from "#domain/organisation/centre.ts";
import type { Key } from "#domain/shared/keys.ts";
import { appendLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

export interface SetHead {
  readonly commandKey: Key;
  readonly by: Key | "system";
  readonly centreKey: Key;
  /** Undefined while the post is vacant. */
  readonly headKey: Key | undefined;
}

/** Says who heads a centre from now on: that person approves its applications. */
export async function setHead(
  { records, clock }: Deps,
  { commandKey, by, centreKey, headKey }: SetHead,
): Promise<Result<Centre, StoreFailure>> {
  const now = clock.now();
  const saved = await commit<Centre, StoreFailure>(records.centres, centreKey, (centre) => {
    if (centre.headKey === headKey) return ok(centre);
    const detail = headKey === undefined ? {} : { headKey };
    const log = appendLog(centre.log, { commandKey, at: now, by, action: "head-set", detail });
    return ok({ ...centre, headKey, log });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
