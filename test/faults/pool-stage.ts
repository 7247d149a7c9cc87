import type { GrantApplication } from "#domain/grants/application.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { reviewKeyOf } from "#domain/grants/review-window.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import { anApplication, aPool, aReview, aRound } from "../builders/grants.ts";
import { answers, danish, day, good, type World } from "../scenarios/world.ts";
import type { Arena } from "./two-instances.ts";

/** A pool of 600.000 kr. in the middle of its year: one round is reviewed and about to be decided, one takes forms. */
export interface Stage {
  readonly poolKey: Key;
  readonly closed: FundingRound;
  readonly open: FundingRound;
  /** Three applications in the closed round for 330.000 kr. against its frame of 200.000 kr. */
  readonly applications: readonly GrantApplication[];
}

export const stageNow = "2022-04-27 10:00";

const reviewers = ["formand.dsg", "leder.sundhed", "leder.skole", "oekonomi"];
/** Applicant, centre, asked kroner and mean score; the chair heads the centre of the second. */
const wishes = [
  ["ansoeger.arbejdsmarked", "arbejdsmarked", 95_000, 5],
  ["ansoeger.borgerservice", "borgerservice", 85_000, 4],
  ["ansoeger.hr", "hr", 150_000, 3],
] as const;

/** Puts a new pool on the lists, as the months before have left it; one review is still to be given. */
export async function setStage({ world, observer }: Arena, name: string): Promise<Stage> {
  world.at(stageNow);
  const { records } = observer.deps;
  const poolKey = keyOf("stage", name);
  const round = (code: string, more: Partial<FundingRound>): FundingRound =>
    aRound({
      code: `${code}${name}`,
      key: keyOf("stage-round", name, code),
      frameOere: kr(200_000),
      capOere: kr(200_000),
      opensAt: danish("2022-03-01 08:00"),
      reviewerKeys: reviewers.map(world.personKey),
      substituteKey: world.personKey("suppleant"),
      adviserKeys: [],
      chairKey: world.personKey("formand.dsg"),
      deputyKey: world.personKey("naestformand.dsg"),
      ...more,
    });
  const closed = round("A", { closesAt: danish("2022-04-01 00:00"), reviewBy: day("2022-04-20") });
  const open = round("B", { closesAt: danish("2022-11-01 00:00"), reviewBy: day("2022-11-20") });
  const pool: GrantPool = aPool({
    key: poolKey,
    number: `PULJE-${name}`,
    criteria: proposedCriteria,
    rounds: [closed, open],
    minimumReviewers: 3,
  });
  good(await records.pools.create(pool));
  const applications = wishes.map(([user, centre, kroner], index) =>
    anApplication({
      number: `A${name}-0${index + 1}`,
      draftKey: keyOf("stage-draft", name, index),
      key: keyOf("application", keyOf("stage-draft", name, index), 1),
      poolKey,
      roundKey: closed.key,
      applicantKey: world.personKey(user),
      centreKey: world.centreKey(centre),
      requestedOere: kr(kroner),
    }),
  );
  await Promise.all(applications.map(async (application) => good(await records.applications.create(application))));
  await Promise.all(
    givenReviews(world, applications).map(async (review) => good(await records.reviews.create(review))),
  );
  return { poolKey, closed, open, applications };
}

/** Every review but the last reviewer's of the first application. */
function givenReviews(world: World, applications: readonly GrantApplication[]) {
  return applications.flatMap((application, index) =>
    reviewers
      .filter((user) => mayReview(user, index) && !(user === "oekonomi" && index === 0))
      .map((user) => {
        const reviewerKey = world.personKey(user);
        const [, , , score] = wishes[index] ?? wishes[0];
        return aReview(
          {
            key: reviewKeyOf(application, reviewerKey),
            reviewerKey,
            answers: answers(score, score, score, score, score),
            givenAt: danish("2022-04-12 09:00"),
          },
          application,
        );
      }),
  );
}

/** Who heads the applying centre does not review it. */
export function mayReview(user: string, index: number): boolean {
  return !(user === "formand.dsg" && wishes[index]?.[1] === "borgerservice");
}

/** Who may answer an award of the stage. */
export function applicantOf(index: number): string {
  return (wishes[index] ?? wishes[0])[0];
}

/** Takes everything of the stage off the lists again, so that the next one is as quick as this. */
export async function strikeStage({ observer }: Arena, { poolKey }: Stage): Promise<void> {
  const { records } = observer.deps;
  good(await records.refresh(["pools", "applications", "reviews", "drafts"]));
  const removals = [
    ...records.reviews
      .all()
      .filter(({ value }) => value.poolKey === poolKey)
      .map((row) => () => records.reviews.remove(row.value.key, row.version)),
    ...records.applications
      .all()
      .filter(({ value }) => value.poolKey === poolKey)
      .map((row) => () => records.applications.remove(row.value.key, row.version)),
    ...records.drafts
      .all()
      .filter(({ value }) => value.poolKey === poolKey)
      .map((row) => () => records.drafts.remove(row.value.key, row.version)),
    ...records.pools
      .all()
      .filter(({ value }) => value.key === poolKey)
      .map((row) => () => records.pools.remove(row.value.key, row.version)),
  ];
  for (const remove of removals) good(await remove());
}
