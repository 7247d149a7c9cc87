import { type Instant, startOfDay } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { addOere, type Oere, oere, subtractOere } from "#domain/shared/money.ts";
import type { Award, GrantPool } from "./grant-pool.ts";
import { releasingStep } from "./pool-money.ts";

/** Kinds of movement, in the order they are shown when they happen at the same time. */
export const ledgerKinds = ["appropriation", "move-out", "move-in", "award", "decline", "return"] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** One movement of the pool's free money, in øre. */
export interface LedgerEntry {
  /** The same movement has the same key on every run. */
  readonly key: Key;
  readonly kind: LedgerKind;
  /** Undefined for the appropriation, which belongs to no round. */
  readonly roundKey: Key | undefined;
  /** Application number, or the case number of the appropriation; "" for moves. */
  readonly reference: string;
  readonly at: Instant;
  /** Signed: money that leaves what is free is negative. The two rows of a move cancel each other. */
  readonly amountOere: Oere;
  /** What is free after the movement; the last one is `remaining(pool)`. */
  readonly balanceOere: Oere;
}

type Movement = Omit<LedgerEntry, "balanceOere" | "key"> & { readonly subject: string };

/** Every movement of the pool's money in order of time (000-20, 000-22). Empty until the council has approved. */
export function ledger(pool: GrantPool): readonly LedgerEntry[] {
  let balance = oere(0);
  return movements(pool)
    .toSorted(compareMovements)
    .map(({ subject, ...movement }) => {
      balance = addOere(balance, movement.amountOere);
      return { ...movement, key: keyOf("ledger", pool.key, movement.kind, subject), balanceOere: balance };
    });
}

function movements(pool: GrantPool): readonly Movement[] {
  const release = releasingStep(pool);
  if (!release || !pool.appropriation) return [];
  const { caseNumber, amountOere } = pool.appropriation;
  const appropriation: Movement = {
    kind: "appropriation",
    subject: caseNumber,
    roundKey: undefined,
    reference: caseNumber,
    at: startOfDay(release.date),
    amountOere,
  };
  const moves = pool.moves.flatMap((move): readonly Movement[] => {
    const base = { subject: move.key, reference: "", at: startOfDay(move.date) };
    return [
      { ...base, kind: "move-out", roundKey: move.fromRoundKey, amountOere: negative(move.amountOere) },
      { ...base, kind: "move-in", roundKey: move.toRoundKey, amountOere: move.amountOere },
    ];
  });
  return [appropriation, ...moves, ...pool.awards.filter((award) => award.amountOere > 0).flatMap(awardMovements)];
}

function awardMovements(award: Award): readonly Movement[] {
  const base = { subject: award.applicationKey, roundKey: award.roundKey, reference: award.number };
  const movements: Movement[] = [
    { ...base, kind: "award", at: award.decidedAt, amountOere: negative(award.amountOere) },
  ];
  if (award.step === "declined") {
    movements.push({ ...base, kind: "decline", at: award.stepAt, amountOere: award.amountOere });
  }
  if (award.returnedOere > 0) {
    movements.push({ ...base, kind: "return", at: award.stepAt, amountOere: award.returnedOere });
  }
  return movements;
}

function negative(amount: Oere): Oere {
  return subtractOere(oere(0), amount);
}

function compareMovements(a: Movement, b: Movement): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  // The rows of one move stand together; everything else by kind, then by number.
  if (a.kind.startsWith("move") && b.kind.startsWith("move") && a.subject !== b.subject) {
    return a.subject < b.subject ? -1 : 1;
  }
  if (a.kind !== b.kind) return ledgerKinds.indexOf(a.kind) - ledgerKinds.indexOf(b.kind);
  return a.reference < b.reference ? -1 : 1;
}
