import { defineConfig } from "vitest/config";

/** Waits real time while SharePoint fails: a command of its own, `npm run test:faulty`. */
const faultyJourney = "test/e2e/faulty-journey.test.ts";
const shared = { testTimeout: 20_000, hookTimeout: 60_000 } as const;
/** As many files at a time as the smallest machine has cores; what stands in a browser comes after, one file at a time. */
const beside = { maxWorkers: 2, sequence: { groupOrder: 0 } } as const;
const pageLibraries = [
  "@fluentui/react-components",
  "@fluentui/react-icons",
  "@testing-library/react",
  "@testing-library/user-event",
  "react",
  "react-dom",
  "react-dom/client",
];
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
          // Nothing of ours keeps state in a module of the service: one load for all files is a fifth of their time.
          isolate: false,
          unstubGlobals: true,
          unstubEnvs: true,
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
      {
        test: {
          ...shared,
          ...beside,
          name: "ui",
          environment: "jsdom",
          // A page in each file, its libraries as one script each: their thousand small files cost a quarter of the time.
          deps: { optimizer: { client: { enabled: true, include: pageLibraries } } },
          include: ["src/**/*.test.tsx"],
        },
      },
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
