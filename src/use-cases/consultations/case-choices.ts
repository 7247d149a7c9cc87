import { caseSight, writesCase } from "#domain/cases/case-access.ts";
import { type ConsultationMeetings, consultationMeetings } from "#domain/cases/case-consultation.ts";
import { caseStatus } from "#domain/cases/case-course.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import type { Deps } from "../ports/deps.ts";

/** A case a consultation may be about, with what its route says of the meetings around it. */
export interface CaseChoiceView extends ConsultationMeetings {
  readonly key: Key;
  /** "" while the records system has given none. */
  readonly number: string;
  readonly title: string;
  /** A closed case: its consultation is closed too. */
  readonly isClosed: boolean;
}

/** Whether the actor may say that a consultation is about the case; also where it names none. */
export function mayBeAbout({ records }: Pick<Deps, "records">, actor: Actor, caseKey: Key | undefined): boolean {
  const theCase = caseKey && records.cases.byKey(caseKey)?.value;
  return caseKey === undefined || (theCase !== undefined && caseSight(actor, theCase) === "full");
}

/** Cases that are not decided and that the actor reads, her own first; the newest number at the top. 0 Graph requests. */
export function caseChoices({ records }: Pick<Deps, "records">, actor: Actor): readonly CaseChoiceView[] {
  const isOpen = (status: ReturnType<typeof caseStatus>): boolean => status !== "decided" && status !== "closed";
  return records.cases
    .all()
    .map(({ value }) => value)
    .filter((theCase) => isOpen(caseStatus(theCase)) && caseSight(actor, theCase) === "full")
    .toSorted(
      (a, b) =>
        Number(writesCase(actor, b)) - Number(writesCase(actor, a)) ||
        compareDanish(b.number ?? "", a.number ?? "") ||
        compareDanish(a.title, b.title),
    )
    .map((theCase) => ({
      key: theCase.key,
      number: theCase.number ?? "",
      title: theCase.title,
      isClosed: theCase.openness === "closed",
      ...consultationMeetings(theCase),
    }));
}
