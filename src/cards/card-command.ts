import * as z from "zod/mini";
import { type ActionStatus, actionStatuses } from "#domain/action-plans/action-item.ts";
import { type PacketKind, packetKinds } from "#domain/grants/grant-pool.ts";
import { type ReviewAnswers, type ScorePoint, type Support, scorePoints, supports } from "#domain/grants/review.ts";
import { type Instant, instantFromEpochMs } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { type Key, parseKey } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { codeIn, inputId } from "./input-id.ts";

/** What a press on a card asks for; nothing in it is trusted but keys, and those only to look things up. */
export type CardCommand =
  | { readonly verb: "application.approve"; readonly applicationKey: Key }
  | { readonly verb: "application.return"; readonly applicationKey: Key; readonly questions: string }
  | {
      readonly verb: "review.next" | "review.previous";
      readonly roundKey: Key;
      readonly applicationKey: Key;
      readonly answers: ReviewAnswers;
      /** The review's number of log lines when the card was made: presses of one card are one press. */
      readonly revision: number;
      /** The card had come back with problems before. */
      readonly again: boolean;
    }
  | {
      readonly verb: "review.open";
      readonly roundKey: Key;
      readonly applicationKey?: Key | undefined;
      /** The application was to be chosen on the card; without one nothing was. */
      readonly choose: boolean;
    }
  | {
      readonly verb: "review.recuse";
      readonly roundKey: Key;
      readonly applicationKey: Key;
      readonly reason: string;
      /** What stood in the other fields, to fill the card again. */
      readonly answers: ReviewAnswers;
    }
  | {
      readonly verb: "decision.decide";
      readonly roundKey: Key;
      readonly packet: PacketKind;
      readonly recommendationKey: Key;
      readonly revision: number;
    }
  | {
      readonly verb: "decision.sendBack";
      readonly roundKey: Key;
      readonly packet: PacketKind;
      readonly recommendationKey: Key;
      readonly reason: string;
    }
  | {
      readonly verb: "decision.undo";
      readonly roundKey: Key;
      readonly packet: PacketKind;
      /** Which decision the card showed: one made anew since is another. */
      readonly decidedAt: Instant;
    }
  /** Nobody presses this: the client asks for the newest view when its reader has the card before the eyes. */
  | { readonly verb: "notice.view"; readonly noticeKey: Key }
  | { readonly verb: "item.unchanged"; readonly itemKey: Key; readonly seenAt: Instant }
  | {
      readonly verb: "item.report";
      readonly itemKey: Key;
      /** When the item was told of last as the card showed it: what others said since is not written over. */
      readonly seenAt: Instant;
      readonly note: string;
      readonly status: ActionStatus | undefined;
    }
  | { readonly verb: "award.accept" | "award.decline"; readonly applicationKey: Key; readonly revision: number }
  | {
      readonly verb: "consultation.answer" | "consultation.noComments";
      readonly partyKey: Key;
      /** What stands in the answer's field, whichever button was pressed. */
      readonly text: string;
    };

/** Why a press is not understood. */
export type CardCommandRefusal =
  /** No card of ours sends this. */
  { readonly kind: "not-a-command" } | { readonly kind: "wrong-input"; readonly problems: readonly FieldProblem[] };

/** The end of the year 9999. */
const MOST_MS = 253_402_300_799_999;
const keySchema = z.pipe(
  z.unknown(),
  z.transform((value, context) => {
    const key = parseKey(value);
    if (key !== undefined) return key;
    context.issues.push({ code: "custom", message: "not a key", input: value });
    return z.NEVER;
  }),
);
/** Cards carry keys and figures only, so an instant travels as its milliseconds. */
const instantSchema = z.pipe(
  z.int().check(z.nonnegative(), z.maximum(MOST_MS)),
  z.transform((milliseconds): Instant => instantFromEpochMs(milliseconds)),
);
const textSchema = z._default(z.string(), "");
const revisionSchema = z._default(z.int(), 0);
const applicationOnly = { applicationKey: keySchema };
const ownReview = { roundKey: keySchema, applicationKey: keySchema };
const ownItem = { itemKey: keySchema, seenAt: instantSchema };
const walking = { ...ownReview, revision: revisionSchema, again: z._default(z.boolean(), false) };

