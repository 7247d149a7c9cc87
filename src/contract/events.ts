import * as z from "zod/mini";
import { keySchema } from "./scalars.ts";

/** One line of GET /api/events (application/x-ndjson, held only while the tab is visible): what to fetch again. */
export const changeEventSchema = z.object({
  kind: z.enum(["hello", "changed", "clock"]),
  /** Screens concerned, e.g. "overview", "me", "round:<key>", "pool:<key>", "application:<key>", "ranking:<key>", "reviews:<key>", "draft:<key>". */
  topics: z.array(z.string()),
  key: z.optional(keySchema),
});
export type ChangeEvent = z.infer<typeof changeEventSchema>;
