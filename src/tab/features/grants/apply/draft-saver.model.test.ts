import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftView } from "#contract/drafts.ts";
import type { Draft, DraftFields } from "#domain/grants/draft.ts";
import { mergeDraft } from "#domain/grants/merge-draft.ts";
import { instantFromEpochMs, parseInstant } from "#domain/shared/dates.ts";
import { aDraft as aStoredDraft } from "#test/builders/grants.ts";
import { anActor } from "#test/builders/organisation.ts";
import { changedBy, overwrittenBefore, rememberWriter } from "#use-cases/grants/draft-writers.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { ApiProblem } from "../../../host/api-problem.ts";
import { aDraft } from "../../../testing/answers.ts";
import { apply } from "../../../texts/da/apply.ts";
import { da } from "../../../texts/da.ts";
import { DraftSaver, type SaveDraftRequest } from "./draft-saver.ts";
import { saveSentence } from "./save-sentence.ts";

const SEED = 20_261_122;
const fields = ["title", "effect", "operation"] as const;
type Field = (typeof fields)[number];

/** What the way to the service does with a request. */
const ways = ["works", "down", "lost", "busy", "signed-out"] as const;
type Way = (typeof ways)[number];

type Step =
  | { readonly kind: "type"; readonly field: Field; readonly long: boolean }
  | { readonly kind: "other"; readonly field: Field }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "way"; readonly way: Way }
  | { readonly kind: "flush" | "retry" | "look" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("type"),
      field: fc.constantFrom(...fields),
      long: fc.nat(9).map((n) => n === 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("other"), field: fc.constantFrom(...fields) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("wait"), ms: fc.constantFrom(0, 100, 300, 2000, 5000, 90_000) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("way"), way: fc.constantFrom(...ways) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("flush", "retry", "look") }) },
);

/** The service by its own rules, a way to it that fails, and one person's second device. */
class World {
  readonly records = {} as Records;
  readonly saver: DraftSaver;
  way: Way = "works";
  stored: Draft = aStoredDraft({ fields: { ...aStoredDraft().fields, title: "", effect: "", operation: "" } });
  readonly typed: Partial<Record<Field, string>> = {};
  /** The last value of this device that the service has, and that it has confirmed. */
  readonly committed: Partial<Record<Field, string>> = {};
  readonly confirmed: Partial<Record<Field, string>> = {};
  /** Other people's words this device has written over without having seen them. */
  readonly unseen: string[] = [];
  /** The last request that was asked to wait, and until when. */
  notBefore = 0;
  readonly early: number[] = [];
  #seen: Partial<Record<Field, string>> = {};
  #count = 0;

  constructor() {
    this.saver = new DraftSaver({ draft: this.view({}), save: (request) => this.#answer(request) });
  }

  view(told: Partial<DraftView>): DraftView {
    const { fields: words, stamps, savedAt } = this.stored;
    const copy: DraftView["fields"] = {
      ...aDraft().fields,
      title: words.title,
      effect: words.effect,
      operation: words.operation,
    };
    return aDraft({ fields: copy, stamps: { ...stamps }, savedAt, ...told });
  }

  async take(now: Step): Promise<void> {
    if (now.kind === "type") this.#type(now.field, now.long);
    if (now.kind === "other") this.#merge({ [now.field]: `b${++this.#count}` }, this.stored.stamps);
    if (now.kind === "wait") await vi.advanceTimersByTimeAsync(now.ms);
    if (now.kind === "way") this.way = now.way;
    if (now.kind === "flush") void this.saver.flush();
    if (now.kind === "retry") this.saver.retry();
    if (now.kind === "look") this.saver.accept(this.view({}));
    await vi.advanceTimersByTimeAsync(0);
  }

  #type(field: Field, long: boolean): void {
    if (this.typed[field] === this.confirmed[field]) this.#seen[field] = this.saver.snapshot().draft.fields[field];
    const text = `a${++this.#count}${long ? "x".repeat(20_001) : ""}`;
    this.typed[field] = text;
    this.saver.edit(field, text);
  }

  async #answer(request: SaveDraftRequest): Promise<DraftView> {
    if (Date.now() < this.notBefore) this.early.push(this.notBefore - Date.now());
    const { way } = this;
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (way === "down") throw new ApiProblem({ status: 503, code: "unavailable" });
    if (way === "signed-out") throw new ApiProblem({ status: 401, code: "sign-in-needed" });
    if (way === "busy") {
      this.notBefore = Date.now() + 7000;
      throw new ApiProblem({ status: 503, code: "throttled", retryAfterS: 7 });
    }
    const view = this.#save(request);
    if (way === "lost") throw new ApiProblem({ status: 0, code: "offline" });
    for (const field of fields) {
      const value = request.changes[field];
      if (value !== undefined) this.confirmed[field] = value;
    }
    return view;
  }

