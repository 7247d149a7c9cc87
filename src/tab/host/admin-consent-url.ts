import type { TabConfig } from "#contract/tab-config.ts";

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
  const told = /"authorization_endpoint":"([^"]+)\/oauth2\/v2\.0\/authorize"/u.exec(authorityMetadata ?? "")?.[1];
  return told ?? authority;
}
