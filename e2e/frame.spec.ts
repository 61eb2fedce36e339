import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { expect, test } from "./test"

test("the command palette finds pages, devices and integrations, and starts a sync", async ({ page }) => {
  await signIn(page)
  await page.getByRole("button", { name: "Search or go to" }).click()
  const input = page.getByRole("combobox", { name: "Search or go to" })
  await input.fill("held")
  await page.getByRole("option", { name: "Holds" }).click()
  await expect(page).toHaveURL(/\/holds$/)
  await page.keyboard.press("Control+k")
  await input.fill("mac")
  const devices = page.getByRole("group", { name: "Devices" }).getByRole("option")
  await expect(devices.first()).toBeVisible()
  await expectNoFaults(page)
  await devices.first().click()
  await expect(page).toHaveURL(/\/devices\/[0-9a-f-]{36}/)
  await page.keyboard.press("Control+k")
  await input.fill("sync addigy")
  await page.getByRole("option", { name: "Sync Addigy (demo) now" }).click()
  await expect(page).toHaveURL(/\/syncs\/[0-9a-f-]{36}/)
})

test("a viewer is offered no sync by the palette", async ({ page }) => {
  await signIn(page, "viewer@example.com")
  await page.keyboard.press("Control+k")
  await expect(page.getByRole("option", { name: "Integrations" })).toBeVisible()
  await expect(page.getByRole("option", { name: /^Sync .* now$/ })).toHaveCount(0)
})

test("a browser without a network says so, and no longer once it is back", async ({ page, context }) => {
  await signIn(page)
  await context.setOffline(true)
  await expect(page.getByText("Your browser is offline.")).toBeVisible()
  await expectNoFaults(page)
  await context.setOffline(false)
  await expect(page.getByText("Your browser is offline.")).toBeHidden()
})

test("columns and density of the devices are kept for the next visit, without a jump", async ({ page }) => {
  await signIn(page)
  await page.goto("/devices")
  await page.getByRole("button", { name: "View" }).click()
  await page.getByRole("checkbox", { name: "Model" }).uncheck()
  await page.getByRole("radio", { name: "Dense" }).check()
  await expect(page.getByRole("columnheader", { name: "Model" })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole("columnheader", { name: "Assigned to" })).toBeVisible()
  await expect(page.getByRole("columnheader", { name: "Model" })).toHaveCount(0)
})

test("the log of a run is searched, and the address keeps it", async ({ page }) => {
  await signIn(page)
  await page.goto("/syncs")
  await page.getByRole("region", { name: "Syncs" }).locator("tbody a").first().click()
  const log = page.getByRole("region", { name: "Log" })
  await log.getByRole("searchbox", { name: "Search the log" }).fill("no line says this")
  await expect(log).toContainText("no such line")
  await expect(page).toHaveURL(/search=no\+line/)
})

test("O-RETAIN an admin says how long things are kept; what cannot be is told beside its field", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/account")
  const form = page.getByRole("region", { name: "How long things are kept" })
  await form.getByLabel("Stored pages").fill("0")
  await form.getByRole("button", { name: "Save days" }).click()
  await expect(form).toContainText("At least 1 day is kept.")
  await form.getByLabel("Stored pages").fill("21")
  await form.getByRole("button", { name: "Save days" }).click()
  await expect(page.getByText("How long things are kept was saved")).toBeVisible()
  await page.reload()
  await expect(form.getByLabel("Stored pages")).toHaveValue("21")
})

test("S4-RATE S3-FREQ the pace of an integration is a setting, and its card tells of streams of their own", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await card.getByRole("link", { name: "Edit" }).click()
  const pace = page.getByRole("region", { name: "Pace" })
  await pace.getByLabel("Requests per second, at most").fill("fast")
  await expect(pace).toContainText("Give a number from 0.01")
  await pace.getByLabel("Requests per second, at most").fill("50")
  await pace.getByLabel("Read devices").selectOption({ label: "Every 10 minutes" })
  await pace.getByRole("button", { name: "Save pace" }).click()
  await expect(page.getByText("The pace was saved")).toBeVisible()
  await page.goto("/settings/integrations")
  await expect(card).toContainText(/devices every 10 minutes/i)
  await card.getByRole("link", { name: "Edit" }).click()
  await pace.getByLabel("Read devices").selectOption({ label: "With the integration" })
  await pace.getByRole("button", { name: "Save pace" }).click()
  await expect(page.getByText("The pace was saved")).toBeVisible()
})
