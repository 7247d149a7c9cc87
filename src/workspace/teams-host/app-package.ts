import { strFromU8, unzipSync } from "fflate";
import * as z from "zod/mini";

/** A Teams app as an administrator uploaded it, with its addresses turned to where it lives locally. */
export interface AppPackage {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly accentColor: string;
  /** Application id of the bot. */
  readonly botId: string;
  /** Where the bot may be installed. */
  readonly botScopes: readonly BotScope[];
  readonly tabs: readonly AppTab[];
  /** The app's page on which a tab in a channel is set up; undefined when it has none for teams. */
  readonly configurableTab: { readonly configurationUrl: string; readonly canUpdateConfiguration: boolean } | undefined;
  /** Origin the tab's pages come from. */
  readonly origin: string;
  readonly messagesUrl: string | undefined;
  /** The host shows a spinner until the tab says that it is loaded. */
  readonly showLoadingIndicator: boolean;
  /** `webApplicationInfo`: for single sign-on tokens. */
  readonly webApplication: { readonly id: string; readonly resource: string | undefined } | undefined;
  /** What the app may put into people's activity feeds, with the text each type has. */
  readonly activityTypes: readonly { readonly type: string; readonly templateText: string }[];
  readonly icons: { readonly color: Uint8Array | undefined; readonly outline: Uint8Array | undefined };
}

type BotScope = "personal" | "team";

export interface AppTab {
  readonly entityId: string;
  readonly name: string;
  /** With the manifest's {placeholders} still in it. */
  readonly contentUrl: string;
  readonly websiteUrl: string | undefined;
}

export type AppPackageAnswer =
  | { readonly ok: true; readonly value: AppPackage }
  | { readonly ok: false; readonly refusal: string };

const httpsUrl = z.url({ protocol: /^https$/u });

const manifestSchema = z.looseObject({
  id: z.guid(),
  version: z.string(),
  name: z.looseObject({ short: z.string().check(z.maxLength(30)) }),
  accentColor: z.string().check(z.regex(/^#[0-9a-f]{6}$/iu)),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  staticTabs: z.array(
    z.looseObject({
      entityId: z.string().check(z.maxLength(64)),
      name: z.optional(z.string()),
      contentUrl: z.optional(httpsUrl),
      websiteUrl: z.optional(httpsUrl),
    }),
  ),
  configurableTabs: z.optional(
    z
      .array(
        z.looseObject({
          configurationUrl: httpsUrl,
          canUpdateConfiguration: z._default(z.boolean(), true),
          scopes: z.array(z.enum(["team", "groupChat"])),
        }),
      )
      .check(z.maxLength(1)),
  ),
  bots: z
    .array(z.looseObject({ botId: z.guid(), scopes: z.optional(z.array(z.string())) }))
    .check(z.minLength(1), z.maxLength(1)),
  showLoadingIndicator: z.optional(z.boolean()),
  webApplicationInfo: z.optional(z.looseObject({ id: z.guid(), resource: z.optional(z.string()) })),
  activities: z.optional(
    z.looseObject({
      activityTypes: z.optional(z.array(z.looseObject({ type: z.string(), templateText: z.string() }))),
    }),
  ),
});

/**
 * Reads an app package (zip with manifest.json and icons at its root). `placement.origin` replaces the manifest's
 * https origin, `placement.bot` is the bot's messaging endpoint, which a manifest does not hold.
 */
export function readAppPackage(
  zip: Uint8Array,
  placement: { readonly origin: string | undefined; readonly bot: string | undefined },
): AppPackageAnswer {
  const files = unzip(zip);
  if (files === undefined) return { ok: false, refusal: "The body is not a zip file." };
  const manifestFile = files["manifest.json"];
  if (manifestFile === undefined) return { ok: false, refusal: "The package has no manifest.json at its root." };
  const manifest = manifestSchema.safeParse(parseJson(strFromU8(manifestFile)));
  if (!manifest.success) return { ok: false, refusal: `manifest.json: ${z.prettifyError(manifest.error)}` };
  const { data } = manifest;
  const missingIcon = [data.icons.color, data.icons.outline].find((name) => files[name] === undefined);
  if (missingIcon !== undefined) return { ok: false, refusal: `The icon ${missingIcon} is not in the package.` };
  const contentUrl = data.staticTabs.find((tab) => tab.contentUrl !== undefined)?.contentUrl;
  const bot = data.bots[0];
  if (contentUrl === undefined || bot === undefined)
    return { ok: false, refusal: "manifest.json: no static tab has a contentUrl." };
  const published = new URL(contentUrl).origin;
  const origin = placement.origin ?? published;
  const localUrl = (url: string): string =>
    url.startsWith(`${published}/`) ? origin + url.slice(published.length) : url;
  return {
    ok: true,
    value: {
      id: data.id,
      name: data.name.short,
      version: data.version,
      accentColor: data.accentColor,
      botId: bot.botId,
      botScopes: (["personal", "team"] as const).filter((scope) => bot.scopes?.includes(scope)),
      // Entries like "conversations" and "about" are the host's own pages and have no contentUrl.
      tabs: data.staticTabs.flatMap((tab) =>
        tab.contentUrl === undefined
          ? []
          : [
              {
                entityId: tab.entityId,
                name: tab.name ?? data.name.short,
                contentUrl: localUrl(tab.contentUrl),
                websiteUrl: tab.websiteUrl === undefined ? undefined : localUrl(tab.websiteUrl),
              },
            ],
      ),
      configurableTab: configurableTab(data.configurableTabs?.[0], localUrl),
      origin,
      messagesUrl: placement.bot,
      showLoadingIndicator: data.showLoadingIndicator === true,
      webApplication:
        data.webApplicationInfo === undefined
          ? undefined
          : { id: data.webApplicationInfo.id, resource: data.webApplicationInfo.resource },
      activityTypes: data.activities?.activityTypes?.map(({ type, templateText }) => ({ type, templateText })) ?? [],
      icons: { color: files[data.icons.color], outline: files[data.icons.outline] },
    },
  };
}

/** The page that sets up a tab of a team; a tab for group chats alone is not offered in channels. */
function configurableTab(
  tab: { configurationUrl: string; canUpdateConfiguration: boolean; scopes: readonly string[] } | undefined,
  localUrl: (url: string) => string,
): AppPackage["configurableTab"] {
  if (tab === undefined || !tab.scopes.includes("team")) return undefined;
  const { configurationUrl, canUpdateConfiguration } = tab;
  return { configurationUrl: localUrl(configurationUrl), canUpdateConfiguration };
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(zip);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
