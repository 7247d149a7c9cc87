import { expect, it } from "vitest";
import { openDatabase } from "./open-database.ts";

it("runs effects after the commit and never after a rollback", () => {
  const db = openDatabase(":memory:");
  const seen: string[] = [];
  const names = (): number => db.all("SELECT name FROM settings").length;
  db.transaction(() => {
    db.afterCommit(() => seen.push(`kept ${names()}`));
    db.run("INSERT INTO settings (name, value) VALUES ('a', '1')");
    seen.push("inside");
  });
  const broken = (): void =>
    db.transaction(() => {
      db.afterCommit(() => seen.push("lost"));
      db.run("INSERT INTO settings (name, value) VALUES ('b', '1')");
      throw new Error("no");
    });
  expect(broken).toThrow("no");
  expect(seen).toEqual(["inside", "kept 1"]);
  expect(names()).toBe(1);
  db.close();
});
