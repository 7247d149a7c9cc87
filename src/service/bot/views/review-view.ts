import type { AdaptiveCard } from "@microsoft/teams.cards";
import { type ReviewStep, reviewCard } from "#cards/review-card.ts";
import { reviewClosedCard, reviewListCard, reviewNotYetCard } from "#cards/review-list-card.ts";
import { type ReviewWalk, reviewWalk, type WalkItem } from "#cards/review-walk.ts";
import type { CardScreen } from "#cards/screen.ts";
import { emptyAnswers } from "#domain/grants/review.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { findPoolOfRound } from "#use-cases/grants/pool-views.ts";
import { roundState } from "#use-cases/grants/round-state.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { centreNameOf, nameOf } from "./names.ts";

/** A reviewer's walk through a round by the records as they are now; undefined for an unknown round. */
export function reviewWalkOf(records: Records, roundKey: Key, reviewerKey: Key): ReviewWalk | undefined {
  const found = findPoolOfRound({ records }, roundKey);
  if (found === undefined) return undefined;
  return reviewWalk(roundState({ records }, found.pool.value, found.round), reviewerKey);
}

/** What the card shows beside the records. */
export interface ReviewScene {
  /** The application to show; undefined shows the list. */
  readonly item: WalkItem | undefined;
  readonly notice?: string | undefined;
  /** What was just typed, where it is not what is stored. */
  readonly form?: Partial<Pick<ReviewStep, "answers" | "problems" | "again" | "recusal">>;
  readonly reminder?: boolean;
}

/** The reviewer's card: closed, not begun, one application, or the list. */
export function reviewView(
  screen: CardScreen,
  records: Records,
  walk: ReviewWalk,
  now: Instant,
  scene: ReviewScene,
): AdaptiveCard {
  const { item, notice, form, reminder = false } = scene;
  if (walk.recommendation !== undefined) {
    const { recommendedBy, recommendedAt: at } = walk.recommendation;
    return reviewClosedCard(screen, walk, { byName: nameOf(records, recommendedBy), at }, notice);
  }
  if (now < walk.state.round.closesAt) return reviewNotYetCard(screen, walk);
  if (item === undefined) return reviewListCard(screen, walk, notice);
  return reviewCard(screen, {
    walk,
    item,
    centreName: centreNameOf(records, item.application.centreKey),
    answers: item.review?.answers ?? emptyAnswers,
    problems: [],
    again: false,
    recusal: undefined,
    reminder,
    notice,
    ...form,
  });
}
