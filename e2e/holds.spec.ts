import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { controlSimulator } from "./simulator"
import { demoCard, syncNow } from "./sync-now"
import { expect, test } from "./test"

test.afterEach(() => controlSimulator({ devices: 120 }))

test("N-HOLD a fleet that shrank is held: some removals are approved, the rest dismissed", async ({
  page,
}) => {
  test.setTimeout(120_000)
  await controlSimulator({ devices: 120 })
  await signIn(page)
  await syncNow(page, "120 devices synced")
  await page.getByRole("link", { name: "Holds" }).click()
  await expect(page.getByText("Nothing waits for you")).toBeVisible()

  await controlSimulator({ removeFirst: 48 })
  await syncNow(page, "72 devices synced")
  await syncNow(page, "48 removals held")
  await page.goto("/")
  await page.getByRole("link", { name: /48 removals of Addigy \(demo\) wait for an admin/ }).click()
  await expect(page.getByText("48 of 120 known records")).toBeVisible()
  const rows = page.getByRole("region", { name: "Table of devices that wait" }).locator("tbody tr")
  await expect(rows).toHaveCount(48)
  await expectNoFaults(page)

  const serial = await rows.nth(2).locator("td").nth(2).innerText()
  await page.getByRole("searchbox", { name: "Search the devices that wait" }).fill(serial.toLowerCase())
  await expect(rows).toHaveCount(1)
  await page.getByRole("checkbox", { name: "Choose all shown" }).click()
  await page.getByRole("searchbox").fill("")
  await rows.first().getByRole("checkbox").click()
  await page.getByRole("button", { name: "Approve 2 chosen" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Approve 2 chosen" }).click()
  await expect(page.getByText("2 devices removed, 46 still wait")).toBeVisible()
  await expect(rows).toHaveCount(46)

  await page.getByRole("button", { name: "Dismiss all 46" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Dismiss all 46" }).click()
  await expect(page.getByRole("main")).toContainText(/Dismissed.*46 devices kept/)
  await page.goto("/holds")
  const decided = page.getByRole("region", { name: "Decided holds" }).locator("tbody tr")
  await expect(decided.first()).toContainText(/Approved.*Addigy \(demo\)2Ada Admin/)
  await expect(decided.nth(1)).toContainText(/Dismissed.*46Ada Admin/)
  await expectNoFaults(page)

  await page.goto(`/devices?search=${serial}&status=retired`)
  await page.getByRole("region", { name: "Table of devices" }).locator("tbody a").first().click()
  await expect(page.getByRole("region", { name: "History" })).toContainText("by Ada Admin")
  await syncNow(page, "72 devices synced")
  await expect(demoCard(page)).toContainText("Healthy")
})

test("N-HOLD the removal limit is a setting, told for the fleet of now", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  await demoCard(page).getByRole("link", { name: "Edit" }).click()
  const removals = page.getByRole("region", { name: "Removals" })
  await removals.getByLabel("Percent of the known devices").fill("120")
  await expect(removals).toContainText("Give a number from 0 to 100.")
  await expect(removals.getByRole("button", { name: "Save removal limits" })).toBeDisabled()
  await removals.getByLabel("Percent of the known devices").fill("15")
  await removals.getByRole("button", { name: "Save removal limits" }).click()
  await expect(page.getByText("The removal limits were saved")).toBeVisible()
  await page.reload()
  await expect(removals.getByLabel("Percent of the known devices")).toHaveValue("15")
})
