import type { AddRoundRefusal } from "#domain/grants/add-round.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import { atTime, closingInstant, type PlainDate } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { addRound } from "./add-round.ts";
import { findPoolOfRound } from "./pool-views.ts";

/** Rounds open at eight in the morning. */
const OPENS = "08:00";

/** What a person says of a new round; its people are those of an earlier one. */
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
  readonly likeRoundKey: Key;
}

/** Why no round is opened. */
export type OpenRoundRefusal =
  | Exclude<AddRoundRefusal, { readonly kind: "exceeds-appropriation" }>
  | { readonly kind: "frames-exceed-appropriation"; readonly overOere: Oere }
  | { readonly kind: "no-round-to-be-like" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** Adds a round to a released pool, with reviewers, advisers and deciders as in an earlier round; those who have left are left out. */
export async function openRound(
  deps: Deps,
  actor: Actor,
  command: OpenRound,
): Promise<Result<GrantPool, OpenRoundRefusal | StoreFailure>> {
  const { commandKey, poolKey, frameOere, capOere, opensOn, closesOn, reviewBy, decisionOn } = command;
  const like = findPoolOfRound(deps, command.likeRoundKey)?.round;
  if (like === undefined) return refuse({ kind: "no-round-to-be-like" });
  const texts = readTexts(deps, actor, command);
  if (!texts.ok) return texts;
  const isHere = (key: Key): boolean => deps.records.persons.byKey(key)?.value.active === true;
  const { substituteKey, chairKey, deputyKey } = like;
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
      reviewerKeys: like.reviewerKeys.filter(isHere),
      substituteKey: substituteKey !== undefined && isHere(substituteKey) ? substituteKey : undefined,
      adviserKeys: like.adviserKeys.filter(isHere),
      chairKey,
      deputyKey,
    },
  });
  if (added.ok) return added;
  const { refusal } = added;
  // Of a round it is the frames that are too large, not what is awarded.
  if (refusal.kind !== "exceeds-appropriation") return refuse(refusal);
  return refuse({ kind: "frames-exceed-appropriation", overOere: refusal.overOere });
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
