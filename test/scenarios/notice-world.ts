import type { Notice } from "#domain/notices/notice.ts";
import { epochMs, type Instant, plusMillis } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { createNoticePauses, type NoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { type SendReport, sendNotices } from "#use-cases/notices/send-notices.ts";
import type { SenderDeps } from "#use-cases/notices/sender-deps.ts";
import type { Messenger } from "#use-cases/ports/messenger.ts";
import { type InMemoryRecords, inMemoryRecords } from "./in-memory-records.ts";
import { type RecordingMessenger, recordingMessenger, textCards } from "./recording-messenger.ts";
import { createWorld, good, type World } from "./world.ts";

/** A sender on records in memory; the machine's time is the world's. */
export interface NoticeWorld {
  readonly store: InMemoryRecords;
  readonly world: World;
  readonly messenger: RecordingMessenger;
  readonly pauses: NoticePauses;
  /** The service, or with a name of its own another one; one of a kill forgets what it knew, and has another name. */
  readonly sender: (more?: Partial<SenderDeps>) => SenderDeps;
  readonly send: (...plan: readonly Notice[]) => Promise<SendReport>;
  /** A notice to a person that is due now. */
  readonly notice: (user: string, more?: Partial<Notice>) => Notice;
  readonly installBot: (user: string, blockedAt?: Instant) => Promise<void>;
  /** How often each state stands in the sender records. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly later: (milliseconds: number) => void;
}

export async function openNoticeWorld(start = "2022-04-01 09:00"): Promise<NoticeWorld> {
  const store = inMemoryRecords();
  const world = await createWorld({ records: store.records, basis: store.basis }, start);
  const messenger = recordingMessenger();
  const pauses = createNoticePauses(() => epochMs(world.now()));
  const sender = (more: Partial<SenderDeps> = {}): SenderDeps => ({
    ...world.deps,
    messenger,
    renderCard: textCards,
    pauses: more.instance === undefined ? pauses : createNoticePauses(() => epochMs(world.now())),
    instance: "one",
    ...more,
  });
  return {
    store,
    world,
    messenger,
    pauses,
    sender,
    send: async (...plan) => good(await sendNotices(sender(), () => plan)),
    notice: (user, more = {}) => ({
      key: keyOf("notice", user, more.part ?? "", more.subjectKey ?? ""),
      kind: "outcome",
      recipientKey: world.personKey(user),
      subjectKey: keyOf("application", 1),
      part: "",
      dueAt: world.now(),
      expiresAt: plusMillis(world.now(), 30 * 86_400_000),
      ...more,
    }),
    async installBot(user, blockedAt) {
      const personKey = world.personKey(user);
      const conversation = aConversation(user, personKey, world.now(), blockedAt);
      good(await store.records.conversations.create(conversation));
    },
    counts() {
      const counts: Record<string, number> = {};
      for (const { value } of store.records.senders.all()) {
        for (const { state } of value.deliveries) counts[state] = (counts[state] ?? 0) + 1;
      }
      return counts;
    },
    later: (milliseconds) => world.setNow(plusMillis(world.now(), milliseconds)),
  };
}

/** A messenger that notes when it was asked, and lets another answer. */
export function watching(messenger: Messenger, asked: (act: "send" | "update", to: string) => void): Messenger {
  return {
    send(conversation, ...rest) {
      asked("send", conversation.conversationId);
      return messenger.send(conversation, ...rest);
    },
    update(conversation, ...rest) {
      asked("update", conversation.conversationId);
      return messenger.update(conversation, ...rest);
    },
  };
}
