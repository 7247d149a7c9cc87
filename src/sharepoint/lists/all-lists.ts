import type { ProjectionName } from "#domain/projections/projection-row.ts";
import type { RecordName } from "#use-cases/ports/record-collection.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { applicationList } from "./application-list.ts";
import { bodyList, caseList } from "./case-list.ts";
import { consultationList, consultationPartyList } from "./consultation-lists.ts";
import type { ListDefinition, WantedList } from "./define-list.ts";
import { draftList } from "./draft-list.ts";
import { needFormList, needList } from "./need-list.ts";
import { openActionPlanList } from "./open-action-plan-list.ts";
import { openCaseList } from "./open-case-list.ts";
import { openConsultationList } from "./open-consultation-list.ts";
import { openApplicationList, openCentreList, openLedgerList, openRoundList } from "./open-lists.ts";
import { openNeedList } from "./open-need-list.ts";
import { centreList, personList } from "./organisation-lists.ts";
import { actionItemList, programmeList } from "./plan-lists.ts";
import { poolList } from "./pool-list.ts";
import type { RowValues } from "./projection-list.ts";
import { reviewList } from "./review-list.ts";
import { auditList, conversationList, senderList } from "./service-lists.ts";

/** What a record list holds. */
export type RecordOf<N extends RecordName> = Records[N] extends { all(): readonly { readonly value: infer T }[] }
  ? T
  : never;

/** The list of each record. */
export const recordLists: { readonly [N in RecordName]: ListDefinition<RecordOf<N>> } = {
  centres: centreList,
  persons: personList,
  bodies: bodyList,
  cases: caseList,
  pools: poolList,
  drafts: draftList,
  applications: applicationList,
  reviews: reviewList,
  programmes: programmeList,
  actionItems: actionItemList,
  consultations: consultationList,
  consultationParties: consultationPartyList,
  needs: needList,
  needForms: needFormList,
  senders: senderList,
  conversations: conversationList,
  audit: auditList,
};

/** The list of each projection. */
export const projectionLists: Readonly<Record<ProjectionName, ListDefinition<RowValues>>> = {
  "open-centres": openCentreList,
  "open-rounds": openRoundList,
  "open-ledger": openLedgerList,
  "open-applications": openApplicationList,
  "open-action-plan": openActionPlanList,
  "open-needs": openNeedList,
  "open-consultations": openConsultationList,
  "open-cases": openCaseList,
};

/** The closed library for basis files (law 5). */
export const basisLibrary: WantedList = {
  name: "Grundlag",
  title: "Beslutningsgrundlag",
  description: "Filer, som beslutninger hviler på; navnet er filens SHA-256. Skrives kun af Fremdrift.",
  site: "records",
  template: "documentLibrary",
  schemaVersion: 1,
  columns: {},
  views: [],
  formatting: {},
};

/** The closed library for the documents of answers (001-08). */
export const answerFileLibrary: WantedList = {
  name: "Hoeringsbilag",
  title: "Bilag til høringssvar",
  description:
    "Filer, som fulgte med høringssvar; navnet er partens nøgle og filens SHA-256. Skrives kun af Fremdrift.",
  site: "records",
  template: "documentLibrary",
  schemaVersion: 1,
  columns: {},
  views: [],
  formatting: {},
};

/** Everything provisioning makes on the two sites. */
export const wantedLists: readonly WantedList[] = [
  ...Object.values(recordLists),
  ...Object.values(projectionLists),
  basisLibrary,
  answerFileLibrary,
];
