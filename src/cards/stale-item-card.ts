import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { ActionItem, ActionStatus } from "#domain/action-plans/action-item.ts";
import { daysSinceUpdate, lightOf, nextMilestone } from "#domain/action-plans/action-light.ts";
import { nextStatuses } from "#domain/action-plans/action-status.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import { enActionTerms } from "#domain/action-plans/action-terms-en.ts";
import { actionLimits } from "#domain/action-plans/check-action-item.ts";
import { lightSentence } from "#domain/action-plans/light-sentence.ts";
import { epochMs, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { formatDate, formatInstant } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
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
  typed,
  typedHeading,
  warning,
} from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import { choiceField, textField } from "./field-parts.ts";
import { inputId } from "./input-id.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** What was sent from the card but could not be taken. */
export interface ReportAttempt {
  readonly note: string;
  readonly status: ActionStatus | undefined;
  readonly problems: readonly FieldProblem[];
  /** The status it cannot be given from the one it has. */
  readonly noStep?: ActionStatus | undefined;
}

/** An item as the card that asks about it sees it. */
export interface StaleItem {
  readonly item: ActionItem;
  readonly now: Instant;
  /** Whether the card still asks; else it tells who answered. */
  readonly asks: boolean;
  /** Who said how it goes last. */
  readonly updatedByName: string;
  readonly attempt?: ReportAttempt | undefined;
}

/** The terms of the action plan in the reader's language. */
function termsIn(language: Language): typeof daActionTerms {
  return language === "da" ? daActionTerms : enActionTerms;
}

/** Asks how an item goes, with the last word filled in; answered in one press where nothing has changed. */
export function staleItemCard(screen: CardScreen, stale: StaleItem): AdaptiveCard {
  return stale.asks ? askingCard(screen, stale) : toldCard(screen, stale);
}

function askingCard(screen: CardScreen, { item, now, attempt }: StaleItem): AdaptiveCard {
  const { language } = screen;
  const texts = cardTexts(language).plan;
  const terms = termsIn(language);
  const today = plainDateOf(now);
  const light = lightOf(item, today);
  const milestone = nextMilestone(item);
  const why = (light?.reasons ?? []).map((reason) => lightSentence(reason, language)).join(" ");
  const body: CardElementArray = [
    heading(texts.heading(daysSinceUpdate(item, today))),
    typedHeading(cutText(item.title, 160)),
    facts([
      [texts.status, terms.status[item.status]],
      ...(light === undefined ? [] : [[texts.light, terms.light[light.light]] as const]),
      ...(why === "" ? [] : [[texts.why, cutText(why, 300)] as const]),
      [texts.period, formatDate(item.to, language)],
      ...(milestone === undefined
        ? []
        : [[texts.milestone, `${formatDate(milestone.due, language)}: ${cutText(milestone.title, 100)}`] as const]),
    ]),
    ...(attempt?.noStep === undefined
      ? []
      : [warning(texts.noStep(terms.status[item.status], terms.status[attempt.noStep]))]),
    ...fields(screen, item, attempt),
    aside(texts.help),
  ];
  const data = { itemKey: item.key, seenAt: epochMs(item.updatedAt) };
  const buttons: readonly CardButton[] = [
    pressButton(texts.unchanged, "item.unchanged", data, "none"),
    pressButton(texts.save, "item.report", data),
    openButton(screen, tabRoutes.actionItem(item.key), texts.open),
  ];
  return cardOf(screen, body, buttons, texts.summary);
}

function fields(screen: CardScreen, item: ActionItem, attempt: ReportAttempt | undefined): CardElementArray {
  const texts = cardTexts(screen.language).plan;
  const terms = termsIn(screen.language);
  const at = (field: string) => (attempt?.problems ?? []).filter((problem) => problem.field === field);
  const note = maskCpr(attempt?.note ?? "", cardTexts(screen.language).review.removedNumber);
  // The field shows the text with the number gone already; the sentence above says so.
  const problems = at("note").filter(({ code }) => code !== "cpr");
  return [
    ...(attempt !== undefined && note !== attempt.note ? [warning(texts.numberRemoved)] : []),
    ...textField(screen, {
      id: inputId.itemNote,
      label: texts.note,
      value: (attempt === undefined ? (item.notes.at(-1)?.text ?? "") : note).slice(0, actionLimits.note),
      max: actionLimits.note,
      lines: "many",
      hint: texts.noteHint,
      problems,
    }),
    ...choiceField(screen, {
      id: inputId.itemStatus,
      label: texts.newStatus,
      hint: terms.status[item.status],
      value: attempt?.status ?? item.status,
      choices: [item.status, ...nextStatuses(item.status)].map((status) => [status, terms.status[status]] as const),
      problems: at("status"),
    }),
  ];
}

/** What has become of it, and who said so: the same for whoever presses a second time. */
function toldCard(screen: CardScreen, { item, updatedByName }: StaleItem): AdaptiveCard {
  const { language } = screen;
  const texts = cardTexts(language).plan;
  const terms = termsIn(language);
  const [name, when] = [cardText(updatedByName), formatInstant(item.updatedAt, language)];
  const last = item.log.tail.findLast(({ at }) => at === item.updatedAt);
  const note = item.notes.at(-1)?.text;
  const body: CardElementArray = [
    heading(texts.headingDone),
    typedHeading(cutText(item.title, 160)),
    sentence(last?.action === "unchanged" ? texts.toldUnchanged(name, when) : texts.told(name, when)),
    sentence(texts.over(terms.status[item.status])),
    ...(note === undefined ? [] : [typed(cutText(note, 500))]),
  ];
  return cardOf(
    screen,
    body,
    [openButton(screen, tabRoutes.actionItem(item.key), texts.open)],
    texts.summary,
    "inform",
  );
}

/** One card in place of many: how many items wait, and the way to them (T48). */
export function staleDigestCard(screen: CardScreen, count: number): AdaptiveCard {
  const texts = cardTexts(screen.language).plan;
  const body = [heading(texts.digestHeading(count)), sentence(texts.digestText)];
  return cardOf(screen, body, [openButton(screen, tabRoutes.actionPlan)], texts.digestSummary);
}
