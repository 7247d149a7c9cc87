import * as z from "zod/mini";
import { ok, type Result } from "#domain/shared/result.ts";
import { listIdSegment, queryString, segment, siteIdSegment } from "./encoding.ts";
import type { GraphFailure } from "./graph-error.ts";
import type { ListRef } from "./list-item.ts";
import { type CallOptions, parsed, type Sender } from "./send.ts";

export interface FileOperations {
  /** The drive behind a document library; the create answer does not tell it. */
  readonly driveOf: (library: ListRef, options?: CallOptions) => Promise<Result<string, GraphFailure>>;
  /** Writes a small file (below 4 MB) in the library's root; the same name is replaced. */
  readonly putFile: (
    driveId: string,
    name: string,
    content: Uint8Array,
    options?: CallOptions,
  ) => Promise<Result<void, GraphFailure>>;
  readonly getFile: (driveId: string, name: string, options?: CallOptions) => Promise<Result<Uint8Array, GraphFailure>>;
  readonly hasFile: (driveId: string, name: string, options?: CallOptions) => Promise<Result<boolean, GraphFailure>>;
  /** One that is gone already is removed. */
  readonly removeFile: (driveId: string, name: string, options?: CallOptions) => Promise<Result<void, GraphFailure>>;
}

export function fileOperations(sender: Sender): FileOperations {
  const filePath = (driveId: string, name: string) => `/drives/${segment(driveId)}/root:/${segment(name)}`;
  const contentPath = (driveId: string, name: string) => `${filePath(driveId, name)}:/content`;
  return {
    driveOf: async (library, options) => {
      const query = queryString({ $select: "id" });
      const path = `/sites/${siteIdSegment(library.siteId)}/lists/${listIdSegment(library.listId)}/drive${query}`;
      const drive = parsed(
        await sender.send({ method: "GET", path, units: 1, options }),
        z.looseObject({ id: z.string() }),
      );
      return drive.ok ? ok(drive.value.id) : drive;
    },

    putFile: async (driveId, name, content, options) => {
      const answer = await sender.send({
        method: "PUT",
        path: contentPath(driveId, name),
        units: 2,
        // A copy of exactly these bytes: the SDK sends the whole buffer behind a view.
        body: Buffer.from(content),
        headers: { "Content-Type": "application/octet-stream" },
        repeatable: true,
        options,
      });
      return answer.ok ? ok(undefined) : answer;
    },

    getFile: async (driveId, name, options) => {
      const answer = await sender.send({ method: "GET", path: contentPath(driveId, name), units: 1, options });
      return answer.ok ? ok(answer.value.bytes) : answer;
    },

    hasFile: async (driveId, name, options) => {
      const path = `${filePath(driveId, name)}${queryString({ $select: "id" })}`;
      const answer = await sender.send({ method: "GET", path, units: 1, options });
      if (answer.ok) return ok(true);
      return answer.refusal.kind === "not-found" ? ok(false) : answer;
    },

    removeFile: async (driveId, name, options) => {
      const path = filePath(driveId, name);
      const answer = await sender.send({ method: "DELETE", path, units: 2, repeatable: true, options });
      return answer.ok || answer.refusal.kind === "not-found" ? ok(undefined) : answer;
    },
  };
}
