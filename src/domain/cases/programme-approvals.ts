import { type Programme, type ProgrammeVersion, programmeState } from "#domain/action-plans/programme.ts";
import { recordProgrammeVersion } from "#domain/action-plans/programme-commands.ts";
import { type Instant, type PlainDate, startOfDay } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import type { Case } from "./case.ts";
import { decidedOn, pointOutcomes } from "./case-course.ts";
import { documentVersions } from "./document-versions.ts";

interface Approval {
  readonly state: ProgrammeVersion["state"];
  readonly on: PlainDate;
}

/**
 * What the bodies have approved of the programme a case is about, by the first point of its recommendation: provisionally
 * what is sent to be heard (001-03), finally on the day of the body that decides (001-15).
 */
function programmeApprovals(theCase: Case): readonly Approval[] {
  const approvals: Approval[] = [];
  const [first] = documentVersions(theCase);
  if (first?.status === "provisionally-approved" && first.date !== undefined) {
    approvals.push({ state: first.status, on: first.date });
  }
  const final = decidedOn(theCase);
  if (final !== undefined && pointOutcomes(theCase)[0]?.effect === "approved") {
    approvals.push({ state: "approved", on: final });
  }
  return approvals;
}

/** The programme with what its case has come to; the same object where it knows already. */
export function programmeAfter(programme: Programme, theCase: Case, now: Instant): Programme {
  return programmeApprovals(theCase).reduce((current, { state, on }) => {
    const isKnown = current.versions.some((each) => each.caseKey === theCase.key && each.state === state);
    if (isKnown || programmeState(current) === "approved") return current;
    const personKey = theCase.decisions.at(-1)?.recordedBy ?? theCase.officerKey;
    const commandKey = keyOf("programme-version", theCase.key, state);
    const command = { commandKey, state, at: startOfDay(on), caseKey: theCase.key };
    const recorded = recordProgrammeVersion(current, command, { personKey }, now);
    return recorded.ok ? recorded.value : current;
  }, programme);
}
