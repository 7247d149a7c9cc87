import * as z from "zod/mini";
import { timelineEntrySchema } from "./applications.ts";
import { instantSchema, keySchema, personRefSchema, plainDateSchema } from "./scalars.ts";

export const consultationStatusSchema = z.enum(["draft", "upcoming", "open", "closed", "treated"]);
export const partyStatusSchema = z.enum(["awaiting", "received", "receivedNoComments", "receivedLate", "noResponse"]);

/** "23:59", the last minute that counts. */
const clockTimeSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const line = (max: number) => z.string().check(z.maxLength(max));

/** How many have answered, and how. */
export const answerCountsSchema = z.object({
  total: z.int(),
  /** Received in time or late, with or without comments. */
  answered: z.int(),
  noComments: z.int(),
  late: z.int(),
  /** Neither answered nor, after the deadline, going to. */
  silent: z.int(),
  /** Answers that the administration still has to comment. */
  uncommented: z.int(),
});

/** One line of the list of consultations. */
export const consultationSummarySchema = z.object({
  key: keySchema,
  subject: z.string(),
  caseNumber: z.string(),
  status: consultationStatusSchema,
  closedItem: z.boolean(),
  caseOfficer: personRefSchema,
  startsAt: z.optional(instantSchema),
  closesAt: z.optional(instantSchema),
  /** "30. juli 2021 kl. 23.59", word for word as card, list and letter say it; "" while no deadline is set. */
  deadlineText: z.string(),
  /** The body that reads the answers, e.g. "ØK", or "". */
  nextBody: z.string(),
  nextMeetingOn: z.optional(plainDateSchema),
  /** Left out for a party that only sees its own. */
  counts: z.optional(answerCountsSchema),
  /** Names of those who have not answered, for who sees the counts. */
  missing: z.optional(z.array(z.string())),
  /** The reader's own party, when the reader answers for one. */
  own: z.optional(z.object({ partyKey: keySchema, name: z.string(), status: partyStatusSchema })),
  link: z.string(),
});
export type ConsultationSummary = z.infer<typeof consultationSummarySchema>;

/** GET /api/consultations: what the reader may see, the next deadline first. */
export const consultationListSchema = z.object({
  now: instantSchema,
  items: z.array(consultationSummarySchema),
  mayCreate: z.boolean(),
});
export type ConsultationList = z.infer<typeof consultationListSchema>;

export const materialSchema = z.object({ name: z.string(), link: z.string(), documentNumber: z.string() });

export const partyDutySchema = z.enum(["statutory", "voluntary"]);
export const partyChannelSchema = z.enum(["teams", "guest", "email", "registered"]);
export const answerRoadSchema = z.enum(["self", "email", "letter", "meeting", "phone"]);

