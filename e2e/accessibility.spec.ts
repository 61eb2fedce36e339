import { expect, test } from "@playwright/test"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"

const addresses = [
  "/",
  "/devices",
  "/devices?asOf=2030-01-01T00:00:00.000Z",
  "/syncs",
  "/holds",
  "/ineligible-items",
  "/settings/integrations",
  "/settings/integrations/new",
  "/settings/notifications",
  "/settings/account",
  "/nowhere",
  "/design",
]

for (const colorScheme of ["light", "dark"] as const) {
  test(`WCAG 2.2 AA: no page has a fault that axe can find (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    await page.goto("/sign-in")
    await expectNoFaults(page)
    await signIn(page)
    for (const address of addresses) {
      await page.goto(address)
      await expectNoFaults(page)
    }
    await page.goto("/devices")
    await page.getByRole("region", { name: "Table of devices" }).locator("tbody a").first().click()
    await expect(page).toHaveURL(/\/devices\//)
    await expectNoFaults(page)
    await page.goto("/settings/integrations")
    const card = page.getByRole("region", { name: "Addigy (demo)" })
    await card.getByRole("button", { name: "View History" }).click()
    await expect(page.getByRole("dialog").getByRole("region", { name: "Syncs" })).toBeVisible()
    await expectNoFaults(page)
    await page.keyboard.press("Escape")
    await card.getByRole("link", { name: "Edit" }).click()
    await expect(page.getByLabel("API key")).toBeVisible()
    await expectNoFaults(page)
    await page.goBack()
    await card.getByRole("link", { name: /See (this sync|what happened)/ }).click()
    await expect(page).toHaveURL(/\/syncs\//)
    await expectNoFaults(page)
  })
}

test("no page is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page)
  for (const address of addresses) {
    await page.goto(address)
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360)
  }
})
