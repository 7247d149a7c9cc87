import {
  ActionSet,
  AdaptiveCard,
  type CardElementArray,
  ExecuteAction,
  Fact,
  FactSet,
  type IExecuteAction,
  type IOpenUrlAction,
  type IShowCardAction,
  OpenUrlAction,
  ShowCardAction,
  SubmitAction,
  TextBlock,
} from "@microsoft/teams.cards";
import { cardText } from "#domain/shared/plain-text.ts";
import type { CardVerb } from "./card-verb.ts";
import type { CardScreen } from "./screen.ts";
import { tabLink } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** The buttons a card of ours may have. */
export type CardButton = IExecuteAction | IOpenUrlAction | IShowCardAction;

/** What a button sends: keys, and the revision of what was shown. */
export type PressData = Readonly<Record<string, string | number | boolean>>;

/** The newest schema version Teams takes from bots. */
const VERSION = "1.5";

/** Presses that give something up; everything else a card is for is its positive act. */
const destructive: readonly CardVerb[] = ["review.recuse", "award.decline"];

/** Presses that no card is for: a way back. */
const asideVerbs: readonly CardVerb[] = ["decision.undo", "decision.sendBack"];

/**
 * A whole card: language, version, wide layout, and its buttons as one action set at the end. The first one is drawn as
 * what the card is for, if it does something; a card that only informs has none. Teams may draw all alike.
 *
 * @param summary what a client that cannot show the card says instead; our own words only
 * @param purpose "inform" where what can be done is beside the point
 */
export function cardOf(
  { language }: CardScreen,
  body: CardElementArray,
  buttons: readonly CardButton[],
  summary: string,
  purpose: "act" | "inform" = "act",
): AdaptiveCard {
  const shownButtons = purpose === "act" ? withPrimary(buttons) : buttons;
  const actions = shownButtons.length === 0 ? [] : [new ActionSet(...shownButtons)];
  return new AdaptiveCard(...body, ...actions).withOptions({
    version: VERSION,
    lang: language,
    fallbackText: summary,
    speak: summary,
    msteams: { width: "full" },
  });
}

function withPrimary([first, ...others]: readonly CardButton[]): readonly CardButton[] {
  if (first === undefined) return [];
  const isAct =
    first.type === "Action.ShowCard" ||
    (first.type === "Action.Execute" && !asideVerbs.some((verb) => verb === first.verb));
  if (isAct && first.style === undefined) first.style = "positive";
  return [first, ...others];
}

/** The card's headline: plain words, in which a round's name may stand. */
export function heading(text: string): TextBlock {
  return new TextBlock(cardText(text), { wrap: true, size: "Large", weight: "Bolder", style: "heading" });
}

/** A person's text as a headline within the card, e.g. an application's title. */
export function typedHeading(text: string): TextBlock {
  return new TextBlock(cardText(text), { wrap: true, size: "Medium", weight: "Bolder", style: "heading" });
}

/** A sentence of our own; what people wrote goes in by `cardText`. */
export function sentence(text: string): TextBlock {
  return new TextBlock(text, { wrap: true });
}

/** A quieter sentence: progress, hints. */
export function aside(text: string): TextBlock {
  return new TextBlock(text, { wrap: true, isSubtle: true, spacing: "Small" });
}

/** A person's text as it was written. */
export function typed(text: string): TextBlock {
  return new TextBlock(cardText(text), { wrap: true });
}

/** What is wrong or must be noticed: marked by a sign and a word, not by colour alone. */
export function warning(text: string): TextBlock {
  return new TextBlock(`⚠ ${text}`, { wrap: true, weight: "Bolder", color: "Attention", spacing: "Small" });
}

/** Label and value pairs; values may be people's texts. */
export function facts(pairs: readonly (readonly [label: string, value: string])[]): FactSet {
  return new FactSet(...pairs.map(([label, value]) => new Fact(label, cardText(value))));
}

/** A button that presses: clients that know no Action.Execute send the same as a message. */
export function pressButton(
  title: string,
  verb: CardVerb,
  data: PressData,
  inputs: "auto" | "none" = "auto",
): ExecuteAction {
  return new ExecuteAction({
    title,
    verb,
    data,
    ...(destructive.includes(verb) ? { style: "destructive" } : {}),
    associatedInputs: inputs,
    fallback: new SubmitAction({ title, data: { ...data, verb }, associatedInputs: inputs }),
  });
}

/** A button that unfolds fields and a button of its own. */
export function unfoldButton(
  screen: CardScreen,
  title: string,
  body: CardElementArray,
  press: ExecuteAction,
): ShowCardAction {
  const inner = new AdaptiveCard(...body, new ActionSet(...withPrimary([press]))).withOptions({
    version: VERSION,
    lang: screen.language,
  });
  return new ShowCardAction({ title, card: inner });
}

/** The link into the tab that every card has. */
export function openButton(screen: CardScreen, route: string, title?: string): OpenUrlAction {
  return new OpenUrlAction(tabLink(screen.appId, route), { title: title ?? cardTexts(screen.language).open });
}
