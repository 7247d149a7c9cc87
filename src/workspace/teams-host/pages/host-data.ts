import * as z from "zod/mini";

const personaSchema = z.object({
  id: z.string(),
  /** The part of the user principal name before the at sign. */
  userName: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string(),
  jobTitle: z.string(),
  department: z.string(),
  featured: z.boolean(),
});
export type Persona = z.infer<typeof personaSchema>;

const appSchema = z.object({
  id: z.string(),
  name: z.string(),
  accentColor: z.string(),
  botId: z.string(),
  origin: z.string(),
  hasIcons: z.boolean(),
  showLoadingIndicator: z.boolean(),
  tabs: z.array(
    z.object({
      entityId: z.string(),
      name: z.string(),
      contentUrl: z.string(),
      websiteUrl: z.optional(z.string()),
    }),
  ),
  webApplication: z.optional(z.object({ id: z.string(), resource: z.optional(z.string()) })),
});
export type HostApp = z.infer<typeof appSchema>;

const configurationSchema = z.object({
  origins: z.object({ host: z.string(), graph: z.string(), identity: z.string(), sharePoint: z.string() }),
  tenant: z.object({ id: z.string(), displayName: z.string(), domain: z.string(), timeZone: z.string() }),
});
export type HostConfiguration = z.infer<typeof configurationSchema>;

/** Everything the shell needs before it can draw. */
export interface HostData {
  readonly configuration: HostConfiguration;
  readonly personas: readonly Persona[];
  readonly apps: readonly HostApp[];
}

/** Loads the shell's data from the workspace; rejects when the workspace does not answer. */
export async function loadHostData(): Promise<HostData> {
  const [configuration, { personas }, apps] = await Promise.all([
    read("configuration", configurationSchema),
    read("personas", z.object({ personas: z.array(personaSchema) })),
    loadApps(),
  ]);
  return { configuration, personas, apps };
}

/** The installed apps, in the order they were installed. */
export async function loadApps(): Promise<readonly HostApp[]> {
  return (await read("apps", z.object({ apps: z.array(appSchema) }))).apps;
}

async function read<T extends z.ZodMiniType>(path: string, schema: T): Promise<z.infer<T>> {
  const answer = await fetch(`/workspace/${path}`);
  if (!answer.ok) throw new Error(`The workspace answered ${answer.status} to ${path}`);
  const body: unknown = await answer.json();
  return schema.parse(body);
}

/** The host's own token for a persona, kept until shortly before it ends. */
export function createPersonaTokens(): (personaId: string) => Promise<string> {
  const kept = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return (personaId) => {
    const known = kept.get(personaId);
    if (known !== undefined && known.until > performance.now()) return known.token;
    const token = requestPersonaToken(personaId);
    kept.set(personaId, { token, until: performance.now() + 50 * 60_000 });
    token.catch(() => kept.delete(personaId));
    return token;
  };
}

async function requestPersonaToken(personaId: string): Promise<string> {
  const answer = await fetch("/workspace/persona-token", {
    method: "POST",
    body: JSON.stringify({ account: personaId }),
  });
  if (!answer.ok) throw new Error(`The workspace answered ${answer.status} to a persona token`);
  const body: unknown = await answer.json();
  return z.object({ access_token: z.string() }).parse(body).access_token;
}
