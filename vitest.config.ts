import { defineConfig } from "vitest/config";

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
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
