import { mayCreateCase } from "#domain/cases/case-access.ts";
import type { WrittenStep } from "#domain/cases/read-route.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { abbreviationOn } from "#domain/organisation/body.ts";
import { type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { CaseProposal } from "#intake/case-proposal.ts";
import { type IntakeRefusal, LONGEST_TEXT, proposeCase } from "#intake/propose-case.ts";
import type { Found } from "#intake/source-text.ts";
import type { Deps } from "../ports/deps.ts";
import { type BodyView, bodyViews } from "./case-views.ts";
import { bodiesNow } from "./commit-case.ts";

/** Why a pasted text is not read. */
export type ReadCaseTextRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] }
  | IntakeRefusal;

/** What the text says, for a screen: the steps by what their bodies are called on their day. */
export interface CaseReadingView extends Omit<CaseProposal, "route"> {
  readonly route: readonly Found<{
    readonly kind: WrittenStep["kind"];
    readonly code: string;
    readonly date: PlainDate | undefined;
  }>[];
  readonly bodies: readonly BodyView[];
}

/**
 * Reads a pasted case text for somebody who may create cases. Nothing is stored, and the text goes no further; one with
 * what looks like a CPR number is not read before its reader has said that it is none. 0 Graph requests.
 */
export function readCaseText(
  deps: Deps,
  actor: Actor,
  { text, notCpr }: { readonly text: string; readonly notCpr: boolean },
): Result<CaseReadingView, ReadCaseTextRefusal> {
  if (!mayCreateCase(actor)) return refuse({ kind: "not-allowed" });
  // Length first: the search for CPR numbers is not for texts of any size.
  if (text.length > LONGEST_TEXT) return refuse({ kind: "text-too-long", most: LONGEST_TEXT });
  const { problems } = readText(text, "text", { max: LONGEST_TEXT, required: true, multiline: true }, notCpr);
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  const proposal = proposeCase(text, bodiesNow(deps));
  if (!proposal.ok) return proposal;
  const today = plainDateOf(deps.clock.now());
  return ok({
    ...proposal.value,
    route: proposal.value.route.map(({ value, span }) => {
      const { kind, date } = value;
      return { value: { kind, code: kind === "body" ? abbreviationOn(value.body, date ?? today) : "", date }, span };
    }),
    bodies: bodyViews(deps),
  });
}
