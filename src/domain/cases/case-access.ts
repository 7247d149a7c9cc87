import { type Actor, hasRole } from "#domain/organisation/actor.ts";
import type { Case } from "./case.ts";

/** What the actor sees of a case: all of it, or of a closed one only that it is there, by its alternative title. */
export type CaseSight = "full" | "limited";

/** What may be done to a case. */
export const caseActions = ["edit", "route", "decide", "end-consultation", "close"] as const;
export type CaseAction = (typeof caseActions)[number];

/** Whether the actor writes this case (B10): the committee secretary every one, a case officer the own, the secretariat the pools'. */
export function writesCase(actor: Actor, theCase: Pick<Case, "officerKey" | "appropriation">): boolean {
  if (hasRole(actor, "committee-secretary")) return true;
  if (hasRole(actor, "case-officer") && theCase.officerKey === actor.personKey) return true;
  return hasRole(actor, "secretariat") && theCase.appropriation !== undefined;
}

/** Whether the actor may begin a case of any kind; the secretariat only drafts the pools' own. */
export function mayCreateCase(actor: Actor): boolean {
  return hasRole(actor, "committee-secretary") || hasRole(actor, "case-officer");
}

/** Whether the actor may read a pasted case in: who creates cases, and the secretariat the pools' own. */
export function mayReadCaseIn(actor: Actor): boolean {
  return mayCreateCase(actor) || mayDraftPoolCase(actor);
}

/** Whether the actor may draft a pool's appropriation case. */
export function mayDraftPoolCase(actor: Actor): boolean {
  return hasRole(actor, "secretariat") || hasRole(actor, "committee-secretary");
}

/**
 * Whether the actor may make a pool from a case that stands: pools are the secretariat's (B10), so it may with every case it can
 * read that names a pool, asks for none yet and is not closed. The case is written by the secretariat too from then on.
 */
export function mayGivePool(actor: Actor, theCase: Case): boolean {
  const { title, appropriation, closedAt, programmeKey } = theCase;
  const isFree = appropriation === undefined && closedAt === undefined && programmeKey === undefined;
  return isFree && /pulje/iu.test(title) && hasRole(actor, "secretariat") && caseSight(actor, theCase) === "full";
}

/** What the actor sees of the case: everybody reads open ones; closed ones those who write them, directors and the chair (B10). */
export function caseSight(actor: Actor, theCase: Case): CaseSight {
  if (theCase.openness === "open" || writesCase(actor, theCase)) return "full";
  return hasRole(actor, "directors") || hasRole(actor, "chair") ? "full" : "limited";
}

/** The title of the case for those who see it so. */
export function seenTitle(theCase: Case, sight: CaseSight): string {
  return sight === "full" ? theCase.title : theCase.alternativeTitle;
}
