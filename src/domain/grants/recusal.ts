import type { Organisation } from "#domain/organisation/organisation.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { GrantApplication } from "./application.ts";
import type { Review } from "./review.ts";

/** Why a person has no part in an application: computed from the organisation, or declared by the person. */
export type Recusal =
  | { readonly kind: "own-centre" }
  | { readonly kind: "declared"; readonly reason: string; readonly at: Instant };

/**
 * Whether the person is out of the handling of an application: it comes from the person's own centre, from a centre
 * the person heads or from the person, or the person has declared a conflict.
 *
 * @param reviews may hold other applications' and other persons' reviews
 */
export function recusalOf(
  person: Pick<Person, "key" | "centreKey">,
  application: GrantApplication,
  organisation: Pick<Organisation, "centres">,
  reviews: readonly Review[],
): Recusal | undefined {
  const head = organisation.centres.find((centre) => centre.key === application.centreKey)?.headKey;
  if (person.centreKey === application.centreKey || head === person.key || application.applicantKey === person.key) {
    return { kind: "own-centre" };
  }
  const own = reviews.find((each) => each.applicationKey === application.key && each.reviewerKey === person.key);
  return own?.recusal && { kind: "declared", reason: own.recusal.reason, at: own.recusal.at };
}
