import { type AnswerFile, endingOf } from "#domain/consultations/answer-file.ts";
import type { Key } from "#domain/shared/keys.ts";
import { sha256HexOfBytes } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { AnswerFiles } from "#use-cases/ports/answer-files.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import { answerFileLibrary } from "./all-lists.ts";
import { libraryFiles } from "./library-files.ts";
import { type ListDirectory, type PlacedList, unlessListIsGone } from "./list-directory.ts";

/** Documents of answers as files in the closed library's root: `<party>-<sha256>.<ending>`. */
export function createGraphAnswerFiles(client: GraphClient, directory: ListDirectory): AnswerFiles {
  let drive: string | undefined;

  const located = async (): Promise<Result<PlacedList, StoreFailure>> => {
    const library = await directory.locate(answerFileLibrary);
    return library.ok ? library : refuse(unlessListIsGone(library.refusal));
  };

  const driveId = async (): Promise<Result<string, StoreFailure>> => {
    if (drive !== undefined) return ok(drive);
    const library = await located();
    if (!library.ok) return library;
    const found = await client.driveOf(library.value);
    if (found.ok) drive = found.value;
    return found;
  };

  return {
    put: async (partyKey, file, content) => {
      const id = await driveId();
      if (!id.ok) return id;
      const put = await client.putFile(id.value, nameOf(partyKey, file), content);
      if (put.ok || put.refusal.kind !== "not-found") return put;
      // The library is gone, perhaps provisioned again: it is looked for anew next time.
      drive = undefined;
      directory.forget(answerFileLibrary.site);
      return refuse(unlessListIsGone(put.refusal));
    },
    get: async (partyKey, file) => {
      const id = await driveId();
      if (!id.ok) return id;
      const found = await client.getFile(id.value, nameOf(partyKey, file));
      if (!found.ok) return found;
      // A file that is not what its name says is none of ours.
      if (sha256HexOfBytes(found.value) === file.sha256) return found;
      return refuse(ownFailure("malformed-item", "The file is not its hash"));
    },
    has: async (partyKey, file) => {
      const id = await driveId();
      if (!id.ok) return id;
      return client.hasFile(id.value, nameOf(partyKey, file));
    },
    removeOf: async (partyKeys) => {
      const library = await located();
      if (!library.ok) return library;
      const files = await libraryFiles(client, library.value);
      if (!files.ok) return files;
      const gone = new Set<string>(partyKeys);
      for (const name of files.value.names) {
        if (!gone.has(name.slice(0, KEY_LENGTH))) continue;
        const removed = await client.removeFile(files.value.driveId, name);
        if (!removed.ok) return removed;
      }
      return ok(undefined);
    },
  };
}

const KEY_LENGTH = 32;

function nameOf(partyKey: Key, file: AnswerFile): string {
  return `${partyKey}-${file.sha256}.${endingOf(file.name)}`;
}
