/** Chance that is the same for the same seed: whole numbers from 0 up to but not including `below`. */
export type Chance = (below: number) => number;

/** Mulberry32, as good as a test needs. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Milliseconds a test of so many seeds may take on a busy machine. */
export function seedTimeout(count: number, eachMs: number): number {
  return 20_000 + count * eachMs;
}
