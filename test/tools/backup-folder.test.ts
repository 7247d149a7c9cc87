import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backupFolder } from "../../scripts/backup-folder.ts";
import { folderAfter } from "../../scripts/folder-after.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fremdrift-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("only who takes the backup may read it, also in a folder that was there before", async () => {
  chmodSync(folder, 0o755);
  await backupFolder(folder).write("records/Centre.jsonl", new Uint8Array([1]));
  const modes = ["", "records", "records/Centre.jsonl"].map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes).toEqual([0o700, 0o700, 0o600]);
});

describe("the folder of a command", () => {
  test("is what stands behind its word, and never another word of the command", () => {
    expect(folderAfter("--to", ["--en", "--to", "kopi"])).toBe("kopi");
    for (const typed of [["--to", "--en"], ["--to"], ["kopi"], ["--to", ""]])
      expect(folderAfter("--to", typed)).toBeUndefined();
  });
});
