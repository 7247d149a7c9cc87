import { ok, type Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { ListRef } from "../client/list-item.ts";

/** The files in a library's root, by name. */
export interface LibraryFiles {
  readonly driveId: string;
  readonly names: readonly string[];
}

/** Lists a library's files. Fremdrift writes in the root only; folders are left out. */
export async function libraryFiles(client: GraphClient, library: ListRef): Promise<Result<LibraryFiles, StoreFailure>> {
  const drive = await client.driveOf(library);
  if (!drive.ok) return drive;
  const items = await client.items(library, ["FileLeafRef", "ContentType"]);
  if (!items.ok) return items;
  const names = items.value.flatMap(({ fields }) => {
    const name = fields["FileLeafRef"];
    return typeof name === "string" && fields["ContentType"] !== "Folder" ? [name] : [];
  });
  return ok({ driveId: drive.value, names: names.toSorted() });
}
