import * as z from "zod/mini";
import { instantSchema, keySchema, languageSchema } from "./scalars.ts";

/** GET /api/me: who is signed in, by the organisation records. */
export const meSchema = z.object({
  key: keySchema,
  name: z.string(),
  title: z.string(),
  centreName: z.string(),
  roles: z.array(z.string()),
  isHead: z.boolean(),
  language: languageSchema,
  /** Business time of the service when it answered; the tab counts from it. */
  now: instantSchema,
  municipality: z.string(),
  /** Address of the open SharePoint site, for those who may see it. */
  openSiteUrl: z.optional(z.string()),
  /** Lists that are shown as last read, and into which nothing can be written now. */
  readOnlyLists: z.optional(z.array(z.string())),
});
export type Me = z.infer<typeof meSchema>;

/** PUT /api/me/language: in which language the signed-in person is spoken to, in the tab, on cards and in notices. → me */
export const chooseLanguageRequestSchema = z.object({ commandKey: keySchema, language: languageSchema });
