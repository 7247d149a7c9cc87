import * as z from "zod/mini";
import type { TabHandler } from "./tab-connection.ts";

const configSchema = z.object({
  entityId: z.optional(z.string()),
  contentUrl: z.url(),
  websiteUrl: z.optional(z.nullable(z.string())),
  removeUrl: z.optional(z.nullable(z.string())),
  suggestedDisplayName: z.optional(z.string()),
});

/** What a configurable tab says of itself: which page of the app stands in the channel, and under which name. */
export interface TabConfig {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string | undefined;
  readonly removeUrl: string | undefined;
  readonly suggestedDisplayName: string | undefined;
}

/** What a tab's settings page or removal page can ask. */
export interface SettingsSide {
  /** The configuration as it stands; undefined before the first save. */
  current(): TabConfig | undefined;
  /** A sentence when the configuration cannot be used, else undefined. */
  change(config: TabConfig): string | undefined;
  /** Whether the button that ends the dialog can be pressed. */
  setValid(valid: boolean): void;
  /** The app's word on saving or removing; a reason when it failed. */
  finished(outcome: { readonly ok: true } | { readonly ok: false; readonly reason: string | undefined }): void;
}

/** The functions of `pages.config`; outside of settings only reading is possible. */
export function settingsHandlers(
  side: Pick<SettingsSide, "current"> & Partial<SettingsSide>,
): Readonly<Record<string, TabHandler>> {
  const succeeded: TabHandler = () => nothing(side.finished?.({ ok: true }));
  const failed: TabHandler = ([reason]) =>
    nothing(side.finished?.({ ok: false, reason: typeof reason === "string" ? reason : undefined }));
  return {
    "settings.getSettings": () => [side.current() ?? {}],
    "settings.setSettings": ([config]) => {
      const parsed = parseConfig(config);
      const refusal = parsed === undefined ? "The contentUrl is missing or no address" : side.change?.(parsed);
      return refusal === undefined ? [true] : [false, refusal];
    },
    "settings.setValidityState": ([valid]) => nothing(side.setValid?.(valid === true)),
    "settings.save.success": succeeded,
    "settings.save.failure": failed,
    "settings.remove.success": succeeded,
    "settings.remove.failure": failed,
  };
}

function parseConfig(value: unknown): TabConfig | undefined {
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { entityId, contentUrl, websiteUrl, removeUrl, suggestedDisplayName } = parsed.data;
  return {
    entityId: entityId ?? "",
    contentUrl,
    websiteUrl: websiteUrl ?? undefined,
    removeUrl: removeUrl ?? undefined,
    suggestedDisplayName: suggestedDisplayName === "" ? undefined : suggestedDisplayName,
  };
}

function nothing(_effect: void | undefined): undefined {
  return undefined;
}
