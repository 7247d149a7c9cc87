import type { Context } from "hono";
import * as z from "zod/mini";
import type { Identity } from "../identity/identity.ts";
import { tokenLifetimeS } from "../identity/token-issuer.ts";
import type { WorkspaceOrigins } from "../workspace-origins.ts";
import type { WorkspaceApplication, WorkspaceSeed } from "../workspace-seed.ts";

/** Audience of the tokens the host page gets for its panes' persons: the workspace's pages only, never Graph. */
export const hostAudience = "urn:workspace:host";

/** The host's own first-party application. */
const hostApplication: WorkspaceApplication = {
  id: "00000000-0000-0000-0000-00000000face",
  displayName: "Teams",
  exposedScopes: [],
  applicationPermissions: [],
  delegatedPermissions: [],
  redirectUris: [],
  publicClient: false,
};

const body = z.object({ account: z.string() });

/** POST /workspace/persona-token: the host page's own token for a pane's person, for chat and other pages of the host. */
export async function personaToken(
  context: Context,
  parts: { readonly seed: WorkspaceSeed; readonly origins: WorkspaceOrigins; readonly identity: Identity },
): Promise<Response> {
  const from = context.req.header("origin");
  if (from !== undefined && !sameLoopback(from, parts.origins.host))
    return context.json({ error: "forbidden_origin" }, 403);
  const parsed = body.safeParse(await context.req.json().catch(() => undefined));
  const person = parts.seed.people.find(({ id }) => parsed.success && id === parsed.data.account);
  if (person === undefined) return context.json({ error: "account_unavailable" }, 404);
  const accessToken = await parts.identity.issue.userAccessToken({
    person,
    client: hostApplication,
    scopes: ["host"],
    audience: hostAudience,
  });
  context.header("Cache-Control", "no-store");
  return context.json({ access_token: accessToken, expires_in: tokenLifetimeS });
}

/** localhost and 127.0.0.1 are the same machine; the port must be the same. */
function sameLoopback(a: string, b: string): boolean {
  return a.replace("127.0.0.1", "localhost") === b.replace("127.0.0.1", "localhost");
}
