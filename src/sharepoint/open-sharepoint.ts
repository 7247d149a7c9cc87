import type { ProjectionName } from "#domain/projections/projection-row.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { AnswerFiles } from "#use-cases/ports/answer-files.ts";
import type { BasisLibrary } from "#use-cases/ports/basis-library.ts";
import type { Projections } from "#use-cases/ports/projections.ts";
import { type RecordName, recordNames } from "#use-cases/ports/record-collection.ts";
import type { Records } from "#use-cases/ports/records.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "./client/graph-client.ts";
import type { CallOptions } from "./client/send.ts";
import { projectionLists, type RecordOf, recordLists } from "./lists/all-lists.ts";
import { KEY_COLUMN, type ListDefinition } from "./lists/define-list.ts";
import { createGraphAnswerFiles } from "./lists/graph-answer-files.ts";
import { createGraphBasisLibrary } from "./lists/graph-basis-library.ts";
import {
  createListDirectory,
  type ListDirectory,
  type SiteAddresses,
  unlessListIsGone,
} from "./lists/list-directory.ts";
import type { RowValues } from "./lists/projection-list.ts";
import { createOpenProjections } from "./reconcile/open-projections.ts";
import type { ReconcileReport } from "./reconcile/reconcile.ts";
import { createListReplica, type ListReplica } from "./replica/list-replica.ts";
import { createRecordCollection } from "./replica/record-collection.ts";
import type { UnreadableRow } from "./replica/replica-rows.ts";

export interface SharePointOptions {
  /** Signed in as the service (application permission on both sites). */
  readonly client: GraphClient;
  readonly sites: SiteAddresses;
  /** Told of every projection run; rows that do not fit are in it. */
  readonly reported: (name: ProjectionName, report: ReconcileReport) => void;
  /** Told of every read of a list, by its ASCII name; the failure's kind when there was one. */
  readonly refreshed?: (list: string, failure: StoreFailure["kind"] | undefined) => void;
}

/** One list as it is here now, for the health page. */
export interface ListState {
  readonly name: string;
  readonly title: string;
  readonly site: "records" | "open";
  readonly rows: number;
  readonly isRead: boolean;
}

/** A row nobody could read, for the health page. */
export interface UnreadableItem {
  readonly list: string;
  readonly listTitle: string;
  readonly itemId: string;
  readonly column: string;
  readonly reason: string;
}

/** The municipality's SharePoint as the use-cases know it. */
export interface SharePoint {
  readonly records: Records;
  readonly projections: Projections;
  readonly basis: BasisLibrary;
  readonly answerFiles: AnswerFiles;
  /** Brings every record list up to date; also the first read of everything. */
  readonly refreshAll: (options?: CallOptions) => Promise<Result<void, StoreFailure>>;
  /** Whether every record list has been read: before that nothing may be concluded from what is not there. */
  readonly isReady: () => boolean;
  /** Told whenever rows of a record list changed, by us or by others. */
  readonly onChange: (listener: (name: RecordName) => void) => () => void;
  /** Rows that are not what their list says; they break nothing else (law 11). */
  readonly unreadable: () => readonly UnreadableItem[];
  readonly lists: () => readonly ListState[];
  /** Where a list is in SharePoint, for links from a page to its rows. */
  readonly directory: ListDirectory;
}

/** Ties client, lists, replicas and the reconcile together. Nothing is read until the first refresh. */
export function openSharePoint(options: SharePointOptions): SharePoint {
  const { client, sites, reported } = options;
  const directory = createListDirectory(client, sites);
  const replicas = openReplicas(client, directory);
  const projectionReplicas = openProjectionReplicas(client, directory, options.refreshed);
  const all: readonly ReadableReplica[] = [...Object.values(replicas), ...Object.values(projectionReplicas)];

  const refresh = (names: readonly RecordName[], call: CallOptions = {}) =>
    together(names.map((name) => telling(replicas[name], options.refreshed)(call)));

  return {
    records: { ...openCollections(client, directory, replicas), refresh: (names) => refresh(names) },
    projections: createOpenProjections({ client, directory, replicas: projectionReplicas, reported }),
    basis: createGraphBasisLibrary(client, directory),
    answerFiles: createGraphAnswerFiles(client, directory),
    refreshAll: (call) => refresh(recordNames, call),
    isReady: () => recordNames.every((name) => replicas[name].isRead()),
    onChange: (listener) => {
      const stops = recordNames.map((name) => replicas[name].onChange(() => listener(name)));
      return () => {
        for (const stop of stops) stop();
      };
    },
    unreadable: () =>
      all.flatMap(({ list, rows }) =>
        rows
          .unreadable()
          // Without our key it is a manager's own row, which nobody needs to read (decision 0013).
          .filter(({ column }) => list.site === "records" || column !== KEY_COLUMN)
          .map(({ item, column, reason }) => ({
            list: list.name,
            listTitle: list.title,
            itemId: item.id,
            column,
            reason,
          })),
      ),
    lists: () =>
      all.map(({ list: { name, title, site }, rows, isRead }) => {
        return { name, title, site, rows: rows.all().length, isRead: isRead() };
      }),
    directory,
  };
}

