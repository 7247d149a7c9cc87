import type { Logger } from "pino";
import { type CardCommand, type CardCommandRefusal, parseCardAction, parseSubmittedCard } from "#cards/card-command.ts";
import { closedCard } from "#cards/closed-card.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import type { Result } from "#domain/shared/result.ts";
import { metered } from "#sharepoint/client/unit-meter.ts";
import { whoIs } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Messenger } from "#use-cases/ports/messenger.ts";
import type { BotActivity } from "./activity.ts";
import { findConversation } from "./conversations.ts";
import { languageOf } from "./language.ts";
import type { Press, PressAnswer } from "./presses/press.ts";
import { pressApplication } from "./presses/press-application.ts";
import { pressAward } from "./presses/press-award.ts";
import { pressConsultation } from "./presses/press-consultation.ts";
import { pressDecision, pressSendBack, pressUndo } from "./presses/press-decision.ts";
import { pressItem } from "./presses/press-item.ts";
import { pressOpenReview, pressRecusal } from "./presses/press-recusal.ts";
import { pressReview } from "./presses/press-review.ts";
import { viewNotice } from "./presses/view-notice.ts";
import { messagesOfCard } from "./same-card.ts";

export interface CardActionOptions {
  readonly deps: Deps;
  readonly messenger: Messenger;
  readonly appId: string;
  readonly log: Logger;
}

/** Answers presses on cards. */
export interface CardActions {
  /** A press, from an invoke or from the message an old client sends instead. Never throws. */
  press(activity: BotActivity, source: "invoke" | "message"): Promise<PressAnswer>;
  /** Replaces the messages that hold the pressed card by the card that was answered. */
  replaceBase(activity: BotActivity, answer: PressAnswer): Promise<void>;
  languageOf(activity: BotActivity): Language;
}

/** Who presses comes from the verified activity and the organisation records, what is pressed from verb and keys. */
export function createCardActions({ deps, messenger, appId, log }: CardActionOptions): CardActions {
  const press = async (activity: BotActivity, source: "invoke" | "message"): Promise<PressAnswer> => {
    const who = whoIs(deps, activity.from.aadObjectId ?? "");
    const screen = { language: languageOf(deps, activity), appId };
    if (!who.ok) {
      log.warn({ reason: "unknown-person" }, "card press refused");
      return { kind: "not-allowed", card: closedCard(screen, "unknown-person"), reason: "unknown-person" };
    }
    const { actor } = who.value;
    const command = commandIn(activity, source);
    if (!command.ok) return notUnderstood(screen.language, command.refusal);
    const { value } = command;
    const commandKey = pressKey(activity, actor.personKey, value);
    const by = { deps, actor, screen, commandKey };
    if (value.verb === "notice.view") return viewNotice(by, value.noticeKey, activity.from.id);
    if (activity.replyToId) deps.seen?.note(actor.personKey, "message", activity.replyToId);
    const { answer, units } = await metered(async (meter) => {
      const made = await pressed(by, value);
      return { answer: made, units: meter.units };
    });
    // Keys and codes only: what was typed never reaches the log (T16, T17).
    const line = { person: actor.personKey, verb: value.verb, subject: subjectOf(value), units };
    const reason = reasonOf(answer);
    if (reason === undefined) log.info(line, "card press");
    else log.warn({ ...line, reason }, "card press refused");
    return answer;
  };
  return {
    languageOf: (activity) => languageOf(deps, activity),
    async press(activity, source) {
      try {
        return await press(activity, source);
      } catch (error) {
        // One of the four edges that may catch: an empty answer would be retried and shown as "unable to reach app".
        log.error({ err: error }, "card press failed");
        const { failed } = cardTexts(languageOf(deps, activity)).answer;
        return { kind: "failed", code: "unexpected", message: failed };
      }
    },
    async replaceBase(activity, answer) {
      if (answer.kind !== "card" || !activity.replyToId) return;
      const conversation = findConversation(deps, activity.conversation.id);
      // A forwarded card lies in somebody else's chat: that one is left alone.
      if (conversation?.objectId !== activity.from.aadObjectId?.toLowerCase() || conversation === undefined) return;
      const cardJson = JSON.stringify(answer.card);
      for (const activityId of messagesOfCard(deps.records, conversation.conversationId, activity.replyToId)) {
        const done = await messenger.update(conversation, activityId, cardJson);
        if (!done.ok) log.warn({ reason: done.refusal.kind }, "card not updated");
      }
    },
  };
}

/** Why nothing was done, for the log. */
function reasonOf(answer: PressAnswer): string | undefined {
  switch (answer.kind) {
    case "card":
      return answer.refused;
    case "view":
      return undefined;
    case "not-allowed":
      return answer.reason;
    case "failed":
      return answer.code;
  }
}

function commandIn(activity: BotActivity, source: "invoke" | "message"): Result<CardCommand, CardCommandRefusal> {
  return source === "invoke" ? parseCardAction(activity.value) : parseSubmittedCard(activity.value);
}

function notUnderstood(language: Language, refusal: CardCommandRefusal): PressAnswer {
  const texts = cardTexts(language).answer;
  const message = refusal.kind === "wrong-input" ? texts.wrongInput : texts.notRead;
  return { kind: "failed", code: "BadRequest", message };
}

/** The commands of one kind of card. */
type CommandsOf<Kind extends string> = Extract<CardCommand, { verb: `${Kind}.${string}` }>;

/** What a person presses: everything but the client's own request for the newest view. */
type PressCommand = Exclude<CardCommand, CommandsOf<"notice">>;

function isOf<Kind extends string>(command: CardCommand, kind: Kind): command is CommandsOf<Kind> {
  return command.verb.startsWith(`${kind}.`);
}

function pressed(press: Press, command: PressCommand): Promise<PressAnswer> | PressAnswer {
  if (isOf(command, "application")) return pressApplication(press, command);
  if (isOf(command, "review")) return pressedReview(press, command);
  if (isOf(command, "decision")) return pressedDecision(press, command);
  if (isOf(command, "consultation")) return pressConsultation(press, command);
  if (isOf(command, "item")) return pressItem(press, command);
  return pressAward(press, command);
}

function pressedReview(press: Press, command: CommandsOf<"review">): Promise<PressAnswer> | PressAnswer {
  switch (command.verb) {
    case "review.next":
    case "review.previous":
      return pressReview(press, command);
    case "review.recuse":
      return pressRecusal(press, command);
    case "review.open":
      return pressOpenReview(press, command);
  }
}

function pressedDecision(press: Press, command: CommandsOf<"decision">): Promise<PressAnswer> {
  switch (command.verb) {
    case "decision.decide":
      return pressDecision(press, command);
    case "decision.sendBack":
      return pressSendBack(press, command);
    case "decision.undo":
      return pressUndo(press, command);
  }
}

/**
 * The same key for the same press: the card it was made on, the person, the verb, the revision shown and the inputs.
 * Teams delivers a slow press again, with another activity id.
 */
function pressKey(activity: BotActivity, personKey: Key, command: CardCommand): Key {
  return keyOf("card-press", activity.replyToId ?? activity.conversation.id, personKey, canonical(command));
}

/** The command as text, whatever the order in which a client sent its parts. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`);
  return `{${parts.join(",")}}`;
}

function subjectOf(command: CardCommand): Key | undefined {
  if ("applicationKey" in command && command.applicationKey !== undefined) return command.applicationKey;
  if ("partyKey" in command) return command.partyKey;
  if ("itemKey" in command) return command.itemKey;
  return "roundKey" in command ? command.roundKey : undefined;
}
