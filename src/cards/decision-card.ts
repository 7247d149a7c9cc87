import { type AdaptiveCard, type CardElementArray, TextBlock } from "@microsoft/teams.cards";
import { linesOf } from "#domain/grants/decide-packet.ts";
import type { DecisionPacket, FundingRound, Recommendation, RecommendationLine } from "#domain/grants/grant-pool.ts";
import { sendBackReasonLimit } from "#domain/grants/send-back-recommendation.ts";
import { epochMs, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { formatInstant, formatTime } from "#domain/shared/format-dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { formatKr, type Oere, subtractOere } from "#domain/shared/money.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { maskCpr } from "#domain/shared/read-text.ts";
import {
  aside,
  type CardButton,
  cardOf,
  facts,
  heading,
  openButton,
  pressButton,
  sentence,
  unfoldButton,
  warning,
} from "./card-parts.ts";
import { firstThatFits } from "./card-size.ts";
import { cutText } from "./cut-text.ts";
import { textField } from "./field-parts.ts";
import { inputId } from "./input-id.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** One packet of a recommendation as its decider sees it. */
export interface DecisionRequest {
  readonly round: FundingRound;
  readonly recommendation: Recommendation;
  readonly packet: DecisionPacket;
  readonly frameOere: Oere;
  readonly recommendedByName: string;
  readonly titleOf: (applicationKey: Key) => string;
  /** Changes with every act on the pool, so that a decision made anew after an undo is a press of its own. */
  readonly revision: number;
  readonly decided: Decided | undefined;
  /** Set when the press came after the decision. */
  readonly already: boolean;
  /** Set while the last thing that happened to the packet is that its decision was taken back. */
  readonly undone: boolean;
  readonly problem: string | undefined;
  /** A reason for sending the list back that could not be taken. */
  readonly attempt?: SendBackAttempt | undefined;
}

/** A reason as it was typed, and what is wrong with it. */
interface SendBackAttempt {
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
}

/** A decision that is made. */
interface Decided {
  readonly byName: string;
  readonly at: Instant;
  /** Until when it can be taken back for certain; undefined when the letters are due. */
  readonly undoUntil: Instant | undefined;
}

/**
 * The decider's card: frame, list in ranked order with points, outcome and amounts, total and rest. Only the packet's
 * own lines: the chair is recused for the deputy's, so no place in the ranking is named and no rest, which would tell
 * what those get. Deciding asks once more and names the total.
 */
export function decisionCard(screen: CardScreen, request: DecisionRequest): AdaptiveCard {
  return firstThatFits([40, 20, 10, 5], (rows) => withRows(screen, request, rows));
}

function withRows(screen: CardScreen, request: DecisionRequest, rows: number): AdaptiveCard {
  const texts = cardTexts(screen.language).decision;
  const { round, recommendation, packet, decided } = request;
  const lines = linesOf(recommendation, packet);
  const body: CardElementArray = [
    heading(decided === undefined ? texts.heading(round.name) : texts.decidedHeading(round.name)),
    ...(request.problem === undefined ? [] : [warning(request.problem)]),
    ...(decided === undefined ? [] : [sentence(decidedText(screen, decided, request.already))]),
    ...(request.undone && decided === undefined ? [sentence(texts.undone)] : []),
    aside(packet.kind === "deputy" ? texts.packet.deputy : recommendedText(screen, request)),
    facts(sums(screen, request)),
    ...lines.slice(0, rows).flatMap((line) => lineTexts(screen, request, line)),
    ...(lines.length > rows ? [aside(texts.more(lines.length - rows))] : []),
    ...(request.attempt === undefined || decided !== undefined ? [] : reasonField(screen, request.attempt)),
  ];
  const open = openButton(screen, tabRoutes.ranking(round.key));
  const undoable = decided?.undoUntil === undefined ? [] : [undoButton(screen, request, decided.at, decided.undoUntil)];
  const buttons = decided === undefined ? openButtons(screen, request) : undoable;
  return cardOf(screen, body, [...buttons, open], texts.summary);
}

function recommendedText(screen: CardScreen, { recommendation, recommendedByName }: DecisionRequest): string {
  const when = formatInstant(recommendation.recommendedAt, screen.language);
  return cardTexts(screen.language).decision.recommended(cardText(recommendedByName), when);
}

function decidedText(screen: CardScreen, decided: Decided, already: boolean): string {
  const texts = cardTexts(screen.language).decision;
  const say = already ? texts.alreadyDecided : texts.decided;
  return say(cardText(decided.byName), formatInstant(decided.at, screen.language));
}

function sums(screen: CardScreen, request: DecisionRequest): readonly (readonly [string, string])[] {
  const texts = cardTexts(screen.language).decision;
  const { frameOere, packet, recommendation } = request;
  const elsewhere = recommendation.lines.length - linesOf(recommendation, packet).length;
  const other = packet.kind === "chair" ? "deputy" : "chair";
  const decidedAt = recommendation.packets.find(({ kind }) => kind === other)?.decidedAt;
  const rest =
    decidedAt === undefined
      ? texts.counted(elsewhere)
      : texts.elsewhereDecided(elsewhere, formatInstant(decidedAt, screen.language));
  return [
    [texts.frame, formatKr(frameOere, screen.language)],
    [texts.total, formatKr(packet.totalOere, screen.language)],
    elsewhere > 0
      ? [texts.elsewhere[other], rest]
      : [texts.rest, formatKr(subtractOere(frameOere, packet.totalOere), screen.language)],
  ];
}

/** Two lines that break well on a telephone: what it is, and below it amount, outcome and points. */
function lineTexts(screen: CardScreen, { titleOf }: DecisionRequest, line: RecommendationLine): readonly TextBlock[] {
  const texts = cardTexts(screen.language);
  const { decision, outcome } = texts;
  const points = `${(line.scoreTenths - (line.scoreTenths % 10)) / 10}${screen.language === "da" ? "," : "."}${line.scoreTenths % 10}`;
  const amount = line.grantOere === 0 ? [] : [formatKr(line.grantOere, screen.language)];
  const name = cardText(decision.line(line.number, cutText(titleOf(line.applicationKey), 70)));
  const result = [...amount, outcome[line.outcome], decision.points(points)].join(" · ");
  return [
    new TextBlock(name, { wrap: true, weight: "Bolder", separator: true, spacing: "Small" }),
    new TextBlock(result, { wrap: true, spacing: "None" }),
  ];
}

function undoButton(
  screen: CardScreen,
  { round, packet }: DecisionRequest,
  decidedAt: Instant,
  until: Instant,
): CardButton {
  const { language } = screen;
  const isToday = plainDateOf(decidedAt) === plainDateOf(until);
  const title = cardTexts(language).decision.undo(isToday ? clockOf(until, language) : formatInstant(until, language));
  return pressButton(title, "decision.undo", {
    roundKey: round.key,
    packet: packet.kind,
    decidedAt: epochMs(decidedAt),
  });
}

/** "kl. 10.00.30": the half minute is counted in seconds. */
function clockOf(instant: Instant, language: Language): string {
  const seconds = instant.slice(17, 19);
  const time = formatTime(instant, language);
  if (language === "da") return `kl. ${time}${seconds === "00" ? "" : `.${seconds}`}`;
  return `${time}${seconds === "00" ? "" : `:${seconds}`}`;
}

function decideButton(screen: CardScreen, { round, recommendation, packet, revision }: DecisionRequest): CardButton {
  const texts = cardTexts(screen.language).decision;
  const lines = linesOf(recommendation, packet);
  const rejections = lines.filter((line) => line.outcome === "rejection").length;
  const total = formatKr(packet.totalOere, screen.language);
  const data = { roundKey: round.key, packet: packet.kind, recommendationKey: recommendation.key, revision };
  const title = packet.totalOere === 0 ? texts.confirmNone : texts.confirm(total);
  const sure = sentence(texts.sure(lines.length - rejections, rejections, total));
  return unfoldButton(screen, texts.decide, [sure], pressButton(title, "decision.decide", data, "none"));
}

/** Deciding, or sending the list back with a reason; what is wrong with a reason is mended on the card itself. */
function openButtons(screen: CardScreen, request: DecisionRequest): readonly CardButton[] {
  const texts = cardTexts(screen.language).decision;
  const { round, recommendation, packet, attempt } = request;
  // While the other part is decided already the list cannot go back as a whole.
  if (recommendation.packets.some(({ decidedAt }) => decidedAt !== undefined)) return [decideButton(screen, request)];
  const data = { roundKey: round.key, packet: packet.kind, recommendationKey: recommendation.key };
  const send = pressButton(texts.sendBackConfirm, "decision.sendBack", data);
  if (attempt !== undefined) return [send, decideButton(screen, request)];
  const fields = [sentence(texts.sendBackSure), ...reasonField(screen, { reason: "", problems: [] })];
  return [decideButton(screen, request), unfoldButton(screen, texts.sendBack, fields, send)];
}

function reasonField(screen: CardScreen, { reason, problems }: SendBackAttempt): CardElementArray {
  const texts = cardTexts(screen.language);
  // The field shows the text with the number gone already; nothing is left for the decider to remove.
  const left = problems.filter(({ code }) => code !== "cpr");
  const field = textField(screen, {
    id: inputId.sendBackReason,
    label: texts.decision.sendBackReason,
    value: maskCpr(reason.trim(), texts.review.removedNumber),
    max: sendBackReasonLimit,
    lines: "many",
    hint: texts.decision.sendBackHint,
    required: texts.decision.sendBackMissing,
    problems: left,
  });
  return left.length === problems.length ? field : [...field, warning(texts.decision.numberRemoved)];
}

/** Nothing to decide any more: the list was taken back, or sent back by a decider. */
export function decisionWithdrawnCard(
  screen: CardScreen,
  round: Pick<FundingRound, "key">,
  sentBack?: { readonly byName: string; readonly at: Instant },
): AdaptiveCard {
  const texts = cardTexts(screen.language).decision;
  const said =
    sentBack === undefined
      ? [heading(texts.withdrawnHeading)]
      : [
          heading(texts.sentBackHeading),
          sentence(texts.sentBack(cardText(sentBack.byName), formatInstant(sentBack.at, screen.language))),
        ];
  return cardOf(
    screen,
    [...said, sentence(texts.withdrawn)],
    [openButton(screen, tabRoutes.ranking(round.key))],
    texts.summary,
  );
}
