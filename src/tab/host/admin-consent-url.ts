import * as z from "zod/mini";
import type { TabConfig } from "#contract/tab-config.ts";

const metadataSchema = z.object({ authorization_endpoint: z.string() });

/** Where an administrator allows the app once for everybody in the organisation; the link is for the IT department. */
export function adminConsentUrl(config: TabConfig): string {
  const url = new URL(`${authorityOf(config)}/v2.0/adminconsent`);
  url.search = String(
    new URLSearchParams({ client_id: config.clientId, scope: config.scope, redirect_uri: config.redirectUri }),
  );
  return url.href;
}

/** The address of the tenant: where MSAL is told of another one than Entra's, it stands in the metadata. */
function authorityOf({ authority, authorityMetadata }: TabConfig): string {
  if (authorityMetadata === undefined) return authority;
  const { authorization_endpoint: endpoint } = metadataSchema.parse(JSON.parse(authorityMetadata));
  return endpoint.replace(/\/oauth2\/v2\.0\/authorize$/u, "");
}
