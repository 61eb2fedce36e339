import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { simplemdm } from "./simulator"
import { expect, type Page, test } from "./test"

const forward = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click()
const step = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true })
const choose = async (page: Page, label: string, option: string) => {
  const field = page.getByLabel(label, { exact: true })
  if ((await field.evaluate((element) => element.tagName)) === "SELECT")
    return field.selectOption({ label: option })
  await field.click()
  await page.getByRole("option", { name: option, exact: true }).click()
}

test("S0-BLACKGLOVE it says that it is not configured, is configured with a live sample, and syncs", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^Black Glove/ }).check()
  await forward(page)

  await expect(step(page, "Connection")).toBeFocused()
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(
    page.getByText(
      "Black Glove is not configured. Missing: base URL, authentication, list path, items path, paging, field mapping.",
    ),
  ).toBeVisible()

  await page.getByLabel("Base URL").fill(`${simplemdm.url}/api/v1`)
  await choose(page, "Authentication", "User name and password (Basic)")
  await page.getByLabel("User name").fill(simplemdm.apiKey)
  await page.getByLabel("List path").fill("/devices")
  await page.getByLabel("Items path").fill("$.data")
  await choose(page, "Paging", "After the last ID")
  await page.getByLabel("Page parameter").fill("starting_after")
  await page.getByLabel("Path of “has more”").fill("$.has_more")

  await page.getByRole("button", { name: "Fetch a sample" }).click()
  await expect(page.getByText(/10 devices on the first page/)).toBeVisible()
  await page.getByRole("button", { name: /^Fill in \d+ fields by their names/ }).click()
  const serial = page.getByLabel("What fills Serial number")
  await expect(serial).toHaveValue("$.attributes.serial_number")
  const mapped = page.getByRole("region", { name: "What becomes of the sample" })
  await expect(mapped.getByRole("row")).toHaveCount(11)
  await page.getByLabel("What fills Name").fill("$.attributes.name")
  await page.getByLabel("What fills Assigned to").fill("")
  await page.getByRole("button", { name: "Fetch a sample" }).click()
  await expect(mapped.getByRole("row")).toHaveCount(11)
  await expectNoFaults(page)

  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(
    page.getByText(/Connected to Black Glove at .* 10 devices on the first page can be taken/),
  ).toBeVisible()
  await forward(page)
  await expect(step(page, "Settings")).toBeFocused()
  await forward(page)
  await forward(page)
  await expect(step(page, "Review")).toBeFocused()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("Black Glove is connected")).toBeVisible()

  await page.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(page.getByText("25 devices synced")).toBeVisible({ timeout: 30_000 })
})
