import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Consultation } from "./consultation.ts";
import { mayRun } from "./consultation-access.ts";
import type { ConsultationParty, PartyFields } from "./consultation-party.ts";
import { hasClosed } from "./consultation-status.ts";
import { type Treated, treatedRefusal } from "./edit-consultation.ts";

/** Why the parties are not changed. */
export type SetPartiesRefusal =
  | { readonly kind: "not-allowed" }
  | Treated
  | { readonly kind: "consultation-closed" }
  | { readonly kind: "consultation-incomplete"; readonly problems: readonly FieldProblem[] }
  /** Who was asked, or has answered, is not taken out again. */
  | { readonly kind: "party-stays"; readonly party: string };

/** One record per consultation and code, so that the same party put in twice is one. */
export function partyKeyOf(consultationKey: Key, code: string): Key {
  return keyOf("consultation-party", consultationKey, searchKey(code));
}

/**
 * The party records as they should be: those wanted, made or changed, and those left out, marked as no longer heard. A
 * record that needs no write comes back as the same object. A party may be added until the deadline; one that was asked
 * stays.
 *
 * @param present every party record of the consultation
 * @param isPerson whether a key is an active person's
 */
export function setParties(
  consultation: Consultation,
  present: readonly ConsultationParty[],
  typed: readonly PartyFields[],
  isPerson: (key: Key) => boolean,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<readonly ConsultationParty[], SetPartiesRefusal> {
  if (!mayRun(actor, consultation)) return refuse({ kind: "not-allowed" });
  const treated = treatedRefusal(consultation);
  if (treated) return refuse(treated);
  if (consultation.sent && hasClosed(consultation, now)) return refuse({ kind: "consultation-closed" });
  const read = readParties(typed, isPerson);
  if (!read.ok) return refuse({ kind: "consultation-incomplete", problems: read.refusal });
  const wanted = new Map(read.value.map((fields) => [partyKeyOf(consultation.key, fields.code), fields]));
  const left = present.filter((party) => party.removedAt === undefined && !wanted.has(party.key));
  const stays = left.find((party) => consultation.sent !== undefined || party.answer !== undefined);
  if (stays) return refuse({ kind: "party-stays", party: stays.name });
  const byKey = new Map(present.map((party) => [party.key, party]));
  return ok([
    ...[...wanted].map(([key, fields]) => written(byKey.get(key), key, fields, consultation.key, command, actor, now)),
    ...left.map((party) => ({
      ...party,
      removedAt: now,
      log: logged(party.log, command, actor, now, "removed", {}),
    })),
  ]);
}

function written(
  before: ConsultationParty | undefined,
  key: Key,
  fields: PartyFields,
  consultationKey: Key,
  command: Command,
  actor: Actor,
  now: Instant,
): ConsultationParty {
  if (before && before.removedAt === undefined && isSame(before, fields)) return before;
  const log = logged(before?.log ?? emptyLog, command, actor, now, before ? "changed" : "added", {
    channel: fields.channel,
    persons: fields.personKeys.length,
  });
  if (before) return { ...before, ...fields, removedAt: undefined, log };
  const empty = {
    answer: undefined,
    earlierAnswers: [],
    comment: undefined,
    lateIncluded: false,
    removedAt: undefined,
  };
  return { ...fields, ...empty, key, consultationKey, log };
}

function isSame(party: PartyFields, fields: PartyFields): boolean {
  const names = ["code", "name", "duty", "law", "channel", "email"] as const;
  return names.every((name) => party[name] === fields[name]) && party.personKeys.join() === fields.personKeys.join();
}

const limits = {
  code: { max: 20, required: true, multiline: false },
  name: { max: 120, required: true, multiline: false },
  law: { max: 80, required: false, multiline: false },
  email: { max: 254, required: false, multiline: false },
} as const;

function readParties(
  typed: readonly PartyFields[],
  isPerson: (key: Key) => boolean,
): Result<readonly PartyFields[], readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const codes = new Set<string>();
  const parties = typed.map((party, index) => {
    const text = (name: keyof typeof limits): string => {
      const read = readText(party[name], `parties.${index}.${name}`, limits[name]);
      problems.push(...read.problems);
      return read.text;
    };
    const fields = { ...party, code: text("code"), name: text("name"), law: text("law"), email: text("email") };
    const code = searchKey(fields.code);
    if (codes.has(code)) problems.push(problemAt(`parties.${index}.code`, "no-such-choice"));
    codes.add(code);
    if (fields.personKeys.some((key) => !isPerson(key))) {
      problems.push(problemAt(`parties.${index}.personKeys`, "no-such-choice"));
    }
    const needsPerson = (fields.channel === "teams" || fields.channel === "guest") && fields.personKeys.length === 0;
    if (needsPerson) problems.push(problemAt(`parties.${index}.personKeys`, "missing"));
    if (fields.channel === "email" && !/^[^\s@]+@[^\s@]+$/.test(fields.email)) {
      problems.push(problemAt(`parties.${index}.email`, "missing"));
    }
    return { ...fields, personKeys: [...new Set(fields.personKeys)] };
  });
  return problems.length > 0 ? refuse(problems) : ok(parties);
}
