import { beforeEach, describe, expect, it } from "vitest";
import { basisHolds } from "#domain/grants/basis.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import { reviewCounts } from "#domain/grants/review-progress.ts";
import { reviewKeyOf } from "#domain/grants/review-window.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { type Stage, setStage } from "#test/faults/pool-stage.ts";
import { type Arena, openArena } from "#test/faults/two-instances.ts";
import { answers, good, kindOf } from "#test/scenarios/world.ts";
import type { Deps } from "../ports/deps.ts";
import type { RecordCollection } from "../ports/record-collection.ts";
import { giveReview } from "./give-review.ts";
import { recommend } from "./recommend.ts";

let arena: Arena;
let stage: Stage;
let applicationKey: Key;

beforeEach(async () => {
  arena = await openArena();
  stage = await setStage(arena, "K");
  applicationKey = stage.applications[0]?.key ?? keyOf("none");
  for (const { sharePoint } of [arena.one, arena.two]) good(await sharePoint.refreshAll());
});

const [first, second] = [answers(4, 4, 4, 4, 4), answers(1, 1, 1, 1, 1)];

function give(deps: Deps, what: string, typed = first) {
  const command = { applicationKey, answers: typed, commandKey: keyOf("press", what) };
  return giveReview(deps, arena.world.as("oekonomi"), command);
}

function putUp(deps: Deps) {
  const command = { roundKey: stage.closed.key, offerPartial: false, reasons: {}, commandKey: keyOf("put up") };
  return recommend(deps, arena.world.as("puljesekretariat"), command);
}

/** The service `deps`, with something else done just before its next write to a list is sent. */
function crossing(deps: Deps, list: "reviews" | "pools", meanwhile: () => Promise<unknown>): Deps {
  let isCrossed = false;
  const before = async () => {
    if (isCrossed) return;
    isCrossed = true;
    await meanwhile();
  };
  const slow = <T extends { readonly key: Key }>(own: RecordCollection<T>): RecordCollection<T> => ({
    ...own,
    create: async (value) => {
      await before();
      return own.create(value);
    },
    save: async (value, version) => {
      await before();
      return own.save(value, version);
    },
  });
  const { reviews, pools } = deps.records;
  const records =
    list === "reviews" ? { ...deps.records, reviews: slow(reviews) } : { ...deps.records, pools: slow(pools) };
  return { ...deps, records };
}

/** The review as everybody finds it afterwards, and whether every review that counts is one the list rests on. */
async function afterwards() {
  const { sharePoint, deps } = arena.observer;
  good(await sharePoint.refreshAll());
  const pool = deps.records.pools.byKey(stage.poolKey)?.value;
  const recommendation = pool && recommendationOf(pool, stage.closed.key);
  const [application] = stage.applications;
  if (recommendation === undefined || application === undefined) throw new Error("Not put up");
  const basis = good(await deps.basis.get(recommendation.basisSha256));
  const counted = deps.records.reviews.all().filter(({ value }) => reviewCounts(value, recommendation));
  const review = deps.records.reviews.byKey(reviewKeyOf(application, arena.world.personKey("oekonomi")))?.value;
  return { review, restsOnCounted: counted.every(({ value }) => basisHolds(basis, value)) };
}

describe("T09 a review that crosses the list being put up", () => {
  it("given anew after the list gives way to what the list rests on, and the reviewer is told, also the second time", async () => {
    good(await give(arena.one.deps, "first"));
    const slow = crossing(arena.one.deps, "reviews", async () => good(await putUp(arena.two.deps)));
    expect(kindOf(await give(slow, "anew", second))).toBe("already-recommended");
    expect(kindOf(await give(arena.one.deps, "anew", second))).toBe("already-recommended");
    expect(await afterwards()).toMatchObject({ review: { late: false, answers: first }, restsOnCounted: true });
  });

  it("given anew while the list is stored gives way to what the list rests on", async () => {
    good(await give(arena.one.deps, "first"));
    const slow = crossing(arena.two.deps, "pools", async () => good(await give(arena.one.deps, "anew", second)));
    good(await putUp(slow));
    expect(await afterwards()).toMatchObject({ review: { late: false, answers: first }, restsOnCounted: true });
  });

  it("given anew before the list is read stays, and is what the list rests on", async () => {
    good(await give(arena.one.deps, "first"));
    good(await give(arena.one.deps, "anew", second));
    good(await putUp(arena.two.deps));
    expect(await afterwards()).toMatchObject({ review: { late: false, answers: second }, restsOnCounted: true });
  });
});
