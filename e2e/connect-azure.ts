import { expect, type Page } from "@playwright/test"
import type { AzureIotHubSimulator } from "@/simulators/azure-iot-hub/start-azure-iot-hub-simulator"

/** Connects a stand-in for an IoT hub with the wizard, to be synced by hand alone, and syncs its devices. */
export async function connectAzure(page: Page, hub: AzureIotHubSimulator): Promise<void> {
  const forward = () => page.getByRole("button", { name: "Continue", exact: true }).click()
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^Azure IoT Hub/ }).click()
  await forward()
  await page.getByLabel("Endpoint").fill(hub.url)
  await page.getByLabel("Connection string", { exact: true }).fill(hub.credentials.connectionString)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/It has \d+ devices/)).toBeVisible()
  await forward()
  await page.getByRole("switch", { name: "Off" }).click()
  await page.getByLabel("Devices of an unknown model").selectOption("create")
  await forward()
  await page.getByRole("switch", { name: "Scheduled sync is on" }).click()
  await forward()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("Azure IoT Hub is connected")).toBeVisible()
  await page.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(page.getByText(/\d+ devices synced/).first()).toBeVisible({ timeout: 60_000 })
}
