import { defineConfig } from "@playwright/test"
import { freePort } from "@/lib/tooling/ports"
import base from "./playwright.config"

/** Lighthouse reaches the browser through this port; chosen once, as in the other configuration. */
process.env.DEBUGGING_PORT ||= String(await freePort())

/** `npm run lighthouse`: the production build as Lighthouse sees it. */
export default defineConfig(base, {
  testDir: "e2e/lighthouse",
  workers: 1,
  timeout: 900_000,
  retries: 0,
  projects: [{ name: "lighthouse" }],
  reporter: "line",
  use: {
    launchOptions: {
      ...base.use?.launchOptions,
      args: [`--remote-debugging-port=${process.env.DEBUGGING_PORT}`, "--lang=en-US"],
    },
  },
})
