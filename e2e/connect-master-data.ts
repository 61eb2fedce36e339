import { expect, type Page } from "@playwright/test"
import type { MasterDataSimulator } from "@/simulators/master-data/start-master-data-simulator"
import { demoS3 } from "@/simulators/s3/credentials"
import type { S3Simulator } from "@/simulators/s3/start-s3"

const forward = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click()

/** Connects stand-ins for master data and S3 with the wizard, to be published by hand alone, and publishes so many items. */
export async function connectMasterData(
  page: Page,
  source: MasterDataSimulator,
  s3: S3Simulator,
  items: number,
): Promise<void> {
  await page.goto("/ineligible-items")
  await page.getByRole("link", { name: "Connect master data" }).click()
  await page.getByRole("radio", { name: /^Master data to S3/ }).click()
  await forward(page)
  await page.getByLabel("Sign-in").selectOption("bearer")
  await page.getByLabel("Endpoint", { exact: true }).fill(source.url)
  await page.getByLabel("Bucket", { exact: true }).fill(demoS3.bucket)
  await page.getByLabel("S3 endpoint").fill(s3.url)
  await page.getByLabel("Bearer token").fill(source.credentials.bearerToken)
  await page.getByLabel("Subscription key").fill(source.credentials.subscriptionKey)
  await page.getByLabel("Access key ID").fill(demoS3.accessKeyId)
  await page.getByLabel("Secret access key").fill(demoS3.secretAccessKey)
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(
    page.getByText(`has ${items} items of Ineligible items. Nothing is published at`),
  ).toBeVisible()
  await forward(page)
  await forward(page)
  await expect(page.getByRole("radiogroup", { name: "Publish the list" })).toBeVisible()
  await page.getByRole("switch", { name: "Scheduled sync is on" }).click()
  await forward(page)
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("Master data to S3 is connected")).toBeVisible()
  await page.getByRole("button", { name: "Publish Now" }).click()
  await expect(page.getByText(`${items} items published`).first()).toBeVisible()
}
