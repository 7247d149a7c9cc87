import type { Key } from "#domain/shared/keys.ts";
import { type Oere, oere, subtractOere } from "#domain/shared/money.ts";
import type { GrantApplication } from "./application.ts";
import type { Criterion, Outcome, RecommendationLine } from "./grant-pool.ts";
import type { Review } from "./review.ts";
import { criterionMeans, scoreSum, weightedScoreTenths } from "./weighted-score.ts";

/** Why a line stands where it stands against the frame. */
export const cuts = ["fits", "partial-offered", "does-not-fit", "below-the-line"] as const;
export type Cut = (typeof cuts)[number];

/** An application with the reviews that make up its score. */
export interface Scored {
  readonly application: GrantApplication;
  readonly counted: readonly Review[];
}

/** One line of the ranked list. */
export interface RankedLine {
  readonly application: GrantApplication;
  readonly rank: number;
  readonly scoreTenths: number;
  readonly means: Readonly<Record<string, number>>;
  /** Lowest and highest single reviewer's weighted score, in tenths. */
  readonly spread: { readonly lowTenths: number; readonly highTenths: number };
  readonly grantOere: Oere;
  readonly outcome: Outcome;
  readonly cut: Cut;
  /** Money left of the frame after this line. */
  readonly restAfterOere: Oere;
}

/**
 * The ranked list against the money (000-15): from the top as long as requests fit. The first that does not fit draws
 * the line; nobody below it is supported, however small, since the pool goes to the best suited. The rest may be
 * offered to that first one (000-21). Equal scores, as shown in tenths: higher on the first criterion, then the lower
 * amount, then the earlier press. Without reviews a line has score 0 and stands last.
 *
 * @param frameOere what the round may grant
 */
export function rankApplications(
  scored: readonly Scored[],
  criteria: readonly Criterion[],
  frameOere: Oere,
  offerPartial = false,
): readonly RankedLine[] {
  let rest = frameOere;
  let isAboveLine = true;
  return scored
    .map((each) => withScore(each, criteria))
    .sort((a, b) => compareScored(a, b, criteria))
    .map(({ application, counted, scoreTenths }, index): RankedLine => {
      const cut = isAboveLine ? cutOf(application.requestedOere, rest, offerPartial) : "below-the-line";
      const grantOere = grantOf(cut, application.requestedOere, rest);
      isAboveLine = cut === "fits";
      rest = subtractOere(rest, grantOere);
      return {
        application,
        rank: index + 1,
        scoreTenths,
        means: criterionMeans(counted, criteria),
        spread: spreadOf(counted, criteria),
        grantOere,
        outcome: outcomeOf[cut],
        cut,
        restAfterOere: rest,
      };
    });
}

/**
 * The list as it was put up for decision: order, scores, outcomes and amounts stand in the recommendation, whatever has
 * changed since; means and spread come from the reviews it rests on.
 *
 * @param frameOere what the round may grant
 */
export function recommendedLines(
  lines: readonly RecommendationLine[],
  scored: ReadonlyMap<Key, Scored>,
  criteria: readonly Criterion[],
  frameOere: Oere,
): readonly RankedLine[] {
  let rest = frameOere;
  let isAboveLine = true;
  return lines.flatMap(({ applicationKey, rank, scoreTenths, grantOere, outcome }): readonly RankedLine[] => {
    const cut = isAboveLine ? cutOfOutcome[outcome] : "below-the-line";
    isAboveLine = cut === "fits";
    rest = subtractOere(rest, grantOere);
    const found = scored.get(applicationKey);
    if (!found) return [];
    const { application, counted } = found;
    const figures = { means: criterionMeans(counted, criteria), spread: spreadOf(counted, criteria) };
    return [{ application, rank, scoreTenths, ...figures, grantOere, outcome, cut, restAfterOere: rest }];
  });
}

const cutOfOutcome: Readonly<Record<Outcome, Cut>> = {
  award: "fits",
  "partial-award": "partial-offered",
  rejection: "does-not-fit",
};

const outcomeOf: Readonly<Record<Cut, Outcome>> = {
  fits: "award",
  "partial-offered": "partial-award",
  "does-not-fit": "rejection",
  "below-the-line": "rejection",
};

type WithScore = Scored & { readonly scoreTenths: number };

function withScore(scored: Scored, criteria: readonly Criterion[]): WithScore {
  return { ...scored, scoreTenths: weightedScoreTenths(scored.counted, criteria) };
}

function cutOf(requested: Oere, rest: Oere, offerPartial: boolean): Cut {
  if (requested <= rest) return "fits";
  return offerPartial && rest > 0 ? "partial-offered" : "does-not-fit";
}

function grantOf(cut: Cut, requested: Oere, rest: Oere): Oere {
  if (cut === "fits") return requested;
  return cut === "partial-offered" ? rest : oere(0);
}

function compareScored(a: WithScore, b: WithScore, criteria: readonly Criterion[]): number {
  if (a.scoreTenths !== b.scoreTenths) return b.scoreTenths - a.scoreTenths;
  const first = criteria[0]?.code ?? "";
  // Means compared without dividing: sum of one times the count of the other.
  const byFirst = scoreSum(b.counted, first) * a.counted.length - scoreSum(a.counted, first) * b.counted.length;
  if (byFirst !== 0) return byFirst;
  if (a.application.requestedOere !== b.application.requestedOere) {
    return a.application.requestedOere - b.application.requestedOere;
  }
  if (a.application.pressedAt !== b.application.pressedAt) {
    return a.application.pressedAt < b.application.pressedAt ? -1 : 1;
  }
  // Only so that every machine gives the same list.
  return a.application.key < b.application.key ? -1 : 1;
}

function spreadOf(counted: readonly Review[], criteria: readonly Criterion[]): RankedLine["spread"] {
  let [low, high] = [0, 0];
  counted.forEach((review, index) => {
    const score = weightedScoreTenths([review], criteria);
    low = index === 0 || score < low ? score : low;
    high = score > high ? score : high;
  });
  return { lowTenths: low, highTenths: high };
}
