import type { PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";
import { searchKey } from "#domain/shared/plain-text.ts";

/** What a body is to the rules: only the council appropriates, and the finance committee is asked before it. */
export const bodyKinds = [
  "council",
  "finance-committee",
  "standing-committee",
  "executive-board",
  "steering-group",
  "other",
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** What the body was called for short in a period: "ØK" in one term, "ØKE" in another (B6). Both days included. */
export interface BodyAbbreviation {
  readonly code: string;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

/** A body that treats cases. Names and abbreviations are the municipality's own and change with terms: data, never constants. */
export interface Body {
  readonly key: Key;
  /** "Økonomiudvalget". */
  readonly name: string;
  readonly kind: BodyKind;
  readonly abbreviations: readonly BodyAbbreviation[];
  readonly active: boolean;
  readonly log: RecordLog;
}

/** What the body is called for short on a day; its newest abbreviation where none covers the day. */
export function abbreviationOn(body: Body, day: PlainDate): string {
  const held = body.abbreviations.find(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to),
  );
  return (held ?? body.abbreviations.at(-1))?.code ?? body.name;
}

/** The body somebody means by an abbreviation of any term, or by its name in full; small and capital letters are one. */
export function findBody(bodies: readonly Body[], written: string): Body | undefined {
  const key = searchKey(written);
  const isMeant = (body: Body): boolean =>
    searchKey(body.name) === key || body.abbreviations.some(({ code }) => searchKey(code) === key);
  return bodies.find((body) => body.active && isMeant(body)) ?? bodies.find(isMeant);
}
