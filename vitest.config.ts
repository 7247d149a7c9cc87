import { defineConfig } from "vitest/config";

/** Waits real time while SharePoint fails: a command of its own, `npm run test:faulty`. */
const faultyJourney = "test/e2e/faulty-journey.test.ts";
const shared = { testTimeout: 20_000, hookTimeout: 60_000 } as const;
/** As many files at a time as the smallest machine has cores; what stands in a browser comes after, one file at a time. */
const beside = { maxWorkers: 2, sequence: { groupOrder: 0 } } as const;
const alone = {
  fileParallelism: false,
  sequence: { groupOrder: 1 },
  // A browser on a busy machine: what is waited for has time to come, and nothing else takes longer for it.
  expect: { poll: { timeout: 15_000 } },
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          ...beside,
          name: "unit",
          environment: "node",
          include: [
            "src/**/*.test.ts",
            "test/contract/**/*.test.ts",
            "test/scenarios/**/*.test.ts",
            "test/tools/**/*.test.ts",
            "test/demo/**/*.test.ts",
            "test/faults/**/*.test.ts",
          ],
        },
      },
      { test: { ...shared, ...beside, name: "ui", environment: "jsdom", include: ["src/**/*.test.tsx"] } },
      {
        test: {
          ...shared,
          ...alone,
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          exclude: [faultyJourney],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...shared,
          ...alone,
          name: "faulty",
          environment: "node",
          include: [faultyJourney],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
