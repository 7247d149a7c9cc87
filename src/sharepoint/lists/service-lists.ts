import * as z from "zod/mini";
import { noticeKinds } from "#domain/notices/notice.ts";
import { type Conversation, deliveryStates, type SenderRecord } from "#domain/notices/sender-record.ts";
import type { AuditLine } from "#use-cases/ports/records.ts";
import { dateTimeColumn, numberColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logLineShape, orUndefined } from "./schema-parts.ts";

const senderSchema: z.ZodMiniType<SenderRecord> = z.object({
  key: keySchema,
  kind: z.enum(noticeKinds),
  subjectKey: keySchema,
  shard: z.number(),
  deliveries: z.array(
    z.object({
      noticeKey: keySchema,
      recipientKey: keySchema,
      part: z.string(),
      state: z.enum(deliveryStates),
      at: instantSchema,
      conversationId: z.string(),
      activityId: z.string(),
      cardHash: z.string(),
      closed: z._default(z.boolean(), false),
      seenAt: z.optional(instantSchema),
    }),
  ),
});

const conversationSchema: z.ZodMiniType<Conversation> = z.object({
  key: keySchema,
  personKey: keySchema,
  objectId: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  userId: z.string(),
  botId: z.string(),
  tenantId: z.string(),
  locale: z.string(),
  blockedAt: orUndefined(instantSchema),
  installedAt: instantSchema,
});

const auditSchema: z.ZodMiniType<AuditLine> = z.object({
  ...logLineShape,
  key: keySchema,
  recordKey: keySchema,
  recordKind: z.string(),
});

/** What was sent to whom: at most 200 recipients a shard (law 8). */
export const senderList = defineRecordList({
  name: "Udsendelser",
  title: "Udsendelser",
  description: "Hvad Fremdrift har sendt i Teams, og hvordan det gik. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: senderSchema,
  parts: 2,
  columns: {
    Title: titleColumn({ title: "Art", description: "Beskedens art" }),
    Emne: textColumn({ title: "Emne", description: "Nøglen på det, beskeden handler om", indexed: true }),
    Antal: numberColumn({ title: "Antal", description: "Antal modtagere i rækken" }),
  },
  toColumns: (sender) => ({ Title: sender.kind, Emne: sender.subjectKey, Antal: sender.deliveries.length }),
});

/** Where the bot reaches people. */
export const conversationList = defineRecordList({
  name: "Samtaler",
  title: "Samtaler",
  description: "Hvor Fremdrift kan skrive til en medarbejder i Teams. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: conversationSchema,
  columns: {
    Title: titleColumn({ title: "Person", description: "Personens nøgle" }),
    Installeret: dateTimeColumn({ title: "Installeret", description: "Hvornår appen blev installeret" }),
  },
  toColumns: (conversation) => ({ Title: conversation.personKey, Installeret: conversation.installedAt }),
});

/** The append-only log (law 6): a row is never changed. */
export const auditList = defineRecordList({
  name: "Logbog",
  title: "Logbog",
  description: "Hvem gjorde hvad hvornår; kædet sammen post for post. Rækker tilføjes, men ændres aldrig.",
  schemaVersion: 1,
  schema: auditSchema,
  columns: {
    Title: titleColumn({ title: "Handling", description: "Hvad der blev gjort" }),
    Post: textColumn({ title: "Post", description: "Postens nøgle", indexed: true }),
    LoebeNr: numberColumn({ title: "Løbenr.", description: "Linjens nummer i postens log" }),
    Tidspunkt: dateTimeColumn({ title: "Tidspunkt", description: "Hvornår", indexed: true }),
  },
  toColumns: (line) => ({ Title: line.action, Post: line.recordKey, LoebeNr: line.seq, Tidspunkt: line.at }),
});
