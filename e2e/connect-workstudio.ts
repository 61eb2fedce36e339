import { expect, type Page } from "@playwright/test"
import { demoUser } from "@/simulators/workstudio/start-workstudio-simulator"
import { views } from "@/simulators/workstudio/world"

const origin = `http://127.0.0.1:${process.env.WORKSTUDIO_PORT}`

/** Connects the demo's stand-in for WorkStudio with the wizard. */
export async function connectWorkStudio(page: Page): Promise<void> {
  const forward = () => page.getByRole("button", { name: "Continue", exact: true }).click()
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^WorkStudio/ }).check()
  await forward()
  await page.getByLabel("Address").fill(origin)
  await page.getByLabel("Circuits view").fill(views.circuits.guid)
  await page.getByLabel("User name").fill(demoUser.username)
  await page.getByLabel("Password", { exact: true }).fill(demoUser.password)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/The circuits view has 48 columns/)).toBeVisible()
  await forward()
  await page.getByLabel("Planned units view").fill(views.plannedUnits.guid)
  await forward()
  await forward()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("WorkStudio is connected")).toBeVisible()
}

/** Syncs it, and waits until its circuits are listed. */
export async function syncCircuits(page: Page): Promise<void> {
  await page.goto("/settings/integrations")
  const card = page.getByRole("region", { name: "WorkStudio" })
  await card.getByRole("button", { name: /Sync/ }).first().click()
  await page.goto("/circuits")
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole("row")).toHaveCount(26, { timeout: 2000 })
  }).toPass({ timeout: 40_000 })
}
