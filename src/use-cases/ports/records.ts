import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { Programme } from "#domain/action-plans/programme.ts";
import type { Case } from "#domain/cases/case.ts";
import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { Draft } from "#domain/grants/draft.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Review } from "#domain/grants/review.ts";
import type { Need } from "#domain/needs/need.ts";
import type { NeedForm } from "#domain/needs/need-form.ts";
import type { Conversation, SenderRecord } from "#domain/notices/sender-record.ts";
import type { Body } from "#domain/organisation/body.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { LogLine } from "#domain/shared/log.ts";
import type { RecordCollection, Refresh } from "./record-collection.ts";

/** An audit row: the one append-only kind (law 6). */
export interface AuditLine extends LogLine {
  readonly key: Key;
  readonly recordKey: Key;
  readonly recordKind: string;
}

/** All records of the closed site. */
export interface Records {
  readonly centres: RecordCollection<Centre>;
  readonly persons: RecordCollection<Person>;
  readonly bodies: RecordCollection<Body>;
  readonly cases: RecordCollection<Case>;
  readonly pools: RecordCollection<GrantPool>;
  readonly drafts: RecordCollection<Draft>;
  readonly applications: RecordCollection<GrantApplication>;
  readonly reviews: RecordCollection<Review>;
  readonly programmes: RecordCollection<Programme>;
  readonly actionItems: RecordCollection<ActionItem>;
  readonly consultations: RecordCollection<Consultation>;
  readonly consultationParties: RecordCollection<ConsultationParty>;
  readonly needs: RecordCollection<Need>;
  readonly needForms: RecordCollection<NeedForm>;
  readonly senders: RecordCollection<SenderRecord>;
  readonly conversations: RecordCollection<Conversation>;
  readonly audit: RecordCollection<AuditLine>;
  readonly refresh: Refresh;
}
