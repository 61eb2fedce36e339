import { demoPassword } from "@/prisma/seed"
import { controlSimulator, simulator } from "./simulator"
import { expect, type Locator, type Page, test } from "./test"

const mostStops = 60

/** Goes on with Tab until something has the focus, as somebody without a pointer does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press("Tab")
    if ((await wanted.count()) === 1 && (await wanted.evaluate((it) => it === document.activeElement))) return
  }
  throw new Error(`${wanted} was not reached with ${mostStops} presses of Tab.`)
}

async function press(page: Page, wanted: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}

async function type(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press("Control+a")
  await page.keyboard.type(text)
}

async function signInByKeys(page: Page): Promise<void> {
  await page.goto("/sign-in")
  await expect(page.getByLabel("E-mail")).toBeFocused()
  await page.keyboard.type("admin@example.com")
  await page.keyboard.press("Tab")
  await page.keyboard.type(demoPassword)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible()
}

test.afterEach(() => controlSimulator({ faults: [] }))

test("S0-MANUAL by keyboard alone: sign in, go to the integration, sync it, look at the run", async ({
  page,
}) => {
  await controlSimulator({ devices: 25, faults: [{ kind: "slow", ms: 1000, on: "devices" }] })
  await signInByKeys(page)
  await page.keyboard.press("Control+k")
  await expect(page.getByRole("combobox", { name: "Search or go to" })).toBeFocused()
  await page.keyboard.type("integrations")
  await expect(page.getByRole("option").first()).toContainText("Integrations")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "Integrations" })).toBeVisible()
  const card = page.getByRole("region", { name: "Addigy (demo)" })
  await press(page, card.getByRole("button", { name: "Sync Devices Now" }))
  await expect(card).toContainText("Sync in progress")
  await expect(card).toContainText("25 devices synced")
  await press(page, card.getByRole("button", { name: "View History" }))
  const history = page.getByRole("dialog", { name: "Sync history of Addigy (demo)" })
  await expect(history.getByRole("region", { name: "Syncs" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(history).toBeHidden()
  await expect(card.getByRole("button", { name: "View History" })).toBeFocused()
})

test("S4-WIZARD by keyboard alone, from the first step to the connected system", async ({ page }) => {
  const heading = (name: string) => page.getByRole("heading", { level: 2, name, exact: true })
  const forward = () => press(page, page.getByRole("button", { name: "Continue", exact: true }))
  await signInByKeys(page)
  await page.goto("/settings/integrations/new")
  await tabTo(page, page.getByRole("radio", { name: /^Addigy/ }))
  await forward()
  await expect(heading("Connection")).toBeFocused()
  await type(page, page.getByLabel("Base URL"), simulator.url)
  await type(page, page.getByLabel("API key"), simulator.apiKey)
  await press(page, page.getByRole("button", { name: "Check connection" }))
  await expect(page.getByRole("status").filter({ hasText: /device/i })).toBeVisible()
  await forward()
  await expect(heading("Settings")).toBeFocused()
  await type(page, page.getByLabel("Name"), "Addigy by keys")
  await forward()
  await expect(heading("Schedule")).toBeFocused()
  await tabTo(page, page.getByRole("radio", { name: "At set times" }))
  await page.keyboard.press("ArrowUp")
  await expect(page.getByRole("radio", { name: "Every day" })).toBeChecked()
  await press(page, page.getByRole("switch", { name: "Scheduled sync is on" }), "Space")
  await forward()
  await expect(heading("Review")).toBeFocused()
  await expect(page.getByText("Every day (switched off)")).toBeVisible()
  await press(page, page.getByRole("button", { name: "Connect", exact: true }))
  await expect(page.getByText("Addigy by keys is connected")).toBeVisible()
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "Addigy by keys" })
  await press(page, card.getByRole("button", { name: "Delete" }))
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: "Delete integration" }))
  await expect(card).toBeHidden()
})

test("the skip link leads past the navigation", async ({ page }) => {
  await signInByKeys(page)
  await page.reload()
  await press(page, page.getByRole("link", { name: "Skip to content" }))
  await expect(page.getByRole("main")).toBeFocused()
})