  #save({ changes, base }: SaveDraftRequest): DraftView {
    for (const field of fields) {
      const value = changes[field];
      const there = this.stored.fields[field];
      if (value === undefined) continue;
      expect(value.length).toBeLessThan(20_000);
      if (there.startsWith("b") && there !== this.#seen[field]) this.unseen.push(there);
      this.#seen[field] = value;
      this.committed[field] = value;
    }
    const stamps = Object.fromEntries(
      Object.entries(base).flatMap(([name, text]) => {
        const at = parseInstant(text ?? "");
        return at.ok ? [[name, at.value]] : [];
      }),
    );
    return this.#merge(changes, stamps);
  }

  #merge(changes: SaveDraftRequest["changes"], base: Draft["stamps"]): DraftView {
    const actor = anActor("applicant");
    const edit = { changes: changes as Partial<DraftFields>, base };
    const now = instantFromEpochMs(Date.parse("2026-11-23T09:00:00Z") + ++this.#count);
    const merged = mergeDraft(this.stored, [], edit, { ...actor, personKey: this.stored.ownerKey }, now);
    if (!merged.ok) throw new Error(merged.refusal.kind);
    const { draft, changedElsewhere, overwritten, notStored } = merged.value;
    const before = overwrittenBefore(this.records, this.stored, edit, this.stored.ownerKey);
    const hand = changedBy(this.records, this.stored, changedElsewhere, this.stored.ownerKey);
    rememberWriter(this.records, { before: this.stored, after: draft }, edit, this.stored.ownerKey);
    this.stored = draft;
    return this.view({
      changedElsewhere: [...changedElsewhere],
      overwritten: JSON.parse(JSON.stringify(overwritten)) as DraftView["overwritten"],
      overwrittenBefore: JSON.parse(JSON.stringify(before)) as DraftView["overwritten"][],
      notStored: [...notStored],
      changedBy: hand,
    });
  }
}

/** What must hold at every moment. */
function check(world: World): void {
  const snapshot = world.saver.snapshot();
  const { state, values, notStored, overwritten } = snapshot;
  const waiting = fields.filter((field) => world.typed[field] !== world.confirmed[field]);
  for (const field of waiting) expect([field, values[field]]).toEqual([field, world.typed[field]]);
  if (state === "saved") expect(waiting).toEqual([]);
  else expect(waiting.length).toBeGreaterThan(0);
  if (state === "partly") expect([...notStored].toSorted()).toEqual(waiting.toSorted());
  for (const online of [true, false]) {
    const text = saveSentence(snapshot, online, { ...da, apply }, "da");
    expect(text.startsWith("Gemt ")).toBe(waiting.length === 0);
    const isOnMyWay = state === "pending" || state === "saving" || state === "retrying";
    expect(text.includes("når du er online")).toBe(isOnMyWay && !online);
  }
  expect(overwritten.filter(({ text }) => !text.startsWith("b"))).toEqual([]);
  expect(world.early).toEqual([]);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test(`T30 T08 whatever fails in whatever order, the state told is true, nothing typed is lost and nobody's words are written over unsaid (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: "max" }), async (steps) => {
      const world = new World();
      for (const now of steps) {
        await world.take(now);
        check(world);
      }
      world.way = "works";
      for (let minute = 0; minute < 4; minute += 1) await world.take({ kind: "wait", ms: 60_000 });
      check(world);
      expect(["saved", "partly"]).toContain(world.saver.snapshot().state);
      for (const field of fields) {
        // What is too large is shortened; only then can the service say what stood there.
        if ((world.typed[field]?.length ?? 0) > 20_000) await world.take({ kind: "type", field, long: false });
      }
      await world.take({ kind: "wait", ms: 60_000 });
      check(world);
      const { state, overwritten } = world.saver.snapshot();
      expect(state).toBe("saved");
      for (const field of fields) {
        const text = world.typed[field];
        if (text !== undefined) expect(world.committed[field]).toBe(text);
      }
      expect(overwritten.map(({ text }) => text).toSorted()).toEqual(expect.arrayContaining(world.unseen));
    }),
    { seed: SEED, numRuns: 400 },
  );
});