/** What each verb must bring along; anything else in the data is passed over. */
const pressSchema = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("application.approve"), ...applicationOnly }),
  z.object({ verb: z.literal("application.return"), ...applicationOnly, [inputId.questions]: textSchema }),
  z.object({ verb: z.literal("review.next"), ...walking }),
  z.object({ verb: z.literal("review.previous"), ...walking }),
  z.object({
    verb: z.literal("review.open"),
    roundKey: keySchema,
    applicationKey: z.optional(keySchema),
    choose: z._default(z.boolean(), false),
    [inputId.application]: z.optional(z.unknown()),
  }),
  z.object({ verb: z.literal("review.recuse"), ...ownReview, [inputId.recusalReason]: textSchema }),
  z.object({
    verb: z.literal("decision.decide"),
    roundKey: keySchema,
    packet: z.enum(packetKinds),
    recommendationKey: keySchema,
    revision: revisionSchema,
  }),
  z.object({
    verb: z.literal("decision.sendBack"),
    roundKey: keySchema,
    packet: z.enum(packetKinds),
    recommendationKey: keySchema,
    [inputId.sendBackReason]: textSchema,
  }),
  z.object({
    verb: z.literal("decision.undo"),
    roundKey: keySchema,
    packet: z.enum(packetKinds),
    decidedAt: instantSchema,
  }),
  z.object({
    verb: z.literal(["consultation.answer", "consultation.noComments"]),
    partyKey: keySchema,
    [inputId.consultationAnswer]: textSchema,
  }),
  z.object({ verb: z.literal("notice.view"), noticeKey: keySchema }),
  z.object({ verb: z.literal("item.unchanged"), ...ownItem }),
  z.object({
    verb: z.literal("item.report"),
    ...ownItem,
    [inputId.itemNote]: textSchema,
    [inputId.itemStatus]: z.optional(z.unknown()),
  }),
  z.object({ verb: z.literal(["award.accept", "award.decline"]), ...applicationOnly, revision: revisionSchema }),
]);
type OpenPress = Extract<z.infer<typeof pressSchema>, { verb: "review.open" }>;
const actionSchema = z.object({ action: z.object({ verb: z.string(), data: z.optional(z.nullable(z.unknown())) }) });
const inputsSchema = z.record(z.string(), z.unknown());

/** Reads the value of an `adaptiveCard/action` invoke. */
export function parseCardAction(value: unknown): Result<CardCommand, CardCommandRefusal> {
  const parsed = actionSchema.safeParse(value);
  if (!parsed.success) return refuse({ kind: "not-a-command" });
  const { verb, data } = parsed.data.action;
  return parseSubmittedCard({ ...inputsOf(data), verb });
}

/** Reads the data of an Action.Submit, which arrives as a message and holds its verb itself. */
export function parseSubmittedCard(value: unknown): Result<CardCommand, CardCommandRefusal> {
  const press = pressSchema.safeParse(value);
  if (!press.success) return refuse({ kind: "not-a-command" });
  if (press.data.verb === "review.open") return ok(openCommand(press.data));
  if (press.data.verb === "item.report") {
    const { [inputId.itemNote]: note, [inputId.itemStatus]: status, ...item } = press.data;
    // What is no status of ours is none chosen.
    return ok({ ...item, note, status: actionStatuses.find((each) => each === status) });
  }
  if ("partyKey" in press.data) {
    const { [inputId.consultationAnswer]: text, ...party } = press.data;
    return ok({ ...party, text });
  }
  if (press.data.verb === "decision.sendBack") {
    const { [inputId.sendBackReason]: reason, ...list } = press.data;
    return ok({ ...list, reason });
  }
  if (
    press.data.verb !== "review.next" &&
    press.data.verb !== "review.previous" &&
    press.data.verb !== "review.recuse"
  ) {
    return ok(press.data);
  }
  const answers = readAnswers(inputsOf(value));
  if (!answers.ok) return answers;
  if (press.data.verb !== "review.recuse") return ok({ ...press.data, answers: answers.value });
  const { recusalReason, ...subject } = press.data;
  return ok({ ...subject, reason: recusalReason, answers: answers.value });
}

/** What was chosen counts where the button itself names no application. */
function openCommand({ [inputId.application]: chosen, ...press }: OpenPress): CardCommand {
  return press.choose ? { ...press, applicationKey: parseKey(chosen) } : press;
}

/** Inputs are texts, and an empty one is missing. */
function readAnswers(inputs: Readonly<Record<string, unknown>>): Result<ReviewAnswers, CardCommandRefusal> {
  const scores: Record<string, ScorePoint> = {};
  const remarks: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const [id, value] of Object.entries(inputs)) {
    const scored = codeIn(id, "score");
    const point = scorePoints.find((each) => String(each) === String(value));
    if (scored !== undefined && point !== undefined) scores[scored] = point;
    else if (scored !== undefined && value !== "") problems.push(problemAt(`scores.${scored}`, "no-such-choice"));
    const remarked = codeIn(id, "remark");
    if (remarked !== undefined && typeof value === "string") remarks[remarked] = value;
  }
  const { [inputId.reason]: reason, [inputId.support]: chosen = "" } = inputs;
  const support: Support | undefined = supports.find((each) => each === chosen);
  if (support === undefined && chosen !== "") problems.push(problemAt("support", "no-such-choice"));
  if (problems.length > 0) return refuse({ kind: "wrong-input", problems });
  return ok({ scores, remarks, support, reason: typeof reason === "string" ? reason : "" });
}

function inputsOf(data: unknown): Readonly<Record<string, unknown>> {
  const inputs = inputsSchema.safeParse(data);
  return inputs.success ? inputs.data : {};
}
