import * as z from "zod/mini";

const faultKinds = [429, 500, 502, 503, 504, "reset", "lost-answer"] as const;

/** "reset" cuts the connection before anything happens, "lost-answer" after it has been committed. */
export type FaultKind = (typeof faultKinds)[number];

/** What goes wrong on purpose, and how often; the same seed gives the same run of faults. */
export const faultPlanSchema = z.object({
  /** Share of the calls that fail, 0 to 1. */
  rate: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0),
  seed: z._default(z.int(), 1),
  kinds: z._default(z.array(z.literal([...faultKinds])), [429, 500, 502, 503, 504]),
  /** Added before every answer. */
  latencyMs: z._default(z.number().check(z.minimum(0), z.maximum(60_000)), 0),
  retryAfterS: z._default(z.number().check(z.minimum(0)), 1),
  /** Resource units an application may use in a minute; absent = no quota. */
  unitsPerMinute: z.optional(z.number().check(z.minimum(1))),
});

export type FaultPlan = z.infer<typeof faultPlanSchema>;

export interface FaultSource {
  readonly plan: FaultPlan;
  /** The fault of the next call, or undefined; in a batch's inner requests only status faults make sense. */
  readonly next: (where: "outer" | "inner") => FaultKind | undefined;
}

export function createFaultSource(plan: FaultPlan): FaultSource {
  const random = seededRandom(plan.seed);
  return {
    plan,
    next: (where) => {
      const hit = random() < plan.rate;
      const choice = random();
      if (!hit) return undefined;
      const kinds = where === "outer" ? plan.kinds : plan.kinds.filter((kind) => typeof kind === "number");
      return kinds[Math.floor(choice * kinds.length)];
    },
  };
}

/** Mulberry32: small, fast, good enough to spread faults. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
