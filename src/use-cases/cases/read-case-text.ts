import { mayCreateCase, mayReadCaseIn } from "#domain/cases/case-access.ts";
import type { WrittenStep } from "#domain/cases/read-route.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { abbreviationOn } from "#domain/organisation/body.ts";
import { type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Language } from "#domain/shared/language.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { CaseProposal } from "#intake/case-proposal.ts";
import { type IntakeRefusal, LONGEST_TEXT, proposeCase } from "#intake/propose-case.ts";
import type { Found } from "#intake/source-text.ts";
import { type LikePoolView, likePools } from "../grants/like-pools.ts";
import type { Deps } from "../ports/deps.ts";
import { type BodyView, bodyViews } from "./case-views.ts";
import { bodiesNow } from "./commit-case.ts";

/** Why a pasted text is not read. */
export type ReadCaseTextRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] }
  /** The secretariat reads cases of pools in, and this is none. */
  | { readonly kind: "not-a-pool-case" }
  | IntakeRefusal;

/** What the text says, for a screen: the steps by what their bodies are called on their day. */
export interface CaseReadingView extends Omit<CaseProposal, "route"> {
  readonly route: readonly Found<{
    readonly kind: WrittenStep["kind"];
    readonly code: string;
    readonly date: PlainDate | undefined;
  }>[];
  readonly bodies: readonly BodyView[];
  /** For who makes pools, where the text is about one: the pools a new one may be like. */
  readonly poolMaking?: {
    readonly like: readonly LikePoolView[];
    /** Without its pool the reader may not make the case. */
    readonly isRequired: boolean;
  };
}

export interface ReadCaseText {
  readonly text: string;
  readonly notCpr: boolean;
  /** Of the criteria a new pool may have; Danish where nothing is said. */
  readonly language?: Language;
}

/**
 * Reads a pasted case text for somebody who may create the case. Nothing is stored, and the text goes no further; one with
 * what looks like a CPR number is not read before its reader has said that it is none. 0 Graph requests.
 */
export function readCaseText(
  deps: Deps,
  actor: Actor,
  { text, notCpr, language = "da" }: ReadCaseText,
): Result<CaseReadingView, ReadCaseTextRefusal> {
  if (!mayReadCaseIn(actor)) return refuse({ kind: "not-allowed" });
  // Length first: the search for CPR numbers is not for texts of any size.
  if (text.length > LONGEST_TEXT) return refuse({ kind: "text-too-long", most: LONGEST_TEXT });
  const { problems } = readText(text, "text", { max: LONGEST_TEXT, required: true, multiline: true }, notCpr);
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  const proposal = proposeCase(text, bodiesNow(deps));
  if (!proposal.ok) return proposal;
  if (!mayCreateCase(actor) && proposal.value.pool === undefined) return refuse({ kind: "not-a-pool-case" });
  const today = plainDateOf(deps.clock.now());
  return ok({
    ...proposal.value,
    route: proposal.value.route.map(({ value, span }) => {
      const { kind, date } = value;
      return { value: { kind, code: kind === "body" ? abbreviationOn(value.body, date ?? today) : "", date }, span };
    }),
    bodies: bodyViews(deps),
    ...(proposal.value.pool === undefined ? {} : poolMaking(deps, actor, language)),
  });
}

function poolMaking(deps: Deps, actor: Actor, language: Language): Pick<CaseReadingView, "poolMaking"> {
  const like = likePools(deps, actor, language);
  return like === undefined ? {} : { poolMaking: { like, isRequired: !mayCreateCase(actor) } };
}
