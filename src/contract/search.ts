import * as z from "zod/mini";
import { keySchema } from "./scalars.ts";

/** What a search takes at most, in UTF-16 units; what is longer is cut. */
export const longestSearch = 100;

/** A record somebody may see, as one line of a list. */
export const searchHitSchema = z.object({
  kind: z.enum(["application", "draft", "round", "pool", "case", "action-item", "consultation", "need"]),
  key: keySchema,
  /** "EF22-02", the round's code, the pool's number. */
  number: z.string(),
  title: z.string(),
  /** Where it belongs: centre, round or pool, each as it stands on the screens. */
  places: z.array(z.string()),
  link: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Something the person may do now in a round; beginning an application is a POST to the link + "/drafts". */
export const searchCommandSchema = z.object({
  kind: z.enum(["apply", "continue-draft", "review", "rank", "decide", "create-item"]),
  /** The round's name with its year. */
  subject: z.string(),
  link: z.string(),
});
export type SearchCommand = z.infer<typeof searchCommandSchema>;

/** GET /api/search?q=: what of it the person may see, best first, and what she may do now, whatever she searches for. */
export const searchSchema = z.object({
  hits: z.array(searchHitSchema),
  /** There are others she may see; a longer query finds them. */
  more: z.boolean(),
  commands: z.array(searchCommandSchema),
});
export type SearchAnswer = z.infer<typeof searchSchema>;
