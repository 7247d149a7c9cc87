import type { Context } from "hono";
import { letterMediaType } from "#contract/letters.ts";
import type { AppEnv } from "./app-env.ts";

/** A Word file to save, under a name that may hold any letter (RFC 6266); never kept by anything on the way. */
export function wordFile(context: Context<AppEnv>, fileName: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return context.body(bytes, 200, {
    "Content-Type": letterMediaType,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "Cache-Control": "no-store",
  });
}
