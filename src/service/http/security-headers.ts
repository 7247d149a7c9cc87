import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";

/** Teams, Outlook and Microsoft 365, as Microsoft lists the hosts that frame tabs. */
export const microsoftHosts: readonly string[] = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook-sdf.office.com",
  "https://outlook-sdf.office365.com",
];

export interface HeaderRules {
  readonly publicUrl: string;
  /** Where the tab may be framed: Teams, or the workspace's host page. */
  readonly hostOrigins: readonly string[];
  /** Where the tab signs in. */
  readonly identityOrigin: string;
}

/** The header set of every answer: content policy, no sniffing, no referrer, no caching of the API. No HSTS over http. */
export function securityHeaders({ publicUrl, hostOrigins, identityOrigin }: HeaderRules) {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // Fluent UI writes its styles into style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' https://res.cdn.office.net ${identityOrigin}`,
    `frame-src ${identityOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${hostOrigins.join(" ")}`,
  ].join("; ");
  return createMiddleware<AppEnv>(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (publicUrl.startsWith("https:")) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (context.req.path.startsWith("/api/")) headers.set("Cache-Control", "no-store");
  });
}
