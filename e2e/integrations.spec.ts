import { signIn } from "./sign-in"
import { controlSimulator } from "./simulator"
import { expect, test } from "./test"

test.afterEach(() => controlSimulator({ faults: [] }))

test("S4-CARD the card tells state, last and next sync and the schedule, and switches it off and on", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await expect(card).toContainText(/\d+ devices synced/)
  await expect(card).toContainText(/At 04:00.*Next sync.*04:00/)
  const toggle = card.getByRole("switch", { name: "Scheduled sync" })
  await expect(toggle).toBeChecked()
  await toggle.click()
  await expect(page.getByText("Scheduled sync is off")).toBeVisible()
  await page.reload()
  await expect(toggle).not.toBeChecked()
  await expect(card).not.toContainText("Next sync")
  await toggle.click()
  await expect(page.getByText("Scheduled sync is on")).toBeVisible()
})

test("S4-MANUAL a sync by hand works while the schedule is off", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  const toggle = card.getByRole("switch", { name: "Scheduled sync" })
  await toggle.click()
  await expect(toggle).not.toBeChecked()
  await controlSimulator({ change: { count: 3, field: "device_name" } })
  await card.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(card).toContainText("3 updated")
  await toggle.click()
})

test("S4-HISTORY the history tells status, trigger, duration, counts and errors, pages, and opens a run", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await controlSimulator({ faults: [{ kind: "status", status: 401 }] })
  await card.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(card).toContainText("Sync failed")
  await expect(card).toContainText(/API key/)
  await controlSimulator({ faults: [] })

  await card.getByRole("button", { name: "View History" }).click()
  const history = page.getByRole("dialog", { name: "Sync history of Addigy (demo)" })
  const newest = history.getByRole("row").nth(1)
  await expect(newest).toContainText("Failed")
  await expect(newest).toContainText("By hand, Ada Admin")
  await expect(history.getByRole("row").nth(2)).toContainText(/401|refused/)
  await newest.getByRole("link").click()
  await expect(page).toHaveURL(/\/syncs\//)
  await expect(page.getByText("Sync failed").first()).toBeVisible()
})

test("S0-ERROR after its retries a sync fails, and admins are told in the app", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await controlSimulator({ faults: [{ kind: "status", status: 500 }] })
  await card.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(card).toContainText("Sync in progress")
  await expect(card).toContainText("Sync failed", { timeout: 45_000 })
  await expect(card).toContainText("500")
  await page.reload()
  await page.getByRole("button", { name: /notification/i }).click()
  await expect(page.getByText("Addigy (demo) could not be synced").first()).toBeVisible()
  await expect(page.getByText("Addigy (demo) refused the credentials").first()).toBeVisible()
})

test("O-AUTH a viewer sees integrations but can neither sync nor edit them", async ({ page }) => {
  await signIn(page, "viewer@example.com")
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await expect(card).toBeVisible()
  await expect(card.getByRole("link", { name: "Edit" })).toHaveCount(0)
  await expect(page.getByRole("link", { name: "Connect a system" })).toHaveCount(0)
  await card.getByRole("button", { name: "Sync Devices Now" }).click({ force: true })
  await expect(card).not.toContainText("Sync in progress")
})

test("O-AUTH a wrong password is refused, and pages lead to the sign-in and back", async ({ page }) => {
  await page.goto("/devices?search=mac")
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel("E-mail").fill("admin@example.com")
  await page.getByLabel("Password").fill("not the password")
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByText("The e-mail and password do not match.")).toBeVisible()
  await page.getByLabel("Password").fill("rollcall-demo")
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page).toHaveURL(/\/devices\?search=mac/)
})
