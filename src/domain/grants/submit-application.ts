import type { Actor } from "#domain/organisation/actor.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ApplicationApproval, GrantApplication } from "./application.ts";
import { sendDeadline } from "./approval-deadline.ts";
import { readDraft } from "./check-draft.ts";
import type { Draft } from "./draft.ts";
import { withCurrentAnswer } from "./draft-answer.ts";
import { notCprFields } from "./draft-cpr.ts";
import { type EditDraftRefusal, editDraftRefusal } from "./edit-draft.ts";
import type { FundingRound, GrantPool } from "./grant-pool.ts";
import { closedRefusal, type PoolClosed, recommendationOf } from "./pool-parts.ts";

/** Why a form cannot be handed in. */
export type SubmitRefusal =
  | EditDraftRefusal
  | PoolClosed
  | { readonly kind: "centre-not-eligible"; readonly eligibility: string }
  | { readonly kind: "round-not-open-yet"; readonly opensAt: Instant }
  /** "Fristen er overskredet" (000-12). */
  | { readonly kind: "deadline-passed"; readonly closedAt: Instant }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** What handing in rests on. */
export interface SubmitState {
  readonly draft: Draft;
  readonly pool: GrantPool;
  readonly round: FundingRound;
  /** The applying centre's record, undefined when it is gone. */
  readonly centre: Centre | undefined;
  /** Applications handed in from this draft before. */
  readonly attempts: readonly GrantApplication[];
  /** Numbers of the centre's earlier applications that the actor may see. */
  readonly earlierNumbers: readonly string[];
}

/**
 * Hands the form in: one create, whose key is made of draft and attempt, so that two presses become one application.
 * In time is what the service receives before the round closes, without grace (000-12); what the head returned with
 * questions may come again until the approval deadline. An applicant who heads the centre approves in the same create.
 *
 * @param now when the service received the press, by its own clock
 */
export function submitApplication(
  state: SubmitState,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<GrantApplication, SubmitRefusal> {
  const { attempts } = state;
  const draft = withCurrentAnswer(state.draft, attempts);
  const refusal = submitRefusal(state, actor, now);
  if (refusal) return refuse(refusal);
  const rules = { capOere: state.round.capOere, earlierNumbers: state.earlierNumbers };
  const content = readDraft(draft.fields, rules);
  if (!content.ok) return refuse({ kind: "incomplete", problems: content.refusal });
  const attempt = attempts.length + 1;
  return ok({
    ...content.value,
    key: keyOf("application", draft.key, attempt),
    number: draft.number,
    draftKey: draft.key,
    attempt,
    poolKey: draft.poolKey,
    roundKey: draft.roundKey,
    applicantKey: draft.ownerKey,
    centreKey: draft.centreKey,
    pressedAt: now,
    approval: ownApproval(state, actor, now),
    returned: undefined,
    withdrawnAt: undefined,
    log: logged(emptyLog, command, actor, now, "submitted", {
      number: draft.number,
      attempt,
      requestedOere: content.value.requestedOere,
      notCpr: notCprFields(draft.fields).join(" "),
    }),
  });
}

/** What would refuse handing in, apart from the form's own problems. */
export function submitRefusal(state: SubmitState, actor: Actor, now: Instant): SubmitRefusal | undefined {
  const { draft, pool, round, centre, attempts } = state;
  const refusal = editDraftRefusal(draft, attempts, actor) ?? closedRefusal(pool);
  if (refusal) return refusal;
  if (!centre?.active) return { kind: "centre-not-eligible", eligibility: pool.eligibility };
  if (now < round.opensAt) return { kind: "round-not-open-yet", opensAt: round.opensAt };
  const closedAt = sendDeadline(round, attempts);
  if (now >= closedAt || recommendationOf(pool, round.key)) return { kind: "deadline-passed", closedAt };
  return undefined;
}

function ownApproval(state: SubmitState, actor: Actor, now: Instant): ApplicationApproval | undefined {
  const isHead = state.centre?.headKey === actor.personKey && state.draft.ownerKey === actor.personKey;
  return isHead ? { at: now, by: actor.personKey, how: "applicant-is-head" } : undefined;
}