export const answerFileSchema = z.object({
  name: z.string().check(z.maxLength(200)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.number().check(z.int(), z.minimum(1)),
});
export type AnswerFileView = z.infer<typeof answerFileSchema>;

export const consultationAnswerSchema = z.object({
  noComments: z.boolean(),
  text: z.string(),
  /** Names; those in `files` can be fetched at /api/parties/{key}/files/{sha256}. */
  attachments: z.array(z.string()),
  files: z.optional(z.array(answerFileSchema)),
  receivedAt: instantSchema,
  by: personRefSchema,
  road: answerRoadSchema,
  /** Set when staff registered it. */
  registeredAt: z.optional(instantSchema),
});
export type ConsultationAnswerView = z.infer<typeof consultationAnswerSchema>;

/** Buttons the reader may press at a party. */
export const partyActionSchema = z.enum(["answer", "replace", "register", "comment", "include-late"]);

export const consultationPartySchema = z.object({
  key: keySchema,
  code: z.string(),
  name: z.string(),
  duty: partyDutySchema,
  law: z.string(),
  channel: partyChannelSchema,
  persons: z.array(personRefSchema),
  /** Address of a party without Teams; only for who runs the consultation. */
  email: z.optional(z.string()),
  status: partyStatusSchema,
  /** Whether it is the reader's own party. */
  isOwn: z.boolean(),
  answer: z.optional(consultationAnswerSchema),
  earlierAnswers: z.array(consultationAnswerSchema),
  /** Left out for a party until the answers have been treated. */
  comment: z.optional(
    z.object({
      summary: z.string(),
      comment: z.string(),
      changes: z.boolean(),
      by: personRefSchema,
      at: instantSchema,
    }),
  ),
  lateIncluded: z.boolean(),
  /** What reminders the party gets, or has got. */
  remindOn: z.array(plainDateSchema),
  /** The letter to copy into a mail, for a party that Teams does not reach. */
  letter: z.optional(z.object({ subject: z.string(), text: z.string() })),
  actions: z.array(partyActionSchema),
});
export type ConsultationPartyView = z.infer<typeof consultationPartySchema>;

/** Something to think of at the deadline: warns, never stops. `text` is the whole sentence. */
export const deadlineWarningSchema = z.object({
  code: z.enum(["few-usable-days", "not-a-working-day", "after-agenda", "no-next-step"]),
  text: z.string(),
});
export type DeadlineWarning = z.infer<typeof deadlineWarningSchema>;

/** Buttons the reader may press at the consultation. */
export const consultationActionSchema = z.enum(["edit", "set-parties", "send", "treat"]);

const stepBeforeSchema = z.object({
  body: line(40),
  meetingOn: plainDateSchema,
  decidedOn: z.optional(plainDateSchema),
});
const nextStepSchema = z.object({ body: line(40), meetingOn: plainDateSchema, agendaOn: z.optional(plainDateSchema) });

/** GET /api/consultations/{key}: everything the page needs; parties others answer for are left out for a party. */
export const consultationPageSchema = z.object({
  now: instantSchema,
  consultation: consultationSummarySchema,
  message: z.string(),
  /** The case in Fremdrift it belongs to. */
  caseKey: z.optional(keySchema),
  material: z.array(materialSchema),
  sendOn: z.optional(plainDateSchema),
  deadlineOn: z.optional(plainDateSchema),
  deadlineTime: clockTimeSchema,
  stepBefore: z.optional(stepBeforeSchema),
  nextStep: z.optional(nextStepSchema),
  /** When the next step's agenda goes out: late answers may be taken in until then. */
  agendaOn: z.optional(plainDateSchema),
  treatedAt: z.optional(instantSchema),
  /** The day the answers are deleted here. */
  deleteOn: z.optional(plainDateSchema),
  /** How far that is, for those who follow the answers: "waiting" is for the case to be decided or closed. */
  deletion: z.optional(z.enum(["kept", "near", "waiting", "deleted"])),
  answersDeletedAt: z.optional(instantSchema),
  parties: z.array(consultationPartySchema),
  warnings: z.array(deadlineWarningSchema),
  actions: z.array(consultationActionSchema),
  /** Why the consultation cannot be treated now, as a whole sentence; left out when it can, or is none of the reader's. */
  treatBlocked: z.optional(z.string()),
  sendBlocked: z.optional(z.string()),
  /** Whether the reader may fetch the consultation report. */
  mayFetchNote: z.optional(z.boolean()),
  /** What has happened, oldest first; only for who runs it. */
  timeline: z.optional(z.array(timelineEntrySchema)),
  /** The row in SharePoint, for those who may see it. */
  rowUrl: z.optional(z.string()),
});
export type ConsultationPage = z.infer<typeof consultationPageSchema>;

/** What a case officer writes; half of it is kept too while it is a draft. */
export const consultationFieldsSchema = z.object({
  subject: line(255),
  caseNumber: line(40),
  caseKey: z.optional(keySchema),
  message: line(4000),
  material: z.array(z.object({ name: line(255), link: line(1000), documentNumber: line(40) })).check(z.maxLength(30)),
  sendOn: z.optional(plainDateSchema),
  deadlineOn: z.optional(plainDateSchema),
  deadlineTime: clockTimeSchema,
  stepBefore: z.optional(stepBeforeSchema),
  nextStep: z.optional(nextStepSchema),
  closed: z.boolean(),
});
export type ConsultationFieldsRequest = z.infer<typeof consultationFieldsSchema>;

export const partyFieldsSchema = z.object({
  code: line(20),
  name: line(120),
  duty: partyDutySchema,
  law: line(80),
  channel: partyChannelSchema,
  personKeys: z.array(keySchema).check(z.maxLength(20)),
  email: line(254),
});

/** POST /api/consultations: a draft with its parties, which may be few or none as yet. → page */
export const createConsultationRequestSchema = z.object({
  commandKey: keySchema,
  fields: consultationFieldsSchema,
  parties: z.array(partyFieldsSchema).check(z.maxLength(200)),
});
/** PUT /api/consultations/{key}. → page */
export const editConsultationRequestSchema = z.object({ commandKey: keySchema, fields: consultationFieldsSchema });
/** PUT /api/consultations/{key}/parties: all of them, in their order; who is left out is no longer heard. → page */
export const setPartiesRequestSchema = z.object({
  commandKey: keySchema,
  parties: z.array(partyFieldsSchema).check(z.maxLength(200)),
});
/** POST /api/consultations/{key}/send and …/treat. → page */
export const consultationCommandSchema = z.object({ commandKey: keySchema });

/** POST /api/consultations/check-deadline: what the form says beside the dates while they are chosen; nothing is stored. */
export const checkDeadlineRequestSchema = z.object({
  sendOn: z.optional(plainDateSchema),
  deadlineOn: plainDateSchema,
  deadlineTime: clockTimeSchema,
  nextStep: z.optional(nextStepSchema),
});
export const checkDeadlineSchema = z.object({
  deadlineText: z.string(),
  /** Why the deadline will be refused, as a whole sentence. */
  refusal: z.optional(z.string()),
  warnings: z.array(deadlineWarningSchema),
  usableDays: z.int(),
  remindOn: z.array(plainDateSchema),
});
export type CheckDeadline = z.infer<typeof checkDeadlineSchema>;

/** A case a consultation may be about, with what its route says of the meetings around it. */
export const caseChoiceSchema = z.object({
  key: keySchema,
  /** "" while the records system has given none. */
  number: z.string(),
  title: z.string(),
  isClosed: z.boolean(),
  before: z.optional(stepBeforeSchema),
  next: z.optional(nextStepSchema),
});
export type CaseChoice = z.infer<typeof caseChoiceSchema>;

/** GET /api/consultations/councils: councils and people a party can be made of, and cases to choose among. */
export const councilsSchema = z.object({
  councils: z.array(partyFieldsSchema),
  people: z.array(personRefSchema),
  cases: z.optional(z.array(caseChoiceSchema)),
});
export type Councils = z.infer<typeof councilsSchema>;

/**
 * POST /api/parties/{key}/answer: the party's own answer, from the tab or the card. → page. `noComments` with an empty
 * text is the one press "Ingen bemærkninger". `replaces` is the instant of the answer that this one takes the place of;
 * without it a second answer is refused and the first stands. `notCpr`: "Dette er ikke et CPR-nummer", for this text.
 */
export const answerConsultationRequestSchema = z.object({
  commandKey: keySchema,
  noComments: z.boolean(),
  text: line(40_000),
  attachments: z.array(line(255)).check(z.maxLength(20)),
  files: z.optional(z.array(answerFileSchema).check(z.maxLength(20))),
  notCpr: z.boolean(),
  replaces: z.optional(instantSchema),
});
/**
 * POST /api/parties/{key}/files: a document for an answer that is being written, in base64. → the file, which the answer then
 * names; until then nobody is shown it.
 */
export const attachFileRequestSchema = z.object({
  name: line(255),
  content: z.string().check(z.maxLength(5_400_000)),
});
/** POST /api/parties/{key}/registered-answer: an answer that came by mail, letter, at a meeting or by telephone. → page */
export const registerAnswerRequestSchema = z.object({
  commandKey: keySchema,
  noComments: z.boolean(),
  text: line(40_000),
  attachments: z.array(line(255)).check(z.maxLength(20)),
  files: z.optional(z.array(answerFileSchema).check(z.maxLength(20))),
  notCpr: z.boolean(),
  road: z.enum(["email", "letter", "meeting", "phone"]),
  receivedOn: plainDateSchema,
  receivedTime: clockTimeSchema,
});
/** PUT /api/parties/{key}/comment. → page */
export const commentAnswerRequestSchema = z.object({
  commandKey: keySchema,
  summary: line(4000),
  comment: line(4000),
  changes: z.boolean(),
});
/** PUT /api/parties/{key}/included: a late answer is taken in with the others, or not. → page */
export const includeLateRequestSchema = z.object({ commandKey: keySchema, included: z.boolean() });
