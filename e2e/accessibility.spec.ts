import { expectFaultless, expectFaultlessOnPhone, hearComplaints } from "./expect-faultless"
import { type Holdings, makeFullAccount } from "./full-account"
import { makeAccount, openDatabase } from "./pictures/prepare"
import { fixedRoutes, routes } from "./routes"
import { signIn } from "./sign-in"
import { expect, type Page, test } from "./test"

/** Of their own at each start, since a test that failed has this file begin again. */
const full = `fay-${Date.now()}@example.com`
const empty = `emma-${Date.now()}@example.com`

let holdings: Holdings
test.beforeAll(async () => {
  const database = await openDatabase()
  holdings = await makeFullAccount(full)
  await makeAccount("Empty Works", empty)
  await database.leave()
})

/** Each page with what it asks for after its first paint. */
async function expectAllFaultless(
  page: Page,
  addresses: string[],
  expectOne = expectFaultless,
): Promise<void> {
  for (const address of addresses) {
    await page.goto(address)
    if (address !== "/design") await expect(page.locator("div.animate-pulse")).toHaveCount(0) // still being read
    await expectOne(page)
  }
}

test("WCAG 2.2 AA: no page has a fault that axe can find, in either theme; none is wider than a phone or makes the browser complain", async ({
  page,
}) => {
  test.setTimeout(300_000)
  const complaints = await hearComplaints(page)
  await page.goto("/sign-in")
  await expectFaultless(page)
  await signIn(page, full)
  const named: Record<string, string[]> = holdings
  const addresses = routes.flatMap((route) => named[route] ?? route)
  expect(addresses.filter((address) => address.includes("["))).toEqual([])
  await expectAllFaultless(page, addresses)
  expect(complaints).toEqual([])
  await expectAllFaultless(page, ["/devices?asOf=2030-01-01T00:00:00.000Z"]) // refused, which the console tells too
})

/** Settings are never empty but for the list of integrations. */
const canBeEmpty = (route: string): boolean =>
  route === "/settings/integrations" || !/^\/(settings|design|sign-in)/.test(route)

test("WCAG 2.2 AA: nor has a page with nothing to show, one that is not there, or one that is not for this role", async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signIn(page, empty)
  await expectAllFaultless(page, [...fixedRoutes.filter(canBeEmpty), "/nowhere"], expectFaultlessOnPhone)
  await page.context().clearCookies()
  await signIn(page, "viewer@example.com")
  await expectAllFaultless(page, [
    "/",
    "/settings/account",
    "/settings/notifications",
    "/settings/integrations/new",
  ])
  await page.context().clearCookies()
  await expectAllFaultless(page, ["/sign-in?ended=1"])
})

test("WCAG 2.2 AA: nor has what comes over a page", async ({ page, context }) => {
  test.setTimeout(180_000)
  await signIn(page, full)
  const open = async (press: () => Promise<void>, role: "dialog" | "menu" | "alertdialog") => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await press()
    await expect(page.getByRole(role).first()).toBeVisible()
    await expectFaultless(page)
    await page.keyboard.press("Escape")
    await expect(page.getByRole(role)).toHaveCount(0)
  }
  const pressing = (name: string | RegExp) => () => page.getByRole("button", { name }).first().click()
  await open(() => page.keyboard.press("Control+k"), "dialog")
  await open(pressing(/^Notifications/), "dialog")
  await open(pressing(/Fay Full/), "menu")
  await page.goto("/settings/integrations")
  await open(pressing("View History"), "dialog")
  await open(pressing("Delete"), "alertdialog")
  await page.goto("/devices")
  await open(pressing("View"), "dialog")
  await open(pressing("Add device"), "dialog")
  await page.goto("/circuits")
  await page.getByRole("table").getByRole("link").first().click()
  await open(pressing("Edit"), "dialog")
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole("button", { name: "Open navigation" }).click()
  await expect(page.getByRole("dialog")).toBeVisible()
  await expectFaultless(page)
  await page.keyboard.press("Escape")
  await context.setOffline(true)
  await expect(page.getByText("Your browser is offline")).toBeVisible()
  await expectFaultless(page)
})
