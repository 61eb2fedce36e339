import { expect, type Page, test } from "@playwright/test"
import { signIn } from "@/e2e/sign-in"
import { controlSimulator, simulator } from "@/e2e/simulator"
import { demoCard, previewNow, syncNow } from "@/e2e/sync-now"
import { fillAttributes, fillFleet, makeAccount, openDatabase } from "./prepare"
import { picturePage, pictureState } from "./take-pictures"

const longName = `${"Shared workstation of the colour grading suite, second floor, ".repeat(4)}`.slice(0, 200)
const rows = (page: Page, table: string) => page.getByRole("region", { name: table }).locator("tbody tr")

let database: Awaited<ReturnType<typeof openDatabase>>
test.beforeAll(async () => {
  database = await openDatabase()
})
test.afterAll(() => database.leave())
test.afterEach(() => controlSimulator({ faults: [] }))

test("sign-in, refused and after a session", async ({ page }) => {
  await page.goto("/sign-in")
  await picturePage(page, "sign-in")
  await page.getByLabel("E-mail").fill("admin@example.com")
  await page.getByLabel("Password").fill("not the password")
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible()
  await pictureState(page, "sign-in-refused")
  await page.goto("/sign-in?ended=1")
  await pictureState(page, "session-over")
})

test("first run, and what is not there", async ({ page }) => {
  await makeAccount("Fernhill Works", "nora@example.com")
  await signIn(page, "nora@example.com")
  await picturePage(page, "first-run")
  for (const [path, name] of [
    ["/devices", "devices-none"],
    ["/syncs", "syncs-none"],
    ["/holds", "holds-none"],
    ["/settings/integrations", "integrations-none"],
    ["/nowhere", "not-found"],
  ] as const) {
    await page.goto(path)
    await pictureState(page, name)
  }
})

test("the wizard, step by step", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  await pictureState(page, "integrations-never-run")
  const forward = () => page.getByRole("button", { name: "Continue", exact: true }).click()
  const step = (name: string) =>
    expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible()
  await page.goto("/settings/integrations/new")
  await picturePage(page, "wizard-system")
  await forward()
  await step("Connection")
  await page.getByLabel("Base URL").fill(simulator.url)
  await page.getByLabel("API key").fill("a-key-that-nobody-gave-out")
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText("Nothing was stored.")).toBeVisible()
  await pictureState(page, "wizard-refused")
  await page.getByLabel("API key").fill(simulator.apiKey)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText("Nothing was stored.")).toBeHidden()
  await pictureState(page, "wizard-connection")
  await forward()
  await step("Settings")
  await pictureState(page, "wizard-settings")
  await forward()
  await step("Schedule")
  await expect(page.getByText("Next runs")).toBeVisible()
  await pictureState(page, "wizard-schedule")
  await forward()
  await step("Review")
  await pictureState(page, "wizard-review")
})

test("a run from its start to its end", async ({ page }) => {
  await signIn(page)
  await controlSimulator({ devices: 120, faults: [{ kind: "slow", ms: 20_000, on: "devices" }] })
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(demoCard(page)).toContainText(/Connecting|Reading/)
  await pictureState(page, "integrations-running")
  await page.goto("/syncs")
  await rows(page, "Syncs").first().getByRole("link").click()
  await expect(page.getByRole("list", { name: "Phases" })).toContainText("under way")
  await pictureState(page, "run-running")
  await controlSimulator({ faults: [] })
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText("120 devices synced", {
    timeout: 60_000,
  })
  await controlSimulator({
    change: { count: 6, field: "current_user" },
    add: [{ serial: "LONGNAME1", name: longName }],
  })
  await syncNow(page, "1 created, 6 updated")
  await picturePage(page, "integrations")
  await demoCard(page).getByRole("link", { name: "See this sync" }).click()
  await expect(page.getByRole("region", { name: "Changes", exact: true })).toContainText("Assigned to")
  await picturePage(page, "run")
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("button", { name: "View History" }).click()
  await expect(page.getByRole("dialog").getByRole("region", { name: "Syncs" })).toBeVisible()
  await pictureState(page, "history")
})

