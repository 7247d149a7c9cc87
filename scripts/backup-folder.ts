import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { BackupFolder } from "#sharepoint/backup/backup-format.ts";

/** A name in a backup that would leave its folder. */
export class BackupNameError extends Error {
  override name = "BackupNameError";
}

/** A backup on disk. It holds names, applications and blind reviews: only the one who took it may read it. */
export function backupFolder(path: string): BackupFolder {
  const root = resolve(path);
  const at = (name: string): string => {
    const file = resolve(join(root, name));
    if (!file.startsWith(`${root}${sep}`)) throw new BackupNameError(`${name} is not inside the backup's folder`);
    return file;
  };
  return {
    isEmpty: async () => (await readdir(root).catch(ifMissing([]))).length === 0,
    write: async (name, bytes) => {
      const file = at(name);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      // One that was there before may be open to others.
      await chmod(root, 0o700);
      await writeFile(file, bytes, { mode: 0o600 });
    },
    read: async (name) => readFile(at(name)).catch(ifMissing(undefined)),
  };
}

function ifMissing<T>(otherwise: T): (cause: unknown) => T {
  return (cause) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return otherwise;
    throw cause;
  };
}
