import type { PlainDate } from "#domain/shared/dates.ts";
import type { BodyStep, Case, RouteStep } from "./case.ts";
import { decidedOn, decisionAt, pointOutcomes } from "./case-course.ts";

/** The document of the case as the bodies have it before them. */
export interface DocumentVersion {
  /** 1 before the first consultation, one more behind each. */
  readonly version: number;
  readonly status: "draft" | "provisionally-approved" | "approved" | "rejected";
  /** When it came to that status; undefined for a draft. */
  readonly date: PlainDate | undefined;
}

/**
 * The versions of the document a case is about: what is heard in a consultation comes back as the next one. Approved by a
 * body with others behind it, a version is provisionally approved (001-03); the last is approved on the final body's day
 * (001-15). The first point of the recommendation is the one that concerns the document. None for a case nobody is heard about.
 */
export function documentVersions(theCase: Case): readonly DocumentVersion[] {
  if (!theCase.steps.some(({ kind }) => kind === "consultation")) return [];
  const parts = partsBetween(theCase.steps);
  const final = decidedOn(theCase);
  return parts.flatMap((steps, index): readonly DocumentVersion[] => {
    const version = index + 1;
    const isLast = index === parts.length - 1;
    if (isLast && final !== undefined) {
      const isApproved = pointOutcomes(theCase)[0]?.effect === "approved";
      return [{ version, status: isApproved ? "approved" : "rejected", date: final }];
    }
    const latest = latestTreatment(theCase, steps);
    if (latest !== undefined) return [{ version, ...latest }];
    // A version is there once everything before it has been treated.
    const isReached = index === 0 || isTreated(theCase, parts[index - 1] ?? []);
    return isReached ? [{ version, status: "draft", date: undefined }] : [];
  });
}

function partsBetween(steps: readonly RouteStep[]): readonly (readonly BodyStep[])[] {
  const parts: BodyStep[][] = [[]];
  for (const step of steps) {
    if (step.kind === "consultation") parts.push([]);
    else parts.at(-1)?.push(step);
  }
  return parts;
}

function latestTreatment(
  theCase: Case,
  steps: readonly BodyStep[],
): Pick<DocumentVersion, "status" | "date"> | undefined {
  for (const step of steps.toReversed()) {
    const decision = decisionAt(theCase, step.key);
    const code = decision?.points.find(({ number }) => number === 1)?.code;
    if (decision === undefined || code === undefined) continue;
    if (code === "rejected") return { status: "rejected", date: decision.date };
    const approves = ["approved", "concurred", "approved-amended", "provisionally-approved", "recommended"];
    return approves.includes(code) ? { status: "provisionally-approved", date: decision.date } : undefined;
  }
  return undefined;
}

function isTreated(theCase: Case, steps: readonly BodyStep[]): boolean {
  return steps.every(({ key }) => decisionAt(theCase, key) !== undefined);
}
