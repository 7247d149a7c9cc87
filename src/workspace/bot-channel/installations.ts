import type { WorkspacePerson } from "../workspace-seed.ts";
import type { BotDelivery } from "./bot-delivery.ts";
import type { ChannelStore, Conversation } from "./channel-store.ts";
import { channelUserId, type InstalledApp } from "./channel-wire.ts";

/** Tells bots about people they are installed for, until the bot has answered. */
export interface Installations {
  /** Installs the app for everybody and returns; the bot is told in the background. */
  installForEverybody(app: InstalledApp): void;
  /** Makes sure one person has the app, as when a chat is opened the first time. */
  ensure(app: InstalledApp, personId: string): Conversation;
  /** The bot may not write any more; it is told once. */
  remove(app: InstalledApp): Promise<void>;
  /** Resolves when no bot is left to be told. */
  settled(): Promise<void>;
  close(): void;
}

const concurrentPeople = 4;
const firstRetryMs = 250;
const longestRetryMs = 5_000;

export function createInstallations(options: {
  readonly people: readonly WorkspacePerson[];
  readonly store: ChannelStore;
  readonly delivery: BotDelivery;
  /** Waits on the machine's clock before a bot that did not answer is tried again. */
  readonly wait: (milliseconds: number) => Promise<void>;
}): Installations {
  const { store, delivery } = options;
  const people = new Map(options.people.map((person) => [person.id, person]));
  const queued = new Set<string>();
  const lanes = new Map<string, Promise<void>[]>();
  let closed = false;

  const tell = async (app: InstalledApp, person: WorkspacePerson, conversationId: string): Promise<void> => {
    for (let pause = firstRetryMs; ; pause = Math.min(pause * 2, longestRetryMs)) {
      if (closed || store.conversation(conversationId)?.state !== "pending") return;
      if (await announce(delivery, app, person)) {
        if (!closed) store.setInstallState(conversationId, "installed");
        return;
      }
      await options.wait(pause);
    }
  };
  /** Each app has its own lanes, so that one silent bot does not hold up another. */
  const enqueue = (app: InstalledApp, conversation: Conversation): void => {
    const person = people.get(conversation.personId);
    if (person === undefined || conversation.state !== "pending" || queued.has(conversation.id)) return;
    queued.add(conversation.id);
    const appLanes = lanes.get(app.id) ?? Array.from({ length: concurrentPeople }, async () => {});
    const lane = appLanes.shift() ?? Promise.resolve();
    appLanes.push(lane.then(() => tell(app, person, conversation.id)).finally(() => queued.delete(conversation.id)));
    lanes.set(app.id, appLanes);
  };
  return {
    installForEverybody: (app) => {
      for (const person of options.people) {
        const conversation = store.ensureConversation(app.id, person.id);
        if (conversation.state === "removed") store.setInstallState(conversation.id, "pending");
        enqueue(app, store.ensureConversation(app.id, person.id));
      }
    },
    ensure: (app, personId) => {
      const conversation = store.ensureConversation(app.id, personId);
      enqueue(app, conversation);
      return conversation;
    },
    remove: async (app) => {
      for (const conversation of store.conversationsOfApp(app.id)) {
        store.setInstallState(conversation.id, "removed");
        const person = people.get(conversation.personId);
        if (person !== undefined) await delivery.deliver(app, person, { type: "installationUpdate", action: "remove" });
      }
    },
    settled: async () => {
      while (queued.size > 0) await Promise.all([...lanes.values()].flat());
    },
    close: () => {
      closed = true;
    },
  };
}

/** Both activities Teams sends for a personal installation; true if the bot took both. */
async function announce(delivery: BotDelivery, app: InstalledApp, person: WorkspacePerson): Promise<boolean> {
  const installed = await delivery.deliver(app, person, { type: "installationUpdate", action: "add" });
  if (!accepted(installed)) return false;
  const member = { id: channelUserId(app.id, person.id), aadObjectId: person.id };
  return accepted(await delivery.deliver(app, person, { type: "conversationUpdate", membersAdded: [member] }));
}

function accepted(delivery: Awaited<ReturnType<BotDelivery["deliver"]>>): boolean {
  return delivery.kind === "answered" && delivery.status >= 200 && delivery.status < 300;
}
