import type { TabConfig } from "#contract/tab-config.ts";
import type { ServiceConfig } from "./config.ts";

/** What the tab reads at run time. Only an authority that is not Entra's own needs its metadata spelled out. */
export function tabConfigOf(config: ServiceConfig): TabConfig {
  const authority = config.issuer.replace(/\/v2\.0\/?$/u, "");
  const { host, hostname } = new URL(authority);
  const isLoopback = hostname === "localhost" || hostname === "127.0.0.1";
  const metadata = {
    issuer: config.issuer,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: config.jwksUrl,
    response_types_supported: ["code"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
  return {
    clientId: config.clientId,
    // MSAL wants https on its authority's face; the metadata says where it really is (teams-host.md 5).
    authority: isLoopback ? `https://login.microsoftonline.com/${config.tenantId}` : authority,
    ...(isLoopback ? { authorityMetadata: JSON.stringify(metadata) } : {}),
    knownAuthorities: isLoopback ? ["login.microsoftonline.com", host] : [host],
    scope: `api://${config.clientId}/access_as_user`,
    apiBaseUrl: config.publicUrl,
    validMessageOrigins: config.hostOrigins.filter((origin) => !origin.includes("*")),
    appId: config.clientId,
    redirectUri: `${config.publicUrl}/tab/redirect.html`,
  };
}
