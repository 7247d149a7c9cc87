import type { Team } from "../teams-host/teams.ts";
import type { BotDelivery, Delivery } from "./bot-delivery.ts";
import type { ChannelStore, Conversation } from "./channel-store.ts";
import { channelBotId, channelUserId, conversationIdOf, type InstalledApp } from "./channel-wire.ts";
import { channelOf, isForTeams, type Rosters } from "./rosters.ts";

/** Tells bots where they are installed, until the bot has answered. */
export interface Installations {
  /** Installs the app for everybody, and in every team if it is made for teams; the bot is told in the background. */
  installForEverybody(app: InstalledApp): void;
  /** Makes sure one person has the app, as when a chat is opened the first time. */
  ensure(app: InstalledApp, personId: string): Conversation;
  /** The channels an app has in the teams of a person. */
  ensureChannels(app: InstalledApp, personId: string): readonly Conversation[];
  /** Installs a removed app again in one conversation. */
  install(app: InstalledApp, conversation: Conversation): void;
  /** The bot may not write there any more; it is told once. */
  uninstall(app: InstalledApp, conversation: Conversation): Promise<void>;
  /** Uninstalls the app everywhere. */
  remove(app: InstalledApp): Promise<void>;
  /** Resolves when no bot is left to be told. */
  settled(): Promise<void>;
  close(): void;
}

interface InstallationParts {
  readonly personIds: readonly string[];
  readonly rosters: Rosters;
  readonly store: ChannelStore;
  readonly delivery: BotDelivery;
  /** Waits on the machine's clock before a bot that did not answer is tried again. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

const concurrentConversations = 4;
const firstRetryMs = 250;
const longestRetryMs = 5_000;

/**
 * Installations over the conversations of the store. A bot is told of four conversations at a time, and again after
 * 250 ms, doubled up to 5 s, until it has taken both activities; one silent bot holds up no other.
 */
export function createInstallations(parts: InstallationParts): Installations {
  const { store, rosters } = parts;
  const queue = createQueue(parts);
  const ensure = (id: string, app: InstalledApp, holderId: string): Conversation => {
    const conversation = store.ensureConversation(id, app.id, holderId);
    queue.add(app, conversation);
    return conversation;
  };
  const personal = (app: InstalledApp, personId: string): Conversation =>
    ensure(conversationIdOf(app.id, personId), app, personId);
  const channels = (app: InstalledApp, isFor: (team: Team) => boolean): Conversation[] =>
    isForTeams(app) ? rosters.teams.filter(isFor).map((team) => ensure(channelOf(app, team), app, team.id)) : [];
  const install = (app: InstalledApp, conversation: Conversation): void => {
    if (conversation.state === "removed") store.setInstallState(conversation.id, "pending");
    queue.add(app, store.ensureConversation(conversation.id, app.id, conversation.holderId));
  };
  const uninstall = async (app: InstalledApp, conversation: Conversation): Promise<void> => {
    store.setInstallState(conversation.id, "removed");
    const [person] = rosters.membersOf(conversation);
    if (person === undefined) return;
    await parts.delivery.deliver({ app, person, conversation }, { type: "installationUpdate", action: "remove" });
  };
  return {
    installForEverybody: (app) => {
      for (const personId of parts.personIds) install(app, personal(app, personId));
      for (const conversation of channels(app, () => true)) install(app, conversation);
    },
    ensure: personal,
    ensureChannels: (app, personId) => channels(app, ({ roles }) => Object.hasOwn(roles, personId)),
    install,
    uninstall,
    remove: async (app) => {
      for (const conversation of store.conversationsOfApp(app.id)) await uninstall(app, conversation);
    },
    settled: queue.settled,
    close: queue.close,
  };
}

/** Conversations whose bot is still to be told, a few at a time. */
function createQueue({ store, rosters, delivery, wait }: InstallationParts) {
  const queued = new Set<string>();
  const lanes = new Map<string, Promise<void>[]>();
  let closed = false;

  const tell = async (app: InstalledApp, conversation: Conversation): Promise<void> => {
    for (let pause = firstRetryMs; ; pause = Math.min(pause * 2, longestRetryMs)) {
      if (closed || store.conversation(conversation.id)?.state !== "pending") return;
      if (await announce(delivery, rosters, app, conversation)) {
        if (!closed && store.conversation(conversation.id)?.state === "pending")
          store.setInstallState(conversation.id, "installed");
        return;
      }
      await wait(pause);
    }
  };
  return {
    /** Each app has its own lanes, so that one silent bot does not hold up another. */
    add: (app: InstalledApp, conversation: Conversation): void => {
      if (conversation.state !== "pending" || queued.has(conversation.id)) return;
      if (rosters.membersOf(conversation).length === 0) return;
      queued.add(conversation.id);
      const appLanes = lanes.get(app.id) ?? Array.from({ length: concurrentConversations }, async () => {});
      const lane = appLanes.shift() ?? Promise.resolve();
      appLanes.push(lane.then(() => tell(app, conversation)).finally(() => queued.delete(conversation.id)));
      lanes.set(app.id, appLanes);
    },
    settled: async (): Promise<void> => {
      while (queued.size > 0) await Promise.all([...lanes.values()].flat());
    },
    close: (): void => {
      closed = true;
    },
  };
}

/** Both activities Teams sends for an installation; true if the bot took both. In a team the new member is the bot. */
async function announce(
  delivery: BotDelivery,
  rosters: Rosters,
  app: InstalledApp,
  conversation: Conversation,
): Promise<boolean> {
  const [person] = rosters.membersOf(conversation);
  if (person === undefined) return false;
  const occasion = { app, person, conversation };
  if (!accepted(await delivery.deliver(occasion, { type: "installationUpdate", action: "add" }))) return false;
  const isTeam = rosters.teamOf(conversation) !== undefined;
  const member = isTeam
    ? { id: channelBotId(app.id) }
    : { id: channelUserId(app.id, person.id), aadObjectId: person.id };
  const joined = { type: "conversationUpdate", membersAdded: [member] };
  const inTeam = isTeam ? { channelData: { eventType: "teamMemberAdded" } } : {};
  return accepted(await delivery.deliver(occasion, { ...joined, ...inTeam }));
}

function accepted(delivery: Delivery): boolean {
  return delivery.kind === "answered" && delivery.status >= 200 && delivery.status < 300;
}
