import path from "node:path"
import { defineConfig } from "@playwright/test"
import { chromiumOptions } from "@/lib/tooling/chromium"
import { freePort } from "@/lib/tooling/ports"

/** Chosen once, by the process that starts the others: its workers inherit what stands in the environment. */
process.env.PORT ||= String(await freePort())
process.env.WORKER_PORT ||= String(await freePort())
process.env.SIMULATOR_PORT ||= String(await freePort())
process.env.WORKSTUDIO_PORT ||= String(await freePort())
process.env.MDM_SIMULATOR_PORT ||= String(await freePort())
process.env.REST_MDM_PORT ||= String(await freePort())
process.env.E2E_HOME ||= path.resolve(".rollcall", `e2e-${process.pid}`)
const baseURL = `http://127.0.0.1:${process.env.PORT}`

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  retries: 1, // what passed only at its second try is printed as flaky, with what failed at the first
  expect: { timeout: 15_000 },
  projects: [
    { name: "first sync", testMatch: "first-sync.spec.ts" },
    {
      name: "synced",
      testIgnore: ["first-sync.spec.ts", "accessibility.spec.ts", "lighthouse/**", "pictures/**"],
      dependencies: ["first sync"],
      workers: 1, // they share the demo's fleet
    },
    {
      name: "accounts of their own",
      testMatch: "accessibility.spec.ts",
      dependencies: ["first sync"],
      workers: 1,
    },
  ],
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL,
    browserName: "chromium",
    launchOptions: chromiumOptions(),
    locale: "en-US", // without it this Chromium says "en-US@posix", at which Intl throws
    timezoneId: "UTC",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node --import tsx lib/tooling/demo.ts --throwaway",
    url: `${baseURL}/sign-in`,
    env: {
      ROLLCALL_HOME: process.env.E2E_HOME,
      ROLLCALL_DESIGN_PAGE: "on",
      LOG_LEVEL: "info",
      DATABASE_URL: "",
    },
    stdout: "ignore",
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
})