test("the pages of a fleet in step", async ({ page }) => {
  await fillAttributes(longName)
  await signIn(page)
  await expect(page.locator(".recharts-bar-rectangle").first()).toBeAttached()
  await picturePage(page, "dashboard")
  await page.goto("/devices")
  await expect(rows(page, "Table of devices")).toHaveCount(50)
  await picturePage(page, "devices")
  await page.getByRole("button", { name: "View" }).click()
  await pictureState(page, "devices-view")
  await page.goto("/devices?search=nothing+is+called+this")
  await pictureState(page, "devices-no-match")
  await page.goto("/devices?asOf=2020-01-01T00:00:00.000Z")
  await pictureState(page, "devices-time-refused")
  await page.goto("/devices?search=mac")
  await rows(page, "Table of devices").nth(1).getByRole("link").click()
  await expect(page).toHaveURL(/devices\/[0-9a-f-]{36}/)
  await picturePage(page, "device")
  await page.goto("/devices?search=LONGNAME1")
  await rows(page, "Table of devices").first().getByRole("link").click()
  await expect(page.getByText(/30\d attributes|31\d attributes|3\d\d attributes/)).toBeVisible()
  await pictureState(page, "device-300-attributes")
  await page.goto("/syncs")
  await picturePage(page, "syncs")
  await page.goto("/settings/account")
  await pictureState(page, "account")
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("link", { name: "Edit" }).click()
  await expect(page.getByText("Next runs")).toBeVisible()
  await pictureState(page, "integration-edit")
})

test("what comes over the page", async ({ page }) => {
  await signIn(page)
  await page.keyboard.press("Control+k")
  await page.getByRole("combobox", { name: "Search or go to" }).fill("mac")
  await expect(page.getByRole("option").filter({ hasText: /mac/i }).nth(3)).toBeVisible()
  await pictureState(page, "palette")
  await page.keyboard.press("Escape")
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("button", { name: "Delete" }).click()
  await expect(page.getByRole("alertdialog")).toBeVisible()
  await pictureState(page, "delete-question")
  await page.keyboard.press("Escape")
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole("button", { name: "Open navigation" }).click()
  await expect(page.getByRole("dialog")).toBeVisible()
  await pictureState(page, "drawer")
})

test("a plan, a partial run, held removals and failures", async ({ page }) => {
  await signIn(page)
  await controlSimulator({ change: { count: 5, field: "device_name" } })
  await previewNow(page)
  await expect(rows(page, "Planned changes").first()).toBeVisible()
  await picturePage(page, "preview")
  await controlSimulator({ faults: [{ kind: "malformed", count: 3 }] })
  await syncNow(page, /rejected/)
  await pictureState(page, "integrations-partial")
  await demoCard(page).getByRole("link", { name: "See this sync" }).click()
  await expect(page.getByRole("region", { name: /rejected/ })).toBeVisible()
  await pictureState(page, "run-partial")
  await controlSimulator({ faults: [], removeFirst: 48 })
  await syncNow(page, /devices synced/)
  await syncNow(page, /removals held/)
  await pictureState(page, "integrations-held")
  await page.getByRole("link", { name: "Held removals" }).click()
  await picturePage(page, "holds")
  await page.getByRole("link", { name: "Look at the devices" }).click()
  await expect(rows(page, "Table of devices that wait").first()).toBeVisible()
  await picturePage(page, "hold")
  await controlSimulator({ faults: [{ kind: "status", status: 401 }] })
  await syncNow(page, "Sync failed")
  await pictureState(page, "integrations-failed")
  await demoCard(page).getByRole("link", { name: "See what happened" }).click()
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText("Sync failed")
  await pictureState(page, "run-failed")
  await page.goto("/")
  await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible()
  await pictureState(page, "dashboard-attention")
  await page.getByRole("button", { name: /^Notifications/ }).click()
  await expect(page.getByRole("dialog")).toBeVisible()
  await pictureState(page, "notifications")
})

test("no right to see, and no network", async ({ page, context }) => {
  await signIn(page, "viewer@example.com")
  await page.goto("/settings/account")
  await pictureState(page, "no-right")
  await page.goto("/devices")
  await context.setOffline(true)
  await expect(page.getByText("Your browser is offline")).toBeVisible()
  await pictureState(page, "offline")
  await context.setOffline(false)
})

test("a million devices, and every part of the design system", async ({ page }) => {
  await fillFleet(await makeAccount("Northwind Schools", "mila@example.com"), 1_000_000)
  await signIn(page, "mila@example.com")
  await pictureState(page, "dashboard-million")
  await page.goto("/devices")
  await expect(rows(page, "Table of devices")).toHaveCount(50)
  await pictureState(page, "devices-million")
  await page.goto("/design")
  await pictureState(page, "design")
})
