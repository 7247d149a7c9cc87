import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { type Guide, guideSchema } from "./guide.ts";

/** Reads and checks the file with the walk for newcomers; throws with what is wrong in it. */
export function readGuide(file: string): Guide {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  const guide = guideSchema.safeParse(content);
  if (!guide.success) throw new Error(`The guide ${file} is not usable: ${z.prettifyError(guide.error)}`);
  return guide.data;
}
