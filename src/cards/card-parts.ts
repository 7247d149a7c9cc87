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

/**
 * A whole card: language, version, wide layout, and its buttons as one action set at the end.
 *
 * @param summary what a client that cannot show the card says instead; our own words only
 */
export function cardOf(
  { language }: CardScreen,
  body: CardElementArray,
  buttons: readonly CardButton[],
  summary: string,
): AdaptiveCard {
  const actions = buttons.length === 0 ? [] : [new ActionSet(...buttons)];
  return new AdaptiveCard(...body, ...actions).withOptions({
    version: VERSION,
    lang: language,
    fallbackText: summary,
    speak: summary,
    msteams: { width: "full" },
  });
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
  const inner = new AdaptiveCard(...body, new ActionSet(press)).withOptions({
    version: VERSION,
    lang: screen.language,
  });
  return new ShowCardAction({ title, card: inner });
}

/** The link into the tab that every card has. */
export function openButton(screen: CardScreen, route: string, title?: string): OpenUrlAction {
  return new OpenUrlAction(tabLink(screen.appId, route), { title: title ?? cardTexts(screen.language).open });
}
