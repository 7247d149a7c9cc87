import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import type { WorkspaceSeed } from "./workspace-seed.ts";

const names = z.array(z.string());

const person = z.object({
  id: z.guid(),
  displayName: z.string(),
  givenName: z.string(),
  surname: z.string(),
  userPrincipalName: z.email(),
  jobTitle: z.string(),
  department: z.string(),
  preferredLanguage: z.string(),
  appRoles: z.optional(z.record(z.string(), names)),
  featured: z.optional(z.boolean()),
});

const seedSchema = z.object({
  tenant: z.object({
    id: z.guid(),
    aliases: names,
    domain: z.string(),
    displayName: z.string(),
    timeZone: z.string(),
  }),
  people: z.array(person).check(z.minLength(1)),
  sites: z.array(
    z.object({
      path: z.string().check(z.startsWith("/")),
      displayName: z.string(),
      members: z.record(z.string(), z.enum(["owner", "member", "visitor"])),
      applicationGrants: z.record(z.string(), z.enum(["read", "write", "owner"])),
    }),
  ),
  applications: z.array(
    z.object({
      id: z.guid(),
      displayName: z.string(),
      exposedScopes: names,
      applicationPermissions: names,
      delegatedPermissions: names,
      redirectUris: names,
      publicClient: z.boolean(),
      clientKeys: z.optional(names),
    }),
  ),
});

/** Reads and checks the file that tells the workspace of people, sites and applications; throws with what is wrong in it. */
export function readWorkspaceSeed(file: string): WorkspaceSeed {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  const seed = seedSchema.safeParse(content);
  if (!seed.success) throw new Error(`The seed file ${file} is not usable: ${z.prettifyError(seed.error)}`);
  return seed.data as WorkspaceSeed;
}
