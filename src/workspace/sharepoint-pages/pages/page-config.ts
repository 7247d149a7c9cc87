import * as z from "zod/mini";

const personSchema = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string(),
  jobTitle: z.string(),
});

const configSchema = z.object({
  origin: z.string(),
  graphOrigin: z.string(),
  tokenAddress: z.string(),
  hostOrigin: z.string(),
  siteHost: z.string(),
  scriptClientId: z.string(),
  restScope: z.optional(z.string()),
  timeZone: z.string(),
  tenantName: z.string(),
  now: z.string(),
  persona: personSchema,
  personas: z.array(personSchema),
  sites: z.array(z.object({ path: z.string(), name: z.string() })),
  site: z.optional(
    z.object({
      path: z.string(),
      name: z.string(),
      owners: z.array(z.string()),
      applications: z.array(z.string()),
    }),
  ),
});

/** What the server told this page: addresses, who is signed in, the site and who may be asked for access to it. */
export type PageConfig = z.infer<typeof configSchema>;

export const themes = ["default", "dark", "contrast"] as const;
export type PageTheme = (typeof themes)[number];

export function readPageConfig(): PageConfig {
  return configSchema.parse(JSON.parse(document.getElementById("page-config")?.textContent ?? "null"));
}

/** The host's theme, from the address. */
export function readTheme(query: URLSearchParams): PageTheme {
  return themes.find((theme) => theme === query.get("theme")) ?? "default";
}

/** An address on these pages that keeps persona, theme and language. */
export function keepingPersona(
  path: string,
  here: URLSearchParams,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(more);
  for (const name of ["persona", "theme", "lang"]) {
    const value = here.get(name);
    if (value !== null && !query.has(name)) query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
