import { signIn } from "./sign-in"
import { simplemdm, simulator } from "./simulator"
import { expect, type Page, test } from "./test"

const forward = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click()
const step = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true })

test("S4-WIZARD a second system is connected step by step, its key refused first", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  await page.getByRole("link", { name: "Connect a system" }).click()
  await expect(page.getByRole("radio", { name: /^Addigy/ })).toBeChecked()
  await forward(page)

  await expect(step(page, "Connection")).toBeFocused()
  await page.getByLabel("Base URL").fill(simulator.url)
  await page.getByLabel("API key").fill("a key that nobody gave out".replaceAll(" ", "-"))
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/refused the (key|credentials)|\(401\)/)).toBeVisible()
  await expect(page.getByText("Nothing was stored.")).toBeVisible()
  await page.getByLabel("API key").fill(simulator.apiKey)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText("Nothing was stored.")).toBeHidden()
  await forward(page)

  await expect(step(page, "Settings")).toBeFocused()
  await page.getByLabel("Name").fill("Addigy, second office")
  await forward(page)

  await expect(step(page, "Schedule")).toBeFocused()
  await expect(page.getByRole("radiogroup", { name: "Sync devices" }).getByRole("radio")).toHaveCount(8)
  await page.getByRole("radio", { name: "Every 15 minutes" }).click()
  await page.getByRole("switch", { name: "Scheduled sync is on" }).click()
  await forward(page)

  await expect(step(page, "Review")).toBeFocused()
  await expect(page.getByText("Every 15 minutes (switched off)")).toBeVisible()
  await expect(page.getByText(simulator.apiKey)).toBeHidden()
  await expect(
    page.getByText("“Addigy (demo)” already connects to there with the same credentials."),
  ).toBeVisible()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("Addigy, second office is connected")).toBeVisible()

  await page.getByRole("link", { name: "See all integrations" }).click()
  const card = page.getByRole("region", { name: "Addigy, second office" })
  await expect(card).toContainText("Never synced")
  await card.getByRole("link", { name: "Edit" }).click()
  await expect(page.getByLabel("API key")).toHaveValue("")
  await page.getByLabel("Name").fill("Addigy, east office")
  await page.getByRole("button", { name: "Save changes" }).click()
  await expect(page.getByRole("region", { name: "Addigy, east office" })).toBeVisible()
})

test("S4-INTERVALS a cron expression is told back in words with its next five runs", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  await page.getByRole("region", { name: "Addigy (demo)" }).getByRole("link", { name: "Edit" }).click()
  await page.getByLabel("Cron expression").fill("30 6 * * 1")
  await expect(page.getByText(/06:30/).first()).toBeVisible()
  await expect(page.getByText(/Monday/i).first()).toBeVisible()
  await page.getByLabel("Cron expression").fill("61 * * * *")
  await expect(page.getByText(/is no cron expression/)).toBeVisible()
})

test("S4-WIZARD what is stored without a check that passed says so", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^SimpleMDM/ }).check()
  await forward(page)
  await page.getByLabel("Base URL").fill(simplemdm.url)
  await page.getByLabel("API key").fill("not-the-key")
  await page.getByRole("button", { name: "Check connection" }).click()
  await page.getByRole("button", { name: "Continue without a check" }).click()
  await page.getByLabel("Name").fill("Unchecked")
  await forward(page)
  await page.getByRole("switch", { name: "Scheduled sync is on" }).click()
  await forward(page)
  await expect(page.getByText("Not checked. The first sync will show whether it works.")).toBeVisible()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("Unchecked is stored, but its connection was not checked")).toBeVisible()
  await expect(page.getByText("Unchecked is connected")).toBeHidden()
  await page.getByRole("button", { name: "Delete" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete integration" }).click()
  await expect(page.getByText("Unchecked was deleted")).toBeVisible()
})
