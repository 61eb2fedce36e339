import { connectAzure } from "@/e2e/connect-azure"
import { connectMasterData } from "@/e2e/connect-master-data"
import { startReceiver } from "@/e2e/receiver"
import { signIn } from "@/e2e/sign-in"
import { expect, type Page, test } from "@/e2e/test"
import { startAzureIotHubSimulator } from "@/simulators/azure-iot-hub/start-azure-iot-hub-simulator"
import { startMasterDataSimulator } from "@/simulators/master-data/start-master-data-simulator"
import { makeItems } from "@/simulators/master-data/world"
import { startS3 } from "@/simulators/s3/start-s3"
import { makeAccount, openDatabase } from "./prepare"
import { picturePage, pictureState } from "./take-pictures"

const rows = (page: Page, table: string) => page.getByRole("region", { name: table }).locator("tbody tr")

let database: Awaited<ReturnType<typeof openDatabase>>
test.beforeAll(async () => {
  database = await openDatabase()
})
test.afterAll(() => database.leave())

test("an IoT hub's edge devices and concentrators", async ({ page }) => {
  const hub = await startAzureIotHubSimulator({ devices: 25 })
  await makeAccount("Harbour Sensors", "ines@example.com")
  await signIn(page, "ines@example.com")
  await connectAzure(page, hub)
  await hub.stop()
  await page.goto("/devices?search=Edge+10")
  await rows(page, "Table of devices").first().getByRole("link").click()
  await expect(page.getByRole("region", { name: "Table of modules" })).toBeVisible()
  await picturePage(page, "device-azure-edge")
  await page.goto("/devices?kind=concentrator")
  await expect(rows(page, "Table of devices").first()).toBeVisible()
  await pictureState(page, "devices-concentrators")
  await rows(page, "Table of devices").first().getByRole("link").click()
  await expect(page.getByText("routerConfig").first()).toBeVisible()
  await pictureState(page, "device-concentrator")
})

test("a published list, its look-up, its versions and one that waits", async ({ page }) => {
  const source = await startMasterDataSimulator({ items: 60 })
  const s3 = await startS3()
  await makeAccount("Meadow Exports", "tara@example.com")
  await signIn(page, "tara@example.com")
  await page.goto("/ineligible-items")
  await pictureState(page, "list-none")
  await connectMasterData(page, source, s3, 60)
  await page.goto("/ineligible-items")
  await expect(rows(page, "Table of Ineligible items")).toHaveCount(50)
  await picturePage(page, "list")
  const rule = makeItems(60, 1).find(({ type_of_treatment }) => type_of_treatment === null)
  await page.getByLabel("Country").fill(String(rule?.country_of_origin))
  await page.getByLabel("Commodity code").fill(`${rule?.commodity_code}99`)
  await page.getByRole("button", { name: "Look up" }).click()
  await expect(page.getByRole("status").filter({ hasText: "is banned" })).toBeVisible()
  await pictureState(page, "list-look-up")
  source.control({ removeFirst: 8 })
  await page.getByRole("button", { name: "Publish now" }).click()
  await expect(page.getByText("52 items published").first()).toBeVisible()
  await page.goto("/ineligible-items/versions")
  await expect(rows(page, "Table of versions")).toHaveCount(2)
  await picturePage(page, "list-versions")
  await rows(page, "Table of versions").first().getByRole("link").click()
  await expect(page.getByText(/Against version 1/)).toBeVisible()
  await picturePage(page, "list-version")
  source.control({ faults: [{ kind: "empty" }] })
  await page.goto("/ineligible-items")
  await page.getByRole("button", { name: "Publish now" }).click()
  await expect(page.getByText("A newer list waits for an admin")).toBeVisible()
  await pictureState(page, "list-held")
  await source.stop()
  await s3.stop()
})

test("notifications and webhooks", async ({ page }) => {
  const receiver = await startReceiver()
  await signIn(page)
  await page.goto("/settings/notifications")
  await picturePage(page, "notification-settings")
  await page.getByRole("button", { name: "Add a webhook" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Name").fill("Pager")
  await dialog.getByLabel("Address").fill(receiver.url)
  await pictureState(page, "webhook-add")
  await dialog.getByRole("button", { name: "Add webhook" }).click()
  await expect(dialog.getByText("Pager was added")).toBeVisible()
  await dialog.getByRole("button", { name: "Done" }).click()
  const pager = page.getByRole("listitem", { name: "Pager" })
  await pager.getByRole("button", { name: "Send a test" }).click()
  await expect(page.getByText("A test is on its way to Pager")).toBeVisible()
  await expect(page.getByText("A test is on its way to Pager")).toBeHidden() // it would lie over what is shown
  await pictureState(page, "webhooks", { at: "Webhooks" })
  await pager.getByRole("button", { name: "Delivery log" }).click()
  await expect(dialog.getByRole("region", { name: "Deliveries" })).toContainText("Delivered", {
    timeout: 30_000,
  })
  await pictureState(page, "webhook-log")
  await page.keyboard.press("Escape")
  await pager.getByRole("button", { name: "Delete" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete webhook" }).click()
  await expect(page.getByText("No webhooks yet")).toBeVisible()
  receiver.stop()
})
