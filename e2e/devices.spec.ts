import { signIn } from "./sign-in"
import { controlSimulator } from "./simulator"
import { expect, test } from "./test"

test("devices are searched, sorted and counted, and the address keeps the view", async ({ page }) => {
  await signIn(page)
  await page.getByRole("link", { name: "Devices", exact: true }).click()
  const rows = page.getByRole("region", { name: "Table of devices" }).locator("tbody tr")
  await expect(rows).toHaveCount(25)
  await page.getByRole("button", { name: "Serial number" }).click()
  await expect(page).toHaveURL(/sort=serialNumber/)
  await expect(page.getByRole("columnheader", { name: "Serial number" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  )
  const shownSerials = () => rows.locator("td:nth-child(2)").allTextContents()
  await expect.poll(async () => isSorted(await shownSerials())).toBe(true)
  const serials = await shownSerials()

  const wanted = serials[3] ?? ""
  await page.getByRole("searchbox", { name: "Search devices" }).fill(wanted.toLowerCase())
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(wanted)
  await page.reload()
  await expect(rows).toHaveCount(1)
  await page.getByRole("searchbox", { name: "Search devices" }).fill("nothing is called this")
  await expect(page.getByText("No device fits")).toBeVisible()
  await page.getByRole("button", { name: "Clear filters" }).last().click()
  await expect(rows).toHaveCount(25)
})

test("N-HISTORY a device's page tells its fields, its source and what a sync changed", async ({ page }) => {
  await signIn(page)
  await controlSimulator({ change: { count: 1, field: "current_user" } })
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await card.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(card).toContainText("1 updated")
  await card.getByRole("link", { name: "See this sync" }).click()
  await expect(page).toHaveURL(/\/syncs\/[0-9a-f-]{36}/)
  await page.getByRole("main").locator("a[href^='/devices/']").first().click()
  await expect(page).toHaveURL(/\/devices\/[0-9a-f-]{36}/)
  const history = page.getByRole("region", { name: "History" })
  await expect(history.getByText("Assigned to").first()).toBeVisible()
  await expect(history.getByRole("link", { name: /by a sync of Addigy \(demo\)/ }).first()).toBeVisible()
  await expect(page.getByRole("main")).toContainText("Addigy (demo)")
})

test("a fleet of several pages is gone through forwards and back", async ({ page }) => {
  await controlSimulator({ devices: 120 })
  await signIn(page)
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await card.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(card).toContainText("120 devices synced")
  await page.goto("/devices")
  const rows = page.getByRole("region", { name: "Table of devices" }).locator("tbody tr")
  const pages = page.getByRole("navigation", { name: "Pages of devices" })
  await expect(pages).toContainText("1 to 50 of 120 devices")
  const first = await rows.first().textContent()
  await pages.getByRole("button", { name: /Next/ }).click()
  await expect(pages).toContainText("51 to 100")
  await pages.getByRole("button", { name: /Next/ }).click()
  await expect(rows).toHaveCount(20)
  await pages.getByRole("button", { name: /Previous/ }).click()
  await expect(pages).toContainText("51 to 100")
  await pages.getByRole("button", { name: /Previous/ }).click()
  await expect(pages).toContainText("1 to 50")
  expect(await rows.first().textContent()).toBe(first)
  await pages.getByRole("button", { name: /Next/ }).click()
  await expect(pages).toContainText("51 to 100")
  await pages.getByRole("button", { name: /Next/ }).click()
  await expect(rows).toHaveCount(20)
  await pages.getByRole("button", { name: /Previous/ }).dblclick()
  await expect(pages).toContainText("1 to 50") // two presses, two pages back
})

const isSorted = (texts: string[]): boolean => texts.join() === [...texts].sort().join()
