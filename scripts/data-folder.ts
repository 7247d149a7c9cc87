import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SettingsError } from "./settings.ts";

/** Holds nothing: its lock says that a start is using the folder, and goes with the process whatever ends it. */
const LOCK_FILE = "in-use.sqlite";

/**
 * Takes the data folder for this start: a second one would delete what the first is loading. Throws when another has it.
 * @returns gives the folder back
 */
export function takeFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, LOCK_FILE));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    throw new SettingsError(
      `Fremdrift is already started from ${folder}: stop it first, or set PORT and FREMDRIFT_DATA for a second one`,
      { cause },
    );
  }
  return () => {
    lock.close();
  };
}

/** Deletes everything in a folder that was taken, but for what says so. */
export function emptyFolder(folder: string): void {
  const names = readdirSync(folder).filter((name) => !name.startsWith(LOCK_FILE));
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}
