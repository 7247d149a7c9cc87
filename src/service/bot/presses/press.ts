import type { AdaptiveCard } from "@microsoft/teams.cards";
import { type ClosedReason, closedCard } from "#cards/closed-card.ts";
import type { CardScreen } from "#cards/screen.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";

/** A press on a card by somebody the organisation records know. */
export interface Press {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly screen: CardScreen;
  /** The same for the same press, however often it arrives. */
  readonly commandKey: Key;
}

/** The card as it is now; it also replaces the message itself. */
export interface ShownCard {
  readonly kind: "card";
  readonly card: AdaptiveCard;
  /** Set when a rule refused the act, for the log: the card says it in words. */
  readonly refused?: string;
}

/** What the presser sees. */
export type PressAnswer =
  | ShownCard
  /** The newest view of a card its reader looks at; the message itself stays as it is. */
  | { readonly kind: "view"; readonly cardJson: string }
  /** Not this person's card: nothing is replaced, the attempt is logged. */
  | { readonly kind: "not-allowed"; readonly card: AdaptiveCard; readonly reason: ClosedReason }
  /** Nothing happened; the card stays as it is, with everything typed in it. */
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** The card to show now. */
export function shown(card: AdaptiveCard): ShownCard {
  return { kind: "card", card };
}

/** Somebody else's card, or nothing that concerns this person. */
export function notAllowed({ screen }: Press, reason: ClosedReason): PressAnswer {
  return { kind: "not-allowed", card: closedCard(screen, reason), reason };
}

/** The store could not do it: says so beside the card, which keeps what was typed. */
export function failed({ screen }: Press, failure: Pick<StoreFailure, "kind" | "retryAfterS">): PressAnswer {
  const texts = cardTexts(screen.language).answer;
  return { kind: "failed", code: failure.kind, message: messageOf(texts, failure) };
}

function messageOf(
  texts: ReturnType<typeof cardTexts>["answer"],
  { kind, retryAfterS }: Pick<StoreFailure, "kind" | "retryAfterS">,
): string {
  switch (kind) {
    case "throttled":
    case "unavailable":
      return retryAfterS === undefined ? texts.busy : texts.busyFor(Math.ceil(retryAfterS));
    case "conflict":
    case "duplicate-key":
      return texts.conflict;
    case "forbidden":
    case "malformed-item":
    case "too-large":
    case "not-found":
      return texts.failed;
  }
}

/** A refusal as the presser meets it: the store's, or a rule's; "not there" is a rule's answer too (T19). */
export type SortedRefusal<R> =
  | { readonly failure: StoreFailure }
  | { readonly failure?: undefined; readonly rule: R | { readonly kind: "not-found" } };

/** Tells a rule's refusal from the store's failure. */
export function sortRefusal<R extends { readonly kind: string }>(refusal: R | StoreFailure): SortedRefusal<R> {
  if (refusal.kind === "not-found") return { rule: { kind: "not-found" } };
  return isFailure(refusal) ? { failure: refusal } : { rule: refusal };
}

function isFailure<R>(refusal: R | StoreFailure): refusal is StoreFailure {
  return typeof refusal === "object" && refusal !== null && "requestId" in refusal;
}
