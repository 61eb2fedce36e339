import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { controlSimulator } from "./simulator"
import { demoCard, previewNow, syncNow } from "./sync-now"
import { expect, type Page, test } from "./test"

const outcome = (page: Page) => page.getByRole("region", { name: "Outcome" })
const plan = (page: Page) => page.getByRole("region", { name: "Planned changes" }).locator("tbody tr")

async function apply(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Apply this plan" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Apply plan" }).click()
}

let isInStep = false

/** A fleet that is known and in step, and none of it gone, so that a plan holds only what a test changes. */
test.beforeEach(async ({ page }) => {
  await controlSimulator({ devices: 120 })
  await signIn(page)
  await syncNow(page, "120 devices synced")
  if (!isInStep) await syncNow(page, "120 devices synced") // what other tests added is absent twice, and so gone
  isInStep = true
})

test.afterEach(() => controlSimulator({ faults: [] }))

test("N-PLAN a plan that no longer holds names the records that moved and offers a new preview", async ({
  page,
}) => {
  await controlSimulator({ change: { count: 2, field: "device_name" } })
  await previewNow(page)
  const address = page.url()
  await controlSimulator({ change: { count: 2, field: "device_name" } })
  await syncNow(page, "2 updated")
  await page.goto(address)
  await apply(page)
  const moved = page.getByRole("region", { name: "Records that changed since the plan was made" })
  await expect(moved.getByRole("listitem")).toHaveCount(2)
  await expectNoFaults(page)
  await moved.getByRole("button", { name: "New preview" }).click()
  await expect(outcome(page)).toContainText("Would change nothing")
  await expect(page.getByRole("button", { name: "Apply this plan" })).toHaveCount(0)
})

test("N-REPLAY N-HISTORY stored pages are run again, and a run is reverted, each as a preview first", async ({
  page,
}) => {
  await controlSimulator({ change: { count: 2, field: "device_name" } })
  await syncNow(page, "2 updated")
  await demoCard(page).getByRole("link", { name: "See this sync" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Sync of Addigy (demo)" })).toBeVisible()
  const run = page.url()
  await page.getByRole("button", { name: "Actions" }).click()
  await page.getByRole("menuitem", { name: /Run stored pages again/ }).click()
  await expect(outcome(page)).toContainText("Would change nothing")
  await expect(page.getByText("reads again the pages of")).toBeVisible()

  await page.goto(run)
  await page.getByRole("button", { name: "Actions" }).click()
  await page.getByRole("menuitem", { name: /Revert this run/ }).click()
  await expect(page.getByRole("alertdialog")).toContainText("the next sync takes its values again")
  await page.getByRole("button", { name: "Open the preview" }).click()
  await expect(outcome(page)).toContainText("Would update 2.")
  await apply(page)
  await expect(outcome(page)).toContainText("Plan applied: 2 updated")
})

test("S4-MANUAL a running sync is cancelled on its page, and nothing is applied", async ({ page }) => {
  await controlSimulator({
    change: { count: 2, field: "device_name" },
    faults: [{ kind: "slow", ms: 30_000, on: "devices" }],
  })
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(demoCard(page)).toContainText(/Connecting|Reading/)
  await page.goto("/syncs")
  await page.getByRole("region", { name: "Syncs" }).locator("tbody a").first().click()
  await expect(page.getByRole("list", { name: "Phases" })).toContainText("Read, under way")
  await page.getByRole("button", { name: "Cancel sync" }).click()
  await expect(outcome(page)).toContainText("Sync cancelled")
  await expect(page.getByRole("region", { name: "Changes", exact: true })).toContainText(
    "did not come to its end",
  )
  await expectNoFaults(page)
})

// What the tests from here on add stays behind
test("N-PLAN a preview shows field by field what would change, and applied it does exactly that", async ({
  page,
}) => {
  await controlSimulator({
    change: { count: 3, field: "device_name" },
    add: [{ serial: "PLAN0001", agentId: "plan-1", name: "planned-mac" }],
  })
  await previewNow(page)
  await expect(outcome(page)).toContainText("Would create 1 and update 3.")
  await expect(plan(page)).toHaveCount(4)
  await expectNoFaults(page)
  await page.getByRole("button", { name: "Update 3" }).click()
  await expect(page).toHaveURL(/action=update/)
  await expect(plan(page)).toHaveCount(3)
  await expect(plan(page).first()).toContainText(/Name: .+ → .+/)
  await page.getByRole("button", { name: "All 4" }).click()
  await expect(plan(page)).toHaveCount(4)

  await apply(page)
  await expect(outcome(page)).toContainText("Plan applied: 1 created, 3 updated")
  await page.getByRole("link", { name: "this plan" }).click()
  await expect(page.getByRole("link", { name: "See the run that applied it" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Apply this plan" })).toHaveCount(0)
  await page.goto("/devices?search=planned-mac")
  await expect(page.getByRole("region", { name: "Table of devices" }).locator("tbody tr")).toHaveCount(1)
})

test("N-HISTORY the fleet is shown as of a past time, and back as of now", async ({ page }) => {
  const before = new Date().toISOString()
  await controlSimulator({ add: [{ serial: "PAST0001", agentId: "past-1", name: "not-yet-there" }] })
  await syncNow(page, "1 created")
  const rows = page.getByRole("region", { name: "Table of devices" }).locator("tbody tr")
  await page.goto(`/devices?search=not-yet-there&asOf=${before}`)
  await expect(page.getByRole("status").filter({ hasText: "The fleet as of" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "No device fits" })).toBeVisible()
  await page.getByRole("button", { name: "Back to now" }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole("button", { name: "As of now" }).click()
  await page.getByRole("button", { name: "A day ago" }).click()
  await expect(page).toHaveURL(/asOf=/)
  await expect(page.getByText(/before this account was made/)).toBeVisible()
})
