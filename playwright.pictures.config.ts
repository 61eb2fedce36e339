import { defineConfig } from "@playwright/test"
import base from "./playwright.config"

/** `npm run screenshots`: every page and state in both themes and three widths, into docs/screenshots. */
export default defineConfig(base, {
  testDir: "e2e/pictures",
  workers: 1,
  timeout: 900_000,
  retries: 0,
  projects: [{ name: "pictures" }],
  reporter: "line",
})
