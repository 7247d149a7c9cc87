import * as z from "zod/mini";

/** What `GET /channel/client/conversations` answers. */
export const conversationsSchema = z.object({
  timeZone: z.string(),
  conversations: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["personal", "channel"]),
      appId: z.string(),
      appName: z.string(),
      /** The team whose channel it is. */
      teamName: z.optional(z.string()),
      installed: z.boolean(),
      /** This person may remove the app here, and install it again. */
      mayRemove: z.boolean(),
      unread: z.number(),
      lastAt: z.optional(z.string()),
      preview: z.optional(z.string()),
    }),
  ),
});

/** What `GET …/messages` answers; oldest first. */
export const messagesSchema = z.object({
  me: z.string(),
  /** How many people are in the conversation. */
  members: z.number(),
  more: z.boolean(),
  messages: z.array(
    z.object({
      seq: z.number(),
      id: z.string(),
      author: z.enum(["bot", "person"]),
      /** The name of another person who wrote it. */
      from: z.optional(z.string()),
      /** The message whose thread it is in. */
      rootId: z.optional(z.string()),
      text: z.optional(z.string()),
      textFormat: z.optional(z.string()),
      cards: z.array(z.unknown()),
      createdAt: z.string(),
      editedAt: z.optional(z.string()),
    }),
  ),
});

/** What a card press answers. */
export const pressAnswerSchema = z.union([
  z.object({ kind: z.literal("card"), card: z.unknown() }),
  z.object({ kind: z.literal("message"), text: z.string() }),
  z.object({ kind: z.literal("error"), code: z.string(), text: z.string() }),
  z.object({ kind: z.literal("failure"), reason: z.enum(["timeout", "unreachable", "bad-answer", "removed"]) }),
]);

/** What `GET` and `POST /channel/switches` answer: what the channel does wrong on purpose. */
export const switchesSchema = z.object({
  retryInvokes: z.boolean(),
  throttledCalls: z.number(),
  retryAfterS: z.number(),
});

export const changeSchema = z.object({ conversationId: z.string(), kind: z.enum(["message", "read", "typing"]) });

export type ConversationSummary = z.infer<typeof conversationsSchema>["conversations"][number];
export type ChatMessage = z.infer<typeof messagesSchema>["messages"][number];
export type PressAnswer = z.infer<typeof pressAnswerSchema>;
export type Switches = z.infer<typeof switchesSchema>;
export type Change = z.infer<typeof changeSchema>;

/** An Action.Execute as pressed, its inputs merged into `data`. */
export interface ExecuteAction {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly id?: string;
  readonly title?: string;
  readonly data?: unknown;
}
