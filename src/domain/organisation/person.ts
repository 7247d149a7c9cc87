import type { NoticeChoices } from "#domain/notices/notice-choices.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import type { RecordLog } from "#domain/shared/log.ts";

/** Roles a person may hold beside being an employee of a centre; being head is a fact of the centre (B10). */
export const roles = [
  "reviewer",
  "substitute",
  "adviser",
  "secretariat",
  "chair",
  "deputy-chair",
  "case-officer",
  "committee-secretary",
  "consultation-party",
  "directors",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

/** An employee, known by the Entra object id; name, role, centre and work e-mail only. */
export interface Person {
  readonly key: Key;
  readonly objectId: string;
  readonly name: string;
  readonly userPrincipalName: string;
  /** Job title as the municipality writes it, e.g. "Teamleder, sygeplejen". */
  readonly title: string;
  readonly centreKey: Key;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly active: boolean;
  /** How she wants to be told; nothing chosen is as the house has it. */
  readonly noticeChoices?: NoticeChoices | undefined;
  readonly log: RecordLog;
}
