/** A property or model test that can run long: its file and the beginning of its title. */
export interface SeedRun {
  readonly file: string;
  /** Beginning of the test's title; the test takes `runCount` and `runSeed` of `bench/run-count.ts`. */
  readonly title: string;
  /** Runs in `npm run bench -- seeds`. */
  readonly runs: number;
}

const LONG = 20_000;

/** Every test that takes part in the long runs: one line a test. */
export const seedRuns: readonly SeedRun[] = [
  { file: "src/sharepoint/client/encoding.test.ts", title: "T21 a filter leaves byte for byte", runs: LONG },
  { file: "src/sharepoint/client/encoding.test.ts", title: "T22 no name gets out of its place", runs: LONG },
  { file: "src/sharepoint/client/faults.test.ts", title: "T04 with every second call failing", runs: LONG },
  { file: "src/sharepoint/client/faults.test.ts", title: "T05 whatever is lost", runs: LONG },
  { file: "src/sharepoint/client/faults.test.ts", title: "T07 only what was throttled comes again", runs: LONG },
  { file: "src/sharepoint/replica/resync.test.ts", title: "T39 repeated, out of order", runs: LONG },
  { file: "src/use-cases/notices/own-claims.test.ts", title: "T45 whatever two services meet", runs: LONG },
  { file: "test/faults/interleaving.test.ts", title: "T09 whatever people press", runs: LONG },
  { file: "test/faults/half-failing.test.ts", title: "twenty who apply at once", runs: 1000 },
  { file: "test/faults/power-loss.test.ts", title: "of a damaged log exactly", runs: LONG },
];
