import type { Context } from "hono";
import { letterMediaType } from "#contract/letters.ts";
import type { AppEnv } from "./app-env.ts";

/** A file to save, under a name that may hold any letter (RFC 6266); never shown in place, never kept by anything on the way. */
export function savedFile(
  context: Context<AppEnv>,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
): Response {
  return context.body(bytes, 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "Cache-Control": "no-store",
  });
}

/** A Word file to save. */
export function wordFile(context: Context<AppEnv>, fileName: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return savedFile(context, fileName, bytes, letterMediaType);
}
