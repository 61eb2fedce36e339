import { expect, type Page } from "@playwright/test"

/** The card of the demo's integration. */
export const demoCard = (page: Page) => page.getByRole("region", { name: "Addigy (demo)" })

/** Syncs the demo's integration by hand, waits for that very run to end, and expects the words that tell how it went. */
export async function syncNow(page: Page, outcome: string | RegExp): Promise<void> {
  await page.goto("/settings/integrations")
  const last = demoCard(page).getByRole("link", { name: /See (this sync|what happened)/ })
  const lastRun = async () => ((await last.count()) > 0 ? last.getAttribute("href") : null)
  const before = await lastRun()
  await demoCard(page).getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(async () => {
    const now = await lastRun()
    expect(now).not.toBeNull()
    expect(now).not.toBe(before)
  }).toPass({ timeout: 20_000 })
  await expect(demoCard(page)).toContainText(outcome)
}

/** Asks for a preview on the card; leads to its page, and waits for the plan in words. */
export async function previewNow(page: Page): Promise<void> {
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("button", { name: "Preview" }).click()
  await expect(page).toHaveURL(/\/syncs\/[0-9a-f-]{36}/)
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText(/Would /)
}
