import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["{lib,worker,app,components,simulators,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["lib/tooling/test-postgres.ts"],
    testTimeout: 120_000, // for machines with much else to do; no test measures time
    hookTimeout: 120_000,
    maxWorkers: 3, // of two cores: many tests wait
    env: { LOG_LEVEL: "silent", ROLLCALL_ALLOWED_PRIVATE_HOSTS: "127.0.0.1" },
  },
})
