import { contactPerson } from "#domain/grants/contact-person.ts";
import type { Recommendation } from "#domain/grants/grant-pool.ts";
import { type LetterParts, type OutcomeLetter, outcomeLetter } from "#domain/grants/letter.ts";
import { letterAward, mayPreviewLetter } from "#domain/grants/letter-access.ts";
import type { LetterPerson } from "#domain/grants/letter-terms.ts";
import { frameThen } from "#domain/grants/pool-money.ts";
import { awardOf, recommendationOf } from "#domain/grants/pool-parts.ts";
import { reasonNow } from "#domain/grants/propose-reason.ts";
import { maySeeRanking } from "#domain/grants/ranking-access.ts";
import { criterionMeans } from "#domain/grants/weighted-score.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre, findPerson } from "#domain/organisation/organisation.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { rankingSource } from "./ranking-rows.ts";
import { reasonDraft } from "./reason-draft.ts";
import { type SeenApplication, visibleApplication } from "./visible-application.ts";

/** The letter of a decision that can no longer be taken back; "not there" for everybody else and before. 0 Graph requests. */
export function finalLetter(
  deps: Deps,
  actor: Actor,
  key: Key,
  municipality: string,
): Result<OutcomeLetter, StoreFailure> {
  const found = visibleApplication(deps, actor, key);
  if (!found.ok) return found;
  const { seen } = found.value;
  const award = letterAward(actor, seen.application, seen.state, seen.sees, deps.clock.now());
  if (award === undefined) return refuse(notFound);
  return ok(letterOf(seen, municipality, award.decidedBy, award));
}

/**
 * The letter as it would be sent: after the decision as it stands, before it as the list says now. 0 Graph requests.
 *
 * @param offerPartial as if the rest were offered to the first that does not fit
 */
export function letterPreview(
  deps: Deps,
  actor: Actor,
  key: Key,
  { municipality, offerPartial }: { readonly municipality: string; readonly offerPartial: boolean },
): Result<OutcomeLetter, StoreFailure> {
  const found = visibleApplication(deps, actor, key);
  if (!found.ok) return found;
  const { seen } = found.value;
  const { application, progress, sees, state } = seen;
  const now = deps.clock.now();
  if (!maySeeRanking(actor, state, progress, now) || !mayPreviewLetter(actor, application, state, sees)) {
    return refuse(notFound);
  }
  const award = awardOf(state.pool, key);
  if (award !== undefined) return ok(letterOf(seen, municipality, award.decidedBy, award));
  const recommendation = recommendationOf(state.pool, state.round.key);
  const source = rankingSource(actor, state, progress, recommendation, now);
  const lines = offerPartial ? (source.offered ?? source.ranked) : source.ranked;
  const line = lines.find((each) => each.application.key === key);
  if (line === undefined) return refuse(notFound);
  const { criteria } = state.pool;
  const draftReason = reasonDraft(source, line);
  const reason = source.frozen.get(key)?.reason ?? draftReason ?? reasonNow(line, source.frameOere, criteria);
  const { outcome, grantOere, scoreTenths } = line;
  const draft = { outcome, amountOere: grantOere, reason, decidedAt: undefined, scoreTenths };
  return ok(letterOf(seen, municipality, deciderOf(seen, recommendation), draft));
}

/** Who is to decide an application: by the list that is put up, else the chair. */
function deciderOf({ application, state }: SeenApplication, recommendation: Recommendation | undefined): Key {
  const kind = recommendation?.lines.find((line) => line.applicationKey === application.key)?.packet;
  const packet = recommendation?.packets.find((each) => each.kind === kind);
  return packet?.deciderKey ?? state.round.chairKey;
}

type Decided = Pick<LetterParts, "outcome" | "amountOere" | "reason" | "decidedAt"> & {
  /** Missing where the list that was decided says it. */
  readonly scoreTenths?: number;
};

function letterOf(seen: SeenApplication, municipality: string, deciderKey: Key, decided: Decided): OutcomeLetter {
  const { application, progress, state } = seen;
  const { organisation, pool, round } = state;
  const person = (key: Key): LetterPerson => findPerson(organisation, key) ?? { name: "", title: "" };
  const list = recommendationOf(pool, round.key);
  const line = list?.lines.find((each) => each.applicationKey === application.key);
  return outcomeLetter({
    municipality,
    pool,
    roundName: round.name,
    frameOere: frameThen(pool, round.key, list),
    applicationCount: list?.lines.length ?? progress.applications.length,
    application,
    applicant: person(application.applicantKey),
    centreName: findCentre(organisation, application.centreKey)?.name ?? "",
    outcome: decided.outcome,
    amountOere: decided.amountOere,
    reason: decided.reason,
    scoreTenths: decided.scoreTenths ?? line?.scoreTenths ?? 0,
    means: criterionMeans(progress.byApplication.get(application.key)?.counted ?? [], pool.criteria),
    decidedAt: decided.decidedAt,
    decider: person(deciderKey),
    contact: contactPerson(organisation),
  });
}
