import * as z from "zod/mini";

/** What `GET /channel/client/conversations` answers. */
export const conversationsSchema = z.object({
  timeZone: z.string(),
  conversations: z.array(
    z.object({
      id: z.string(),
      appId: z.string(),
      appName: z.string(),
      installed: z.boolean(),
      unread: z.number(),
      lastAt: z.optional(z.string()),
      preview: z.optional(z.string()),
    }),
  ),
});

/** What `GET …/messages` answers; oldest first. */
export const messagesSchema = z.object({
  me: z.string(),
  more: z.boolean(),
  messages: z.array(
    z.object({
      seq: z.number(),
      id: z.string(),
      author: z.enum(["bot", "person"]),
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
  z.object({ kind: z.literal("failure"), reason: z.enum(["timeout", "unreachable", "bad-answer"]) }),
]);

export const changeSchema = z.object({ conversationId: z.string(), kind: z.enum(["message", "read", "typing"]) });

export type ConversationSummary = z.infer<typeof conversationsSchema>["conversations"][number];
export type ChatMessage = z.infer<typeof messagesSchema>["messages"][number];
export type PressAnswer = z.infer<typeof pressAnswerSchema>;
export type Change = z.infer<typeof changeSchema>;

/** An Action.Execute as pressed, its inputs merged into `data`. */
export interface ExecuteAction {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly id?: string;
  readonly title?: string;
  readonly data?: unknown;
}
