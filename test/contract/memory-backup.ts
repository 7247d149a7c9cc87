import type { BackupFolder } from "#sharepoint/backup/backup-format.ts";

/** A backup's folder in memory; tests damage its files. */
export interface MemoryBackup extends BackupFolder {
  readonly files: Map<string, Uint8Array>;
}

export function memoryBackup(): MemoryBackup {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    isEmpty: async () => files.size === 0,
    write: async (name, bytes) => {
      files.set(name, bytes);
    },
    read: async (name) => files.get(name),
  };
}
