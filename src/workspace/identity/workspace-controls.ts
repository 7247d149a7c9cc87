import type { Context } from "hono";
import * as z from "zod/mini";
import type { IdentityParts } from "./identity-parts.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** What an administrator of the tenant may do to sign-in, for trying it out; each part may stand alone. */
const controls = z.object({
  /** Sign with a new key from now on. */
  rotateKey: z.optional(z.boolean()),
  /** Who may allow an application what it asks for. */
  consent: z.optional(z.object({ clientId: z.string(), policy: z.enum(["granted", "personal", "administrator"]) })),
  /** Ask everybody who uses a resource for an authentication context, e.g. "c1"; null ends it. */
  conditionalAccess: z.optional(z.object({ audience: z.string(), context: z.nullable(z.string()) })),
  /** Forget what people have confirmed. */
  forgetConfirmations: z.optional(z.boolean()),
});

/** POST /workspace/sign-in on the identity origin: changes how sign-in behaves. Only the host page and scripts may. */
export async function signInControls(context: Context, parts: IdentityParts, keys: SigningKeys): Promise<Response> {
  const origin = context.req.header("origin");
  if (origin !== undefined && !parts.hostOrigins.includes(origin))
    return context.json({ error: "forbidden_origin" }, 403);
  if (origin !== undefined) context.header("Access-Control-Allow-Origin", origin);
  const body = controls.safeParse(await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ error: "invalid_request" }, 400);
  const { rotateKey, consent, conditionalAccess, forgetConfirmations } = body.data;
  const client = consent === undefined ? undefined : parts.directory.application(consent.clientId);
  if (consent !== undefined && client === undefined) return context.json({ error: "unauthorized_client" }, 400);
  if (consent !== undefined && client !== undefined) parts.consents.setPolicy(client, consent.policy);
  if (rotateKey === true) await keys.rotate();
  if (forgetConfirmations === true) parts.conditionalAccess.forget();
  if (conditionalAccess !== undefined)
    parts.conditionalAccess.require(conditionalAccess.audience, conditionalAccess.context ?? undefined);
  return context.json({ kid: keys.current().kid });
}
