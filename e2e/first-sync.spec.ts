import { signIn } from "./sign-in"
import { controlSimulator } from "./simulator"
import { expect, test } from "./test"

test.afterEach(() => controlSimulator({ faults: [] }))

test("S0-MANUAL an admin presses Sync Devices Now: at once Sync in progress, at the end 25 devices synced", async ({
  page,
}) => {
  await controlSimulator({ faults: [{ kind: "slow", ms: 1500, on: "devices" }] }) // so that there is time to see it
  await signIn(page)
  await page.getByRole("link", { name: "Integrations" }).click()
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await expect(card).toContainText("Never synced")

  await card.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(card).toContainText("Sync in progress", { timeout: 1000 })
  await expect(card.getByRole("progressbar")).toBeVisible()

  await expect(card).toContainText("25 devices synced")
  await expect(card).toContainText("25 created")
  await expect(card).toContainText("Healthy")

  await controlSimulator({ faults: [] })
  await card.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(card).toContainText("no changes")
  await expect(card).toContainText("25 devices synced")
  await card.getByRole("button", { name: "View History" }).click()
  const runs = page.getByRole("dialog").getByRole("region", { name: "Syncs" }).locator("tbody tr")
  await expect(runs).toHaveCount(2)
  const [devices, created, updated] = [5, 6, 7]
  for (const [column, value] of [
    [devices, "25"],
    [created, "0"],
    [updated, "0"],
  ] as const) {
    await expect(runs.first().locator("td").nth(column)).toHaveText(value)
  }
})
