import type { Database } from "../database/open-database.ts";

/** Takes the values of a removed column out of all items of its list, versions included. */
export function forgetField(db: Database, listKey: number, name: string): void {
  const path = `$."${name}"`;
  db.run(
    "UPDATE items SET fields = json_remove(fields, ?1) WHERE listKey = ?2 AND json_type(fields, ?1) IS NOT NULL",
    path,
    listKey,
  );
  db.run(
    `UPDATE itemVersions SET fields = json_remove(fields, ?1)
     WHERE itemKey IN (SELECT key FROM items WHERE listKey = ?2) AND json_type(fields, ?1) IS NOT NULL`,
    path,
    listKey,
  );
}
