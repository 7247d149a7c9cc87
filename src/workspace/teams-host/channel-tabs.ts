import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod/mini";

const configuration = {
  /** The name that stands on the tab. */
  name: z.string().check(z.minLength(1), z.maxLength(128)),
  entityId: z.string(),
  contentUrl: z.url({ protocol: /^https?$/u }),
  websiteUrl: z.optional(z.url({ protocol: /^https?$/u })),
  /** The app's own page shown before the tab is removed. */
  removeUrl: z.optional(z.url({ protocol: /^https?$/u })),
};

/** What an app's settings page decides of a tab. */
export const tabConfigurationSchema = z.object(configuration);
export type TabConfiguration = z.infer<typeof tabConfigurationSchema>;

export const newTabSchema = z.object({ ...configuration, channelId: z.string(), appId: z.string() });
type NewTab = z.infer<typeof newTabSchema>;

const tabSchema = z.object({ ...newTabSchema.shape, id: z.string() });
/** A configured tab as it stands in a channel, the same for all members. */
export type ChannelTab = z.infer<typeof tabSchema>;

/** The tabs of all channels. */
export interface ChannelTabs {
  list(): readonly ChannelTab[];
  find(id: string): ChannelTab | undefined;
  add(tab: NewTab): ChannelTab;
  /** Undefined when the tab is gone. */
  configure(id: string, configuration: TabConfiguration): ChannelTab | undefined;
  /** False when it is gone already. */
  remove(id: string): boolean;
}

/** Keeps the tabs in a file, or in memory without one. */
export function createChannelTabs(file?: string): ChannelTabs {
  let tabs = readKept(file);
  const keep = (next: readonly ChannelTab[]): void => {
    tabs = next;
    if (file === undefined) return;
    writeFileSync(`${file}.new`, JSON.stringify(next, undefined, 2));
    renameSync(`${file}.new`, file);
  };
  const find = (id: string): ChannelTab | undefined => tabs.find((tab) => tab.id === id);
  return {
    list: () => tabs,
    find,
    add(tab) {
      const added = { ...tab, id: randomUUID() };
      keep([...tabs, added]);
      return added;
    },
    configure(id, next) {
      const before = find(id);
      if (before === undefined) return undefined;
      const after = { ...next, id, channelId: before.channelId, appId: before.appId };
      keep(tabs.map((tab) => (tab.id === id ? after : tab)));
      return after;
    },
    remove(id) {
      const known = find(id) !== undefined;
      if (known) keep(tabs.filter((tab) => tab.id !== id));
      return known;
    },
  };
}

function readKept(file: string | undefined): readonly ChannelTab[] {
  if (file === undefined || !existsSync(file)) return [];
  const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
  return z.array(tabSchema).parse(kept);
}
