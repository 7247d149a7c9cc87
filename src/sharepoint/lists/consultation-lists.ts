import * as z from "zod/mini";
import type { Consultation } from "#domain/consultations/consultation.ts";
import {
  answerRoads,
  type ConsultationAnswer,
  type ConsultationParty,
  partyChannels,
  partyDuties,
} from "#domain/consultations/consultation-party.ts";
import { closesAt } from "#domain/consultations/deadline.ts";
import { dateTimeColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logSchema, orUndefined, plainDateSchema } from "./schema-parts.ts";

const pressSchema = { at: instantSchema, by: keySchema };

const answerSchema: z.ZodMiniType<ConsultationAnswer> = z.object({
  noComments: z.boolean(),
  text: z.string(),
  attachments: z.array(z.string()),
  receivedAt: instantSchema,
  by: keySchema,
  road: z.enum(answerRoads),
  registeredAt: orUndefined(instantSchema),
  files: orUndefined(z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() }))),
});

const partySchema: z.ZodMiniType<ConsultationParty> = z.object({
  key: keySchema,
  consultationKey: keySchema,
  code: z.string(),
  name: z.string(),
  duty: z.enum(partyDuties),
  law: z.string(),
  channel: z.enum(partyChannels),
  personKeys: z.array(keySchema),
  email: z.string(),
  answer: orUndefined(answerSchema),
  earlierAnswers: z.array(answerSchema),
  comment: orUndefined(z.object({ ...pressSchema, summary: z.string(), comment: z.string(), changes: z.boolean() })),
  lateIncluded: z.boolean(),
  removedAt: orUndefined(instantSchema),
  log: logSchema,
});

const consultationSchema: z.ZodMiniType<Consultation> = z.object({
  key: keySchema,
  subject: z.string(),
  caseNumber: z.string(),
  caseKey: orUndefined(keySchema),
  message: z.string(),
  material: z.array(z.object({ name: z.string(), link: z.string(), documentNumber: z.string() })),
  sendOn: orUndefined(plainDateSchema),
  deadlineOn: orUndefined(plainDateSchema),
  deadlineTime: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  stepBefore: orUndefined(
    z.object({ body: z.string(), meetingOn: plainDateSchema, decidedOn: orUndefined(plainDateSchema) }),
  ),
  nextStep: orUndefined(
    z.object({ body: z.string(), meetingOn: plainDateSchema, agendaOn: orUndefined(plainDateSchema) }),
  ),
  closed: z.boolean(),
  caseOfficerKey: keySchema,
  createdAt: instantSchema,
  sent: orUndefined(z.object({ ...pressSchema, startsAt: instantSchema })),
  treated: orUndefined(z.object(pressSchema)),
  deleteOn: orUndefined(plainDateSchema),
  answersDeleted: orUndefined(z.object({ at: instantSchema, parties: z.array(partySchema) })),
  log: logSchema,
});

/** Consultations with their dates; who is heard stands in the list of parties. */
export const consultationList = defineRecordList({
  name: "Hoeringer",
  title: "Høringer",
  description: "Én række pr. høring. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: consultationSchema,
  parts: 2,
  columns: {
    Title: titleColumn({ title: "Emne", description: "Hvad der høres om" }),
    Sagsnummer: textColumn({ title: "Sagsnummer", description: "Sagens nummer" }),
    Frist: dateTimeColumn({ title: "Lukker", description: "Første tidspunkt, der er for sent", indexed: true }),
  },
  toColumns: (consultation) => ({
    Title: consultation.subject,
    Sagsnummer: consultation.caseNumber,
    Frist: closesAt(consultation),
  }),
});

/** Parties with their answers: one row per party and consultation guards that one answer is in force. */
export const consultationPartyList = defineRecordList({
  name: "Hoeringsparter",
  title: "Høringsparter og svar",
  description: "Én række pr. høringspart og høring med partens svar. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: partySchema,
  parts: 4,
  columns: {
    Title: titleColumn({ title: "Høringspart", description: "Partens navn" }),
    Hoering: textColumn({ title: "Høring", description: "Høringens nøgle", indexed: true }),
    Modtaget: dateTimeColumn({ title: "Modtaget", description: "Hvornår svaret blev modtaget" }),
  },
  toColumns: (party) => ({ Title: party.name, Hoering: party.consultationKey, Modtaget: party.answer?.receivedAt }),
});
