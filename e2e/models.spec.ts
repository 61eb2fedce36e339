import { randomBytes } from "node:crypto"
import { model, syncModels } from "@/lib/inventory/device-models/models.test-support"
import { press } from "@/lib/inventory/devices/modules/modules.test-support"
import { newIntegration, record, sync } from "@/lib/sync/engine.test-support"
import { expectNoFaults } from "./expect-no-faults"
import { makeAccount, openDatabase } from "./pictures/prepare"
import { signIn } from "./sign-in"
import { expect, type Page, test } from "./test"

const email = "iris@example.com"
const rows = (page: Page, table: string) => page.getByRole("region", { name: table }).locator("tbody tr")

/** An account with a pump on the edge, a radio station, and the models they name. */
async function makeThings(): Promise<void> {
  process.env.ROLLCALL_ENCRYPTION_KEYS ??= `e2e:${randomBytes(32).toString("base64")}`
  process.env.NEXTAUTH_SECRET ??= randomBytes(24).toString("base64")
  const database = await openDatabase()
  const at = await newIntegration(await makeAccount("Larkspur Things", email))
  await syncModels(at, { records: [model("Pump", {}, "Moves water"), model("Valve")] })
  const station = record("Roof", { name: "Roof north", kind: "concentrator", type: "unknown", model: null })
  await sync(at, { records: [press, station] })
  await database.leave()
}

test.beforeAll(makeThings)

test("S3-MODEL models with their devices are listed, looked at, and added by hand", async ({ page }) => {
  await signIn(page, email)
  await page.getByRole("link", { name: "Models" }).click()
  await expect(rows(page, "Table of models")).toHaveCount(2)
  await expectNoFaults(page)
  await page.getByRole("searchbox", { name: "Search models" }).fill("water")
  await expect(rows(page, "Table of models")).toHaveCount(1)
  await page.getByRole("link", { name: "Pump" }).click()
  await expect(page.getByRole("region", { name: "Devices" })).toContainText("Press 7")
  await expect(page.getByRole("region", { name: "History" })).toContainText("Created")
  await expectNoFaults(page)

  await page.goto("/models")
  await page.getByRole("button", { name: "Add model" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Name").fill("Pump")
  await dialog.getByRole("button", { name: "Add model" }).click()
  await expect(dialog).toContainText('A model named "Pump" is known already.')
  await dialog.getByLabel("Name").fill("Fan")
  await dialog.getByRole("button", { name: "Add model" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Fan" })).toBeVisible()
  await page.getByRole("button", { name: "Delete" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete model" }).click()
  await expect(rows(page, "Table of models")).toHaveCount(2)
})

test("S3-AZURE-EDGE an edge device shows its modules as last known; S3-LORA concentrators are found by kind", async ({
  page,
}) => {
  await signIn(page, email)
  await page.goto("/devices?kind=concentrator")
  await expect(rows(page, "Table of devices")).toHaveCount(1)
  await page.goto("/devices?kind=edge")
  await page.getByRole("link", { name: "Press 7" }).click()
  await expect(rows(page, "Table of modules")).toHaveCount(2)
  await expect(page.getByRole("region", { name: "Modules" }).first()).toContainText("last known")
  await expect(page.getByRole("region", { name: "Device", exact: true })).toContainText("as read")
  await expectNoFaults(page)
})
