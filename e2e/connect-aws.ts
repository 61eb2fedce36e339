import { expect, type Page } from "@playwright/test"
import type { AwsIotSimulator } from "@/simulators/aws-iot/start-aws-iot-simulator"

/** Connects a stand-in for AWS IoT with the wizard, to be synced by hand alone, and syncs it. */
export async function connectAws(page: Page, aws: AwsIotSimulator): Promise<void> {
  const forward = () => page.getByRole("button", { name: "Continue", exact: true }).click()
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^AWS IoT/ }).click()
  await forward()
  await page.getByLabel("Region").fill(aws.region)
  await page.getByLabel("Endpoint").fill(aws.url)
  await page.getByLabel("Access key ID").fill(aws.credentials.accessKeyId)
  await page.getByLabel("Secret access key").fill(aws.credentials.secretAccessKey)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/Connected to AWS IoT in/)).toBeVisible()
  await forward()
  await forward()
  await page.getByRole("switch", { name: "Scheduled sync is on" }).click()
  await forward()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("AWS IoT is connected")).toBeVisible()
  await page.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(page.getByText(/\d+ records synced/).first()).toBeVisible({ timeout: 60_000 })
}
