import { defineConfig } from "vitest/config";

/** Waits real time while SharePoint fails: a command of its own, `npm run test:faulty`. */
const faultyJourney = "test/e2e/faulty-journey.test.ts";
const shared = { testTimeout: 20_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
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
      { test: { ...shared, name: "ui", environment: "jsdom", include: ["src/**/*.test.tsx"] } },
      {
        test: {
          ...shared,
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          exclude: [faultyJourney],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
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