type RecordReplicas = { readonly [N in RecordName]: ListReplica<RecordOf<N>> };

/** What the health page asks of a replica, whatever it holds. */
interface ReadableReplica {
  readonly list: Pick<ListDefinition<never>, "name" | "title" | "site">;
  readonly rows: { readonly unreadable: () => readonly UnreadableRow[]; readonly all: () => readonly unknown[] };
  readonly isRead: () => boolean;
}

type Refreshed = SharePointOptions["refreshed"];

/** A replica's refresh that tells how it went. */
function telling(
  { list, refresh }: Pick<ReadableReplica, "list"> & Pick<ListReplica<unknown>, "refresh">,
  refreshed: Refreshed,
): ListReplica<unknown>["refresh"] {
  return async (call) => {
    const end = await refresh(call);
    refreshed?.(list.name, end.ok ? undefined : end.refusal.kind);
    return end;
  };
}

function openReplicas(client: GraphClient, directory: ListDirectory): RecordReplicas {
  return {
    centres: createListReplica(client, recordLists.centres, directory),
    persons: createListReplica(client, recordLists.persons, directory),
    pools: createListReplica(client, recordLists.pools, directory),
    drafts: createListReplica(client, recordLists.drafts, directory),
    applications: createListReplica(client, recordLists.applications, directory),
    reviews: createListReplica(client, recordLists.reviews, directory),
    bodies: createListReplica(client, recordLists.bodies, directory),
    cases: createListReplica(client, recordLists.cases, directory),
    programmes: createListReplica(client, recordLists.programmes, directory),
    actionItems: createListReplica(client, recordLists.actionItems, directory),
    consultations: createListReplica(client, recordLists.consultations, directory),
    consultationParties: createListReplica(client, recordLists.consultationParties, directory),
    needs: createListReplica(client, recordLists.needs, directory),
    needForms: createListReplica(client, recordLists.needForms, directory),
    senders: createListReplica(client, recordLists.senders, directory),
    conversations: createListReplica(client, recordLists.conversations, directory),
    audit: createListReplica(client, recordLists.audit, directory),
  };
}

function openProjectionReplicas(
  client: GraphClient,
  directory: ListDirectory,
  refreshed: Refreshed,
): Readonly<Record<ProjectionName, ListReplica<RowValues>>> {
  const open = (name: ProjectionName): ListReplica<RowValues> => {
    const replica = createListReplica(client, projectionLists[name], directory);
    return { ...replica, refresh: telling(replica, refreshed) };
  };
  return {
    "open-centres": open("open-centres"),
    "open-rounds": open("open-rounds"),
    "open-ledger": open("open-ledger"),
    "open-applications": open("open-applications"),
    "open-action-plan": open("open-action-plan"),
    "open-needs": open("open-needs"),
    "open-consultations": open("open-consultations"),
    "open-cases": open("open-cases"),
  };
}

function openCollections(
  client: GraphClient,
  directory: ListDirectory,
  replicas: RecordReplicas,
): Omit<Records, "refresh"> {
  return {
    centres: createRecordCollection(client, directory, replicas.centres),
    persons: createRecordCollection(client, directory, replicas.persons),
    pools: createRecordCollection(client, directory, replicas.pools),
    drafts: createRecordCollection(client, directory, replicas.drafts),
    applications: createRecordCollection(client, directory, replicas.applications),
    reviews: createRecordCollection(client, directory, replicas.reviews),
    bodies: createRecordCollection(client, directory, replicas.bodies),
    cases: createRecordCollection(client, directory, replicas.cases),
    programmes: createRecordCollection(client, directory, replicas.programmes),
    actionItems: createRecordCollection(client, directory, replicas.actionItems),
    consultations: createRecordCollection(client, directory, replicas.consultations),
    consultationParties: createRecordCollection(client, directory, replicas.consultationParties),
    needs: createRecordCollection(client, directory, replicas.needs),
    needForms: createRecordCollection(client, directory, replicas.needForms),
    senders: createRecordCollection(client, directory, replicas.senders),
    conversations: createRecordCollection(client, directory, replicas.conversations),
    audit: createRecordCollection(client, directory, replicas.audit),
  };
}

/** The first refusal, if any; all have ended by then. */
async function together(runs: readonly Promise<Result<void, StoreFailure>>[]): Promise<Result<void, StoreFailure>> {
  const ends = await Promise.all(runs);
  const failed = ends.find((end) => !end.ok);
  return failed === undefined || failed.ok ? ok(undefined) : refuse(unlessListIsGone(failed.refusal));
}
