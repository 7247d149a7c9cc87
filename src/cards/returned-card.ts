import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { formatDeadline, formatInstant } from "#domain/shared/format-dates.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { maskCpr } from "#domain/shared/read-text.ts";
import { aside, cardOf, facts, heading, openButton, sentence, typed, typedHeading } from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** An application that came back to its applicant. */
export interface ReturnedApplication {
  readonly application: GrantApplication;
  readonly byName: string;
  /** Until when it may be sent again. */
  readonly until: Instant;
  readonly state: "open" | "sent-again" | "too-late" | "withdrawn";
}

/** The applicant's card: the questions, and the way back into the draft. */
export function returnedCard(
  screen: CardScreen,
  { application, byName, until, state }: ReturnedApplication,
): AdaptiveCard {
  const texts = cardTexts(screen.language);
  const { returned } = application;
  const isOpen = state === "open";
  const deadline = formatDeadline(until, screen.language);
  const after = {
    open: texts.returned.until(deadline),
    "sent-again": texts.returned.again,
    "too-late": texts.returned.tooLate(deadline),
    withdrawn: texts.returned.withdrawn,
  };
  const body: CardElementArray = [
    heading(texts.returned.heading),
    ...(returned === undefined
      ? []
      : [aside(texts.returned.from(cardText(byName), formatInstant(returned.at, screen.language)))]),
    typedHeading(cutText(maskCpr(application.title, texts.review.removedNumber), 160)),
    facts([[texts.number, application.number]]),
    ...(returned === undefined
      ? []
      : [
          sentence(`**${texts.returned.questions}**`),
          typed(cutText(maskCpr(returned.questions, texts.review.removedNumber), 2000)),
        ]),
    ...(isOpen ? [sentence(texts.returned.next)] : []),
    sentence(after[state]),
  ];
  const open = isOpen
    ? openButton(screen, tabRoutes.draft(application.draftKey), texts.returned.openDraft)
    : openButton(screen, tabRoutes.application(application.key));
  return cardOf(screen, body, [open], texts.returned.summary);
}
