import { caseSight } from "#domain/cases/case-access.ts";
import { type CaseDocument, caseDocument } from "#domain/cases/case-document.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";

/** The case as a document, for who may read all of it. 0 Graph requests. */
export function caseFile(deps: Deps, actor: Actor, key: Key, municipality: string): Result<CaseDocument, StoreFailure> {
  const theCase = deps.records.cases.byKey(key)?.value;
  if (theCase === undefined || caseSight(actor, theCase) === "limited") return refuse(notFound);
  return ok(caseDocument(theCase, municipality));
}
