import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    env: { TZ: "UTC" },
    setupFiles: ["test/setup.ts"],
    globalSetup: [],
    reporters: ["default", "./test/reporter.ts"],
    restoreMocks: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    sequence: { seed: 20201228 },
  },
});
