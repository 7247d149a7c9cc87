import { expect, it } from "vitest";
import { DataFileError } from "./data-file-error.ts";
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

it("T33 says that the disk is full, also where SQLite has rolled back by itself, and keeps what was committed", () => {
  const db = openDatabase(":memory:", { mostPages: 60 });
  const insert = (name: string): void =>
    db.run("INSERT INTO settings (name, value) VALUES (?, ?)", name, "x".repeat(3000));
  db.transaction(() => insert("kept"));
  const tooMuch = (): void =>
    db.transaction(() => {
      for (let row = 0; row < 100; row += 1) insert(`row ${row}`);
    });
  expect(tooMuch).toThrow(DataFileError);
  expect(tooMuch).toThrow(/the disk is full/u);
  expect(db.all("SELECT name FROM settings")).toEqual([{ name: "kept" }]);
  db.transaction(() => insert("later"));
  db.close();
});
