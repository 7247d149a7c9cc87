import * as z from "zod/mini";
import { demoMunicipality as municipality, userPrincipalNameOf } from "#demo/municipality.ts";

const answerSchema = z.object({ access_token: z.string() });

/** The sign-in of the SharePoint administrator was refused. */
export class SignInError extends Error {
  override name = "SignInError";
}

/**
 * A delegated Graph token of the SharePoint administrator in the workspace, by the script client's password grant.
 * In a tenant the same provisioning runs with a token given in FREMDRIFT_ADMIN_TOKEN.
 */
export async function administratorToken(identityOrigin: string): Promise<string> {
  const given = process.env["FREMDRIFT_ADMIN_TOKEN"];
  if (given) return given;
  const answer = await fetch(`${identityOrigin}/${municipality.tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "password",
      client_id: municipality.scriptClientId,
      username: userPrincipalNameOf(municipality.provisioningUser),
      password: "workspace",
      scope: "https://graph.microsoft.com/Sites.Manage.All https://graph.microsoft.com/Sites.FullControl.All",
    }),
  });
  if (!answer.ok) throw new SignInError(`the administrator could not sign in (${answer.status})`);
  return answerSchema.parse(await answer.json()).access_token;
}
