import { sha256Hex } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { BasisLibrary } from "#use-cases/ports/basis-library.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import { basisLibrary } from "./all-lists.ts";
import type { ListDirectory } from "./list-directory.ts";

/** Basis files in the closed library; each is named by its own SHA-256, so writing one twice is writing it once. */
export function createGraphBasisLibrary(client: GraphClient, directory: ListDirectory): BasisLibrary {
  let drive: string | undefined;

  async function driveId(): Promise<Result<string, StoreFailure>> {
    if (drive !== undefined) return ok(drive);
    const library = await directory.locate(basisLibrary);
    if (!library.ok) return library;
    const found = await client.driveOf(library.value);
    if (found.ok) drive = found.value;
    return found;
  }

  return {
    put: async (sha256, text) => {
      const id = await driveId();
      if (!id.ok) return id;
      const put = await client.putFile(id.value, `${sha256}.json`, new TextEncoder().encode(text));
      if (!put.ok && put.refusal.kind === "not-found") {
        // The library is gone, perhaps provisioned again: it is looked for anew next time.
        drive = undefined;
        directory.forget(basisLibrary.site);
      }
      return put;
    },
    get: async (sha256) => {
      const id = await driveId();
      if (!id.ok) return id;
      const file = await client.getFile(id.value, `${sha256}.json`);
      if (!file.ok) return file;
      const text = new TextDecoder().decode(file.value);
      // A file that is not what its name says is no basis.
      return sha256Hex(text) === sha256 ? ok(text) : refuse(ownFailure("malformed-item", "The file is not its hash"));
    },
  };
}
