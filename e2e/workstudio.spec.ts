import { expect, test } from "@playwright/test"
import { connectWorkStudio, syncCircuits } from "./connect-workstudio"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"

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
