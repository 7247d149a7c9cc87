import type { AddRoundRefusal } from "#domain/grants/add-round.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import { atTime, closingInstant, type PlainDate } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { organisationNow, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { addRound } from "./add-round.ts";
import { findPoolOfRound } from "./pool-views.ts";

/** Rounds open at eight in the morning. */
const OPENS = "08:00";

/** Who reviews a round and who decides it. */
export interface RoundPeople {
  readonly reviewerKeys: readonly Key[];
  readonly substituteKey: Key | undefined;
  readonly chairKey: Key;
  readonly deputyKey: Key;
}

/** What a person says of a new round; its people are those named, or of an earlier one. */
export interface OpenRound extends Command {
  readonly poolKey: Key;
  readonly name: string;
  /** What the numbers of its applications begin with: "FR22". */
  readonly code: string;
  readonly frameOere: Oere;
  /** Undefined is the frame. */
  readonly capOere: Oere | undefined;
  readonly opensOn: PlainDate;
  /** The last day, to 23.59. */
  readonly closesOn: PlainDate;
  readonly reviewBy: PlainDate;
  readonly decisionOn: PlainDate;
  readonly likeRoundKey: Key | undefined;
  readonly people: RoundPeople | undefined;
}

/** Why no round is opened. */
export type OpenRoundRefusal =
  | Exclude<AddRoundRefusal, { readonly kind: "exceeds-appropriation" }>
  | { readonly kind: "frames-exceed-appropriation"; readonly overOere: Oere }
  | { readonly kind: "no-round-to-be-like" }
  /** Somebody who is to decide, or was named, is no longer employed. */
  | { readonly kind: "person-left"; readonly name: string }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/**
 * Adds a round to a released pool, with the people who are named, or with reviewers, advisers and deciders as in an earlier
 * round: reviewers who have left are left out, and a decider who has left is to be named anew.
 */
export async function openRound(
  deps: Deps,
  actor: Actor,
  command: OpenRound,
): Promise<Result<GrantPool, OpenRoundRefusal | StoreFailure>> {
  const { commandKey, poolKey, frameOere, capOere, opensOn, closesOn, reviewBy, decisionOn } = command;
  const people = peopleOf(deps, command);
  if (!people.ok) return people;
  const texts = readTexts(deps, actor, command);
  if (!texts.ok) return texts;
  const added = await addRound(deps, actor, {
    commandKey,
    poolKey,
    round: {
      ...texts.value,
      frameOere,
      ...(capOere === undefined ? {} : { capOere }),
      opensAt: atTime(opensOn, OPENS),
      closesAt: closingInstant(closesOn),
      reviewBy,
      decisionOn,
      ...people.value,
    },
  });
  if (added.ok) return added;
  const { refusal } = added;
  // Of a round it is the frames that are too large, not what is awarded.
  if (refusal.kind !== "exceeds-appropriation") return refuse(refusal);
  return refuse({ kind: "frames-exceed-appropriation", overOere: refusal.overOere });
}

function peopleOf(
  deps: Deps,
  { likeRoundKey, people }: OpenRound,
): Result<RoundPeople & Pick<FundingRound, "adviserKeys">, OpenRoundRefusal> {
  const isHere = (key: Key): boolean => deps.records.persons.byKey(key)?.value.active === true;
  const like = likeRoundKey === undefined ? undefined : findPoolOfRound(deps, likeRoundKey)?.round;
  const isMissing = likeRoundKey !== undefined && like === undefined;
  const from = people ?? (like && stillHere(like, isHere));
  if (isMissing || from === undefined) return refuse({ kind: "no-round-to-be-like" });
  const { reviewerKeys, substituteKey, chairKey, deputyKey } = from;
  const named = [...reviewerKeys, ...(substituteKey === undefined ? [] : [substituteKey]), chairKey, deputyKey];
  const left = named.find((key) => !isHere(key));
  if (left !== undefined) return refuse({ kind: "person-left", name: personRef(organisationNow(deps), left).name });
  const adviserKeys = like?.adviserKeys.filter(isHere) ?? [];
  return ok({ reviewerKeys, substituteKey, chairKey, deputyKey, adviserKeys });
}

/** Of those who review, who are still here; the deciders as they are, for without them there is no round. */
function stillHere(
  { reviewerKeys, substituteKey, chairKey, deputyKey }: FundingRound,
  isHere: (key: Key) => boolean,
): RoundPeople {
  const substitute = substituteKey !== undefined && isHere(substituteKey) ? substituteKey : undefined;
  return { reviewerKeys: reviewerKeys.filter(isHere), substituteKey: substitute, chairKey, deputyKey };
}

/** Numbers of applications begin with the code, whatever pool they are in: no two rounds have the same. */
function readTexts(
  { records }: Deps,
  actor: Actor,
  command: OpenRound,
): Result<{ readonly name: string; readonly code: string }, OpenRoundRefusal> {
  const name = readText(command.name, "name", { max: 80, required: true, multiline: false });
  const code = readText(command.code, "code", { max: 10, required: true, multiline: false });
  const problems = [...name.problems, ...code.problems];
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  const taken = records.pools
    .all()
    .filter(({ value }) => !isRepeatedPress(value.log, command, actor))
    .flatMap(({ value }) => value.rounds)
    .find((round) => searchKey(round.code) === searchKey(code.text));
  return taken === undefined
    ? ok({ name: name.text, code: code.text })
    : refuse({ kind: "code-taken", code: taken.code });
}
