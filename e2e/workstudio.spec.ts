import { connectWorkStudio, syncCircuits } from "./connect-workstudio"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { expect, test } from "./test"

test("S2-CIRCUITS WorkStudio is connected, synced, and a circuit is moved to another stage", async ({
  page,
}) => {
  await signIn(page)
  await connectWorkStudio(page)
  await syncCircuits(page)
  const stage = page.getByRole("combobox", { name: /^Workflow stage of/ }).first()
  await stage.selectOption("pending_permissions")
  await expect(stage).toHaveValue("pending_permissions")
  const link = page.getByRole("table").getByRole("link").first()
  const title = await link.textContent()
  await link.click()
  await expect(page.getByRole("heading", { level: 1, name: title ?? "" })).toBeVisible()
  await expect(page.getByRole("combobox", { name: /^Workflow stage of/ })).toHaveValue("pending_permissions")
  await expect(page.getByRole("insertion").filter({ hasText: "Pending permissions" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Planned units" })).toBeVisible()
  await expect(page.getByText("Permissions", { exact: true })).toBeVisible({ timeout: 45_000 })
  await expectNoFaults(page)
})

test("S2-PLANNERS S2-UISTATE a name is linked to a member, a value is edited and taken from the source again", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/circuits/planners")
  const whose = page.getByLabel("Member whose name is TREECO\\jdoe")
  const row = page.getByRole("row").filter({ has: whose })
  await whose.selectOption({ index: 1 })
  const member = await whose.locator("option:checked").textContent()
  await row.getByRole("button", { name: "Link" }).click()
  await expect(page.getByText(/TREECO\\jdoe is linked, with \d+ circuits/)).toBeVisible()
  await expect(whose).toBeHidden()
  await expect(page.getByLabel(`Name of ${member} in WorkStudio`)).toHaveValue("TREECO\\jdoe")

  await page.getByRole("button", { name: "Unlink TREECO\\jdoe" }).click()
  await expect(page.getByText(/TREECO\\jdoe is unlinked, from \d+ circuits/)).toBeVisible()
  await expect(whose).toBeVisible()

  await page.goto("/circuits?planner=none")
  const link = page.getByRole("table").getByRole("link").first()
  const title = (await link.textContent()) ?? ""
  await link.click()
  const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true })
  await expect(heading(title)).toBeVisible()
  await page.getByRole("button", { name: "Edit", exact: true }).click()
  await page.getByLabel("Title", { exact: true }).fill("Feeder by the river")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(heading("Feeder by the river")).toBeVisible()
  await expect(page.getByText(`WorkStudio says ${title}`)).toBeVisible()
  await page.getByLabel("Add a planner").selectOption({ label: member ?? "" })
  await expect(page.getByRole("button", { name: `Remove ${member}` })).toBeVisible()
  await expectNoFaults(page)
  await page.getByRole("button", { name: "Take it again: Title from WorkStudio" }).click()
  await expect(heading(title)).toBeVisible()
})

test("S2-SCHEDULE schedules are told in words while they are edited, and a wrong one is refused", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "WorkStudio", exact: true })
  await card.getByRole("link", { name: /Edit/ }).click()
  const cron = page.getByLabel("Cron expression").first()
  await cron.fill("15 6 * * 2")
  await expect(page.getByText(/At 06:15, only on Tuesday/)).toBeVisible()
  await cron.fill("15 6 * *")
  await page.getByRole("button", { name: "Save schedules" }).click()
  await expect(page.getByRole("alert").filter({ hasText: "does not have five fields" })).toBeVisible()
  await cron.fill("15 6 * * 2")
  await page.getByRole("button", { name: "Save schedules" }).click()
  await expect(page.getByText("The schedules were saved")).toBeVisible()
  await expectNoFaults(page)
})
