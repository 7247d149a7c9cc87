import type { Body } from "#domain/organisation/body.ts";
import type { Key } from "#domain/shared/keys.ts";
import { appendLog, emptyLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

export interface UpsertBody {
  readonly commandKey: Key;
  readonly by: Key | "system";
  readonly body: Omit<Body, "log">;
}

/** Makes a body known or corrects its name and abbreviations (B6); writes nothing when it stands like that already. */
export async function upsertBody(
  { records, clock }: Deps,
  { commandKey, by, body }: UpsertBody,
): Promise<Result<Body, StoreFailure>> {
  const now = clock.now();
  const saved = await commitOrCreate<Body, StoreFailure>(records.bodies, body.key, (current) => {
    const wanted: Body = { ...body, log: current?.log ?? emptyLog };
    if (current !== undefined && JSON.stringify({ ...current, log: [] }) === JSON.stringify({ ...wanted, log: [] })) {
      return ok(current);
    }
    const action = current === undefined ? "body-created" : "body-changed";
    return ok({ ...wanted, log: appendLog(wanted.log, { commandKey, at: now, by, action, detail: {} }) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
