import * as z from "zod/mini";

/** GET /tab/config.json: the same bundle serves Teams and the workspace; everything that differs stands here. */
export const tabConfigSchema = z.object({
  clientId: z.string(),
  authority: z.string(),
  /** JSON text for MSAL where the authority is not Entra itself; absent in production. */
  authorityMetadata: z.optional(z.string()),
  knownAuthorities: z.array(z.string()),
  scope: z.string(),
  apiBaseUrl: z.string(),
  validMessageOrigins: z.array(z.string()),
  appId: z.string(),
  redirectUri: z.string(),
});
export type TabConfig = z.infer<typeof tabConfigSchema>;
