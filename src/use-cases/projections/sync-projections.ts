import { projectOpen } from "#domain/projections/project-open.ts";
import { type ProjectionName, projectionNames } from "#domain/projections/projection-row.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { planRecordsNow } from "../action-plans/plan-records-now.ts";
import { caseRecordsNow } from "../cases/case-records-now.ts";
import { consultationRecordsNow } from "../consultations/consultation-records-now.ts";
import { grantRecordsNow } from "../grants/grant-records-now.ts";
import { needRecordsNow } from "../needs/need-sources.ts";
import type { Projections } from "../ports/projections.ts";
import type { RecordName } from "../ports/record-collection.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { answerEdit, type EditDeps } from "./answer-edit.ts";

export interface ProjectionDeps extends EditDeps {
  readonly projections: Projections;
  /** Where the tab lives, for links from rows back to pages, e.g. "https://fremdrift.example/tab/". */
  readonly linkBase: string;
  /** Told how each list fared. */
  readonly ended?: (name: ProjectionName, isOk: boolean) => void;
}

/** Rows written in one run, all lists together. */
export interface ProjectionReport {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
}

/**
 * Makes every open list equal to what records and time say (law 4); any number of runs, any crash point. A list that
 * fails keeps none of the others from being written; the first failure is answered.
 */
export async function syncProjections(deps: ProjectionDeps): Promise<Result<ProjectionReport, StoreFailure>> {
  let wanted = wantedNow(deps);
  let failure: { readonly ok: false; readonly refusal: StoreFailure } | undefined;
  const sum = { created: 0, updated: 0, deleted: 0 };
  for (const name of projectionNames) {
    const done = await deps.projections.reconcile(
      name,
      wanted[name],
      (edit, editor) => answerEdit(deps, edit, editor),
      async () => {
        const read = await deps.records.refresh(PROJECTED);
        if (!read.ok) return read;
        wanted = wantedNow(deps);
        return ok(wanted[name]);
      },
    );
    deps.ended?.(name, done.ok);
    if (!done.ok) {
      failure ??= done;
      continue;
    }
    sum.created += done.value.created;
    sum.updated += done.value.updated;
    sum.deleted += done.value.deleted;
  }
  return failure ?? ok(sum);
}

/** The records that rows are made of. */
const PROJECTED: readonly RecordName[] = [
  "centres",
  "persons",
  "pools",
  "applications",
  "reviews",
  "programmes",
  "actionItems",
  "needs",
  "drafts",
  "consultations",
  "consultationParties",
  "cases",
];

function wantedNow(deps: ProjectionDeps): ReturnType<typeof projectOpen> {
  return projectOpen(
    {
      ...grantRecordsNow(deps),
      ...planRecordsNow(deps),
      ...needRecordsNow(deps),
      ...consultationRecordsNow(deps),
      ...caseRecordsNow(deps),
    },
    deps.linkBase,
    deps.clock.now(),
  );
}
