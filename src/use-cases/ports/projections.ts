import type { EditAnswer, OutsideEdit } from "#domain/projections/outside-edit.ts";
import type { ProjectionName, ProjectionRow } from "#domain/projections/projection-row.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "./store-failure.ts";

/** What the answer to an edit needs to know of its editor: the Entra object id, undefined when an application wrote. */
export type AskEditor = () => Promise<Result<string | undefined, StoreFailure>>;

/** Answers an edit somebody else made in an open list; on a failure nothing is written over it yet. */
export type AnswerEdit = (edit: OutsideEdit, editor: AskEditor) => Promise<Result<EditAnswer, StoreFailure>>;

/** The rows wanted once the records have been read anew. */
export type WantedAnew = () => Promise<Result<readonly ProjectionRow[], StoreFailure>>;

/** Makes an open list equal to the wanted rows; the only way projections are written (law 4). */
export interface Projections {
  reconcile(
    name: ProjectionName,
    rows: readonly ProjectionRow[],
    /** Default: every edit is put back and nobody is told. */
    answer?: AnswerEdit,
    /**
     * Asked before rows are taken for deleted, unwanted or out of date that are so only by what this service has read:
     * another one may have newer records. Default: what is wanted is known.
     */
    anew?: WantedAnew,
  ): Promise<Result<{ readonly created: number; readonly updated: number; readonly deleted: number }, StoreFailure>>;
  /** Address of a row's page in SharePoint, once the row has been seen there. 0 Graph requests. */
  rowUrl(name: ProjectionName, key: Key): string | undefined;
  /** Address of the list itself, once it has been seen. 0 Graph requests. */
  listUrl(name: ProjectionName): string | undefined;
}
