import { expect, test } from "@playwright/test"
import { demoUser } from "@/simulators/workstudio/start-workstudio-simulator"
import { views } from "@/simulators/workstudio/world"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"

const origin = `http://127.0.0.1:${process.env.WORKSTUDIO_PORT}`

test("S2-CIRCUITS WorkStudio is connected, synced, and a circuit is moved to another stage", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^WorkStudio/ }).check()
  await page.getByRole("button", { name: "Continue", exact: true }).click()
  await page.getByLabel("Address").fill(origin)
  await page.getByLabel("Circuits view").fill(views.circuits.guid)
  await page.getByLabel("User name").fill(demoUser.username)
  await page.getByLabel("Password", { exact: true }).fill(demoUser.password)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/The circuits view has 48 columns/)).toBeVisible()
  await page.getByRole("button", { name: "Continue", exact: true }).click()
  await page.getByLabel("Planned units view").fill(views.plannedUnits.guid)
  await page.getByRole("button", { name: "Continue", exact: true }).click()
  await page.getByRole("button", { name: "Continue", exact: true }).click()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("WorkStudio is connected")).toBeVisible()

  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "WorkStudio" })
  await card.getByRole("button", { name: /Sync/ }).first().click()
  await page.goto("/circuits")
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole("row")).toHaveCount(26, { timeout: 2000 })
  }).toPass({ timeout: 40_000 })

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
