import type { Database } from "./open-database.ts";

/** The next number of the one sequence that orders every change of the tenant. */
export function nextSequence(db: Database): number {
  const row = db.get<{ value: number }>(
    `INSERT INTO counters (name, value) VALUES ('change', 1)
     ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
  );
  return row?.value ?? 1;
}

/** The number of the latest change. */
export function currentSequence(db: Database): number {
  return db.get<{ value: number }>("SELECT value FROM counters WHERE name = 'change'")?.value ?? 0;
}
