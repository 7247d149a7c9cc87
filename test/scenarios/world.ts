import { demoBodies } from "#demo/bodies.ts";
import { demoCentres } from "#demo/centres.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import { objectIdOf, userPrincipalNameOf } from "#demo/municipality.ts";
import { demoPeople } from "#demo/people.ts";
import type { Draft, DraftFields } from "#domain/grants/draft.ts";
import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import type { ReviewAnswers, ScorePoint } from "#domain/grants/review.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { atTime, type Instant, type PlainDate, parsePlainDate } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import { setHead } from "#use-cases/organisation/set-head.ts";
import { upsertBody } from "#use-cases/organisation/upsert-body.ts";
import { upsertCentre } from "#use-cases/organisation/upsert-centre.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { whoIs } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { inMemoryAnswerFiles } from "./in-memory-answer-files.ts";

/** A municipality whose clock the test moves; use-cases ready, no service running. */
export interface World {
  readonly deps: Deps;
  /** Moves business time to a Danish date and clock time, "2022-03-31 23:58". */
  readonly at: (text: string) => void;
  readonly now: () => Instant;
  readonly setNow: (now: Instant) => void;
  /** Who a demo person is right now. */
  readonly as: (user: string) => Actor;
  readonly personKey: (user: string) => Key;
  readonly centreKey: (id: string) => Key;
  /** A new press. */
  readonly press: () => Key;
}

/** "2022-03-31 23:58" Danish time as an instant. */
export function danish(text: string): Instant {
  const [date = "", time = "00:00"] = text.split(/[ T]/u);
  return atTime(day(date), time);
}

/** "2022-03-31" as a day. */
export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new Error(`No day: ${text}`);
  return parsed.value;
}

/** The value of a result that must have gone well. */
export function good<T, R>(result: Result<T, R>): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
}

/** The kind of the refusal of a result that must have been refused. */
export function kindOf<T, R extends { readonly kind: string }>(result: Result<T, R>): string {
  if (result.ok) throw new Error("Not refused");
  return result.refusal.kind;
}

/** Documents of answers lie in memory where none are given. */
type WorldParts = Omit<Deps, "clock" | "answerFiles"> & Partial<Pick<Deps, "answerFiles">>;

/** Fills an organisation with the demo's people and centres, through the use-cases. */
export async function createWorld(parts: WorldParts, start = "2022-01-10 09:00"): Promise<World> {
  let now = danish(start);
  let presses = 0;
  const deps: Deps = { answerFiles: inMemoryAnswerFiles(), ...parts, clock: { now: () => now } };
  const press = (): Key => {
    presses += 1;
    return keyOf("press", presses);
  };
  const personKey = (user: string): Key => keyOf("person", user);
  const centreKey = (id: string): Key => keyOf("centre", id);
  for (const { id, name, shortName, active } of demoCentres) {
    const centre = { key: centreKey(id), name, shortName, active };
    good(await upsertCentre(deps, { commandKey: press(), by: "system", centre }));
  }
  for (const { user, name, title, centre, roles } of demoPeople) {
    const person = {
      key: personKey(user),
      objectId: objectIdOf(user),
      name,
      title,
      userPrincipalName: userPrincipalNameOf(user),
      centreKey: centreKey(centre),
      roles,
      language: "da" as const,
      active: true,
    };
    good(await upsertPerson(deps, { commandKey: press(), by: "system", person }));
  }
  for (const { id, head } of demoCentres) {
    if (head === undefined) continue;
    const command = { commandKey: press(), by: "system" as const, centreKey: centreKey(id), headKey: personKey(head) };
    good(await setHead(deps, command));
  }
  for (const { id, code, name, kind } of demoBodies) {
    const abbreviations = [{ code, from: undefined, to: undefined }];
    const body = { key: keyOf("body", id), name, kind, abbreviations, active: true };
    good(await upsertBody(deps, { commandKey: press(), by: "system", body }));
  }
  return {
    deps,
    at: (text) => {
      now = danish(text);
    },
    now: () => now,
    setNow: (instant) => {
      now = instant;
    },
    as: (user) => good(whoIs(deps, objectIdOf(user))).actor,
    personKey,
    centreKey,
    press,
  };
}

/** What an applicant types to apply with a demo application. */
export function typed(application: DemoApplication): Partial<DraftFields> {
  return {
    title: application.title,
    description: application.description,
    focusArea: String(application.focusArea),
    effect: application.effect,
    sdgs: [...application.sdgs],
    budgetLines: application.lines.map(([category, kroner, note], index) => ({
      id: `l${index}`,
      category,
      note,
      amount: String(kroner),
    })),
    requestedAmount: `${application.requestedKr} kr.`,
    ownContribution: application.ownKr === 0 ? "" : String(application.ownKr),
    operation: application.operation,
  };
}

/** Complete answers whose scores are these, criterion by criterion. */
export function answers(...scores: readonly number[]): ReviewAnswers {
  const codes = proposedCriteria.map(({ code }) => code);
  return {
    scores: Object.fromEntries(codes.map((code, index) => [code, (scores[index] ?? 3) as ScorePoint])),
    remarks: Object.fromEntries(codes.map((code) => [code, "Begrundet i ansøgningen"])),
    support: "support",
    reason: "Samlet set et godt projekt",
  };
}

/** The stored draft. */
export function storedDraft(world: World, key: Key): Draft {
  const draft = world.deps.records.drafts.byKey(key);
  if (draft === undefined) throw new Error("No such draft");
  return draft.value;
}
