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
  activityTypes: z.array(z.object({ type: z.string() })),
  tabs: z.array(
    z.object({
      entityId: z.string(),
      name: z.string(),
      contentUrl: z.string(),
      websiteUrl: z.optional(z.string()),
    }),
  ),
  configurableTab: z.optional(z.object({ configurationUrl: z.string(), canUpdateConfiguration: z.boolean() })),
  webApplication: z.optional(z.object({ id: z.string(), resource: z.optional(z.string()) })),
});
export type HostApp = z.infer<typeof appSchema>;

/** Address of the coloured picture an app's package brings. */
export function appPicture(app: HostApp | undefined): string | undefined {
  return app?.hasIcons === true ? `/workspace/apps/${app.id}/icons/color` : undefined;
}

const teamSchema = z.object({
  /** Thread id of the team and of its general channel. */
  id: z.string(),
  groupId: z.string(),
  displayName: z.string(),
  sitePath: z.string(),
  /** By object id of the person. */
  roles: z.record(z.string(), z.enum(["owner", "member"])),
});
export type Team = z.infer<typeof teamSchema>;

const channelTabSchema = z.object({
  id: z.string(),
  channelId: z.string(),
  appId: z.string(),
  name: z.string(),
  entityId: z.string(),
  contentUrl: z.string(),
  websiteUrl: z.optional(z.string()),
  removeUrl: z.optional(z.string()),
});
/** A tab somebody has set up in a channel; everybody in the team sees it. */
export type ChannelTab = z.infer<typeof channelTabSchema>;

const configurationSchema = z.object({
  origins: z.object({ host: z.string(), graph: z.string(), identity: z.string(), sharePoint: z.string() }),
  tenant: z.object({ id: z.string(), displayName: z.string(), domain: z.string(), timeZone: z.string() }),
  teams: z.array(teamSchema),
});
export type HostConfiguration = z.infer<typeof configurationSchema>;

/** Everything the shell needs before it can draw. */
export interface HostData {
  readonly configuration: HostConfiguration;
  readonly personas: readonly Persona[];
  readonly apps: readonly HostApp[];
  readonly channelTabs: readonly ChannelTab[];
}

/** Loads the shell's data from the workspace; rejects when the workspace does not answer. */
export async function loadHostData(): Promise<HostData> {
  const [configuration, { personas }, apps, channelTabs] = await Promise.all([
    read("configuration", configurationSchema),
    read("personas", z.object({ personas: z.array(personaSchema) })),
    loadApps(),
    loadChannelTabs(),
  ]);
  return { configuration, personas, apps, channelTabs };
}

/** The installed apps, in the order they were installed. */
export async function loadApps(): Promise<readonly HostApp[]> {
  return (await read("apps", z.object({ apps: z.array(appSchema) }))).apps;
}

/** The tabs of all channels, in the order they were added. */
export async function loadChannelTabs(): Promise<readonly ChannelTab[]> {
  return (await read("channel-tabs", z.object({ tabs: z.array(channelTabSchema) }))).tabs;
}

type TabSetup = Pick<ChannelTab, "name" | "entityId" | "contentUrl"> & Partial<ChannelTab>;

/** Adds a tab to a channel, or gives one (by `tab.id`) a new set-up. Its id; undefined when the workspace refuses. */
export async function saveChannelTab({ id, ...setup }: TabSetup): Promise<string | undefined> {
  const path = id === undefined ? "/workspace/channel-tabs" : `/workspace/channel-tabs/${id}`;
  const method = id === undefined ? "POST" : "PUT";
  const answer = await fetch(path, { method, body: JSON.stringify(setup) }).catch(() => undefined);
  if (answer?.ok !== true) return undefined;
  const saved: unknown = await answer.json();
  return channelTabSchema.parse(saved).id;
}

/** Takes a tab out of its channel; false when the workspace does not answer. */
export async function removeChannelTab(id: string): Promise<boolean> {
  const answer = await fetch(`/workspace/channel-tabs/${id}`, { method: "DELETE" }).catch(() => undefined);
  return answer?.ok === true;
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
