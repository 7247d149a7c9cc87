import type { Centre } from "#domain/organisation/centre.ts";
import type { Key } from "#domain/shared/keys.ts";
import { appendLog, emptyLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

export interface UpsertCentre {
  readonly commandKey: Key;
  readonly by: Key | "system";
  readonly centre: Pick<Centre, "key" | "name" | "shortName" | "active">;
}

/** Makes a centre known or corrects its name; writes nothing when it stands like that already. The head stays. */
export async function upsertCentre(
  { records, clock }: Deps,
  { commandKey, by, centre }: UpsertCentre,
): Promise<Result<Centre, StoreFailure>> {
  const now = clock.now();
  const saved = await commitOrCreate<Centre, StoreFailure>(records.centres, centre.key, (current) => {
    const wanted: Centre = { headKey: undefined, log: emptyLog, ...current, ...centre };
    if (current !== undefined && same(current, wanted)) return ok(current);
    const action = current === undefined ? "centre-created" : "centre-changed";
    return ok({ ...wanted, log: appendLog(wanted.log, { commandKey, at: now, by, action, detail: {} }) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}

function same(a: Centre, b: Centre): boolean {
  return a.name === b.name && a.shortName === b.shortName && a.active === b.active;
}
