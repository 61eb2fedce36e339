import {
  type AzureIotHubSimulator,
  connectionStringOf,
  startAzureIotHubSimulator,
} from "@/simulators/azure-iot-hub/start-azure-iot-hub-simulator"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { expect, type Page, test } from "./test"

let hub: AzureIotHubSimulator
test.beforeAll(async () => {
  hub = await startAzureIotHubSimulator({ devices: 25 })
})
test.afterAll(() => hub.stop())

const forward = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click()

test("S3-AZURE-DEVICES S3-AZURE-EDGE S3-LORA an IoT hub is connected with the wizard, and its devices come", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^Azure IoT Hub/ }).click()
  await forward(page)

  await expect(page.getByText("az iot hub policy create")).toBeVisible()
  await page.getByLabel("Endpoint").fill(hub.url)
  await page.getByLabel("Connection string", { exact: true }).fill(connectionStringOf("registryRead"))
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/"ServiceConnect"/)).toBeVisible()
  await page.getByLabel("Connection string", { exact: true }).fill(hub.credentials.connectionString)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(
    page.getByText(/It has 25 devices\. One sync reads about \d+ of the 400,000 messages/),
  ).toBeVisible()
  await expectNoFaults(page)
  await forward(page)

  await page.getByRole("switch", { name: "Off" }).click()
  await page.getByLabel("Devices of an unknown model").selectOption("create")
  await forward(page)
  await expect(page.getByRole("radio", { name: "Every 5 minutes" })).toBeChecked()
  await expect(page.getByText(/^Every 5 minutes takes about [\d,]+ of the 400,000 messages/)).toBeVisible()
  const intervals = page.getByRole("radiogroup", { name: "Sync devices" })
  await intervals.getByText("Every hour").click()
  await expect(page.getByText(/^Every hour takes about [\d,]+ of the 400,000 messages/)).toBeVisible()
  await intervals.getByText("Every 5 minutes").click()
  await page.getByRole("switch", { name: "Scheduled sync is on" }).click()
  await forward(page)
  await expect(page.getByText("Create the missing models")).toBeVisible()
  await expect(page.getByText("SharedAccessKey=")).toBeHidden()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("Azure IoT Hub is connected")).toBeVisible()

  await page.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(page.getByText("25 devices synced").first()).toBeVisible()
  await page.goto("/devices?search=Edge")
  await expect(page.getByText("Edge 10", { exact: true }).first()).toBeVisible()
  await page.goto("/devices?kind=concentrator")
  await page.getByText("Roof 12", { exact: true }).first().click()
  await expect(page.getByText("Concentrator", { exact: true }).first()).toBeVisible()
  const station = page.getByRole("region", { name: "Concentrator", exact: true })
  await expect(station).toContainText(/Region(EU|US|AS)_/)
  await expect(station).toContainText(/Client thumbprint([0-9A-F]{2}:){19}/)
  await expect(station).toContainText("hwspec")
  await expectNoFaults(page)
})

test("S3-AZURE-DEVICES the wizard asks for an application's secrets where Entra ID is chosen", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^Azure IoT Hub/ }).click()
  await forward(page)
  await page.getByLabel("Sign in with").selectOption("entra")
  await expect(page.getByText("az role assignment create")).toBeVisible()
  await page.getByLabel("Endpoint").fill(hub.url)
  await page.getByLabel("Sign-in address").fill(hub.url)
  await page.getByLabel("Host name of the hub").fill(hub.hostName)
  await page.getByLabel("Tenant ID").fill(hub.entraCredentials.tenantId)
  await page.getByLabel("Client ID").fill(hub.entraCredentials.clientId)
  await page.getByLabel("Client secret").fill("not-the-secret")
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/refused the client secret/)).toBeVisible()
  await page.getByLabel("Client secret").fill(hub.entraCredentials.clientSecret)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/It has 25 devices/)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoFaults(page)
})
