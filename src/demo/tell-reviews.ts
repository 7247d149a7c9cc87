import { assignedReviewers } from "#domain/grants/assigned-reviewers.ts";
import type { FundingRound } from "#domain/grants/grant-pool.ts";
import type { Key } from "#domain/shared/keys.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { organisationNow } from "#use-cases/organisation/organisation-now.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import { demoAnswers } from "./demo-reviews.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError } from "./municipality.ts";
import { demoPeople } from "./people.ts";
import type { ToldApplication } from "./tell-applications.ts";
import { personKeyOf } from "./tell-organisation.ts";

/** Reviews that are left out of the story, for a newcomer to give. */
export interface LeftOut {
  readonly reviewer: string;
  /** Which applications of the round, by their place. */
  readonly applications: readonly number[];
}

/** Every assigned reviewer gives every review, spread over the days named; some of one reviewer may be left out. */
export async function tellReviews(
  teller: DemoTeller,
  calendar: DemoCalendar,
  round: FundingRound,
  applications: readonly ToldApplication[],
  days: readonly string[],
  leftOut?: LeftOut,
): Promise<void> {
  const { deps } = teller;
  const jobs = applications.flatMap((application, index) => {
    const record = deps.records.applications.byKey(application.applicationKey)?.value;
    if (!record) throw new DemoDataError(`${application.number} is gone`);
    const { reviewerKeys } = assignedReviewers(record, round, organisationNow(deps), []);
    return reviewerKeys.map((reviewerKey, place) => ({
      application,
      index,
      user: userOf(reviewerKey),
      answers: demoAnswers(application.data, place, reviewerKeys.length, index),
    }));
  });
  const wanted = jobs.filter((job) => !(job.user === leftOut?.reviewer && leftOut.applications.includes(job.index)));
  // By reviewer, as people do it: each sits down once and walks through the whole round.
  const byReviewer = Map.groupBy(wanted, (job) => job.user);
  for (const [turn, [user, own]] of [...byReviewer].entries()) {
    const day = days[Math.floor((turn * days.length) / byReviewer.size)] ?? "";
    await teller.at(calendar.at(`${day}T${10 + turn}:05`));
    for (const { application, answers } of own) {
      const command = {
        commandKey: teller.press("review", user, application.number),
        applicationKey: application.applicationKey,
        answers,
      };
      await told(`${user} ${application.number}`, giveReview(deps, teller.as(user), command));
    }
  }
}

function userOf(key: Key): string {
  const person = demoPeople.find(({ user }) => personKeyOf(user) === key);
  if (!person) throw new DemoDataError("a reviewer who is nobody of the demo");
  return person.user;
}
