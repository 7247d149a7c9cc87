import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { Need } from "#domain/needs/need.ts";
import type { NeedProgress } from "#domain/projections/need-progress.ts";
import { formatInstant } from "#domain/shared/format-dates.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { aside, cardOf, heading, openButton, sentence, typed } from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** A need as it is now, with the names its card tells. */
export interface NeedNews {
  readonly need: Need;
  readonly progress: NeedProgress;
  readonly byName: string;
  readonly writerName: string;
  /** The reader is the one to write the application. */
  readonly toWriter: boolean;
}

/** Tells what became of a need, as it is today; asks for nothing (003-07). */
export function needCard(screen: CardScreen, news: NeedNews): AdaptiveCard {
  const { language } = screen;
  const { need: texts } = cardTexts(language);
  const { need, progress, byName, toWriter } = news;
  const { outcome } = need;
  const from = outcome && aside(texts.from(cardText(byName), formatInstant(outcome.at, language)));
  const body: CardElementArray = [
    heading(toWriter ? texts.writerHeading : texts.headings[progress.status]),
    ...(from === undefined ? [] : [from]),
    typed(cutText(need.problem, 500)),
    ...becameOf(screen, news),
    ...(toWriter ? [] : [sentence(texts.thanks)]),
  ];
  const isDraft = toWriter && outcome?.kind === "application" && progress.application?.state === "draft";
  const button = isDraft
    ? openButton(screen, tabRoutes.draft(outcome.draftKey), texts.openDraft)
    : openButton(screen, tabRoutes.need(need.key));
  return cardOf(screen, body, [button], texts.summary, "inform");
}

function becameOf(screen: CardScreen, { need, progress, writerName, toWriter }: NeedNews): CardElementArray {
  const { need: texts } = cardTexts(screen.language);
  const { outcome } = need;
  if (progress.status === "closed" && outcome?.kind === "closed") return [typed(cutText(outcome.reply, 500))];
  if (progress.actionItem !== undefined) return [sentence(texts.item(cardText(progress.actionItem.title)))];
  const { application } = progress;
  if (application === undefined || outcome?.kind !== "application") return [];
  if (application.state !== "draft") return [sentence(texts.state[application.state])];
  return [sentence(toWriter ? texts.begin(outcome.number) : texts.writes(cardText(writerName), outcome.number))];
}
