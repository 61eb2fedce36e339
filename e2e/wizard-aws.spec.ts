import { type AwsIotSimulator, startAwsIotSimulator } from "@/simulators/aws-iot/start-aws-iot-simulator"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { expect, type Page, test } from "./test"

let aws: AwsIotSimulator
test.beforeAll(async () => {
  aws = await startAwsIotSimulator({ devices: 25 })
})
test.afterAll(() => aws.stop())

const forward = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click()

test("S3-AWS-THINGS S3-AWS-GREENGRASS AWS IoT is connected with the wizard, and its things come", async ({
  page,
}) => {
  await signIn(page)
  await page.goto("/settings/integrations/new")
  await page.getByRole("radio", { name: /^AWS IoT/ }).click()
  await forward(page)

  await expect(page.getByText("greengrass:ListInstalledComponents").first()).toBeAttached()
  await page.getByLabel("Region").fill(aws.region)
  await page.getByLabel("Endpoint").fill(aws.url)
  await page.getByLabel("Access key ID").fill(aws.credentials.accessKeyId)
  await page.getByLabel("Secret access key").fill(aws.credentials.secretAccessKey)
  aws.control({ faults: [{ kind: "denied", actions: ["iot:ListThingTypes", "greengrass:GetDeployment"] }] })
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/they lack .*iot:ListThingTypes.*greengrass:GetDeployment/)).toBeVisible()
  aws.control({ faults: [] })
  await page.getByRole("button", { name: "Check connection" }).click()
  await expect(page.getByText(/Connected to AWS IoT in eu-central-1.*account 123456789012/)).toBeVisible()
  await expectNoFaults(page)
  await forward(page)

  await forward(page)
  await page.getByRole("switch", { name: "Scheduled sync is on" }).click()
  await forward(page)
  await expect(page.getByText(aws.credentials.secretAccessKey)).toBeHidden()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(page.getByText("AWS IoT is connected")).toBeVisible()

  await page.getByRole("button", { name: "Sync Devices Now" }).click()
  await expect(page.getByText("36 records synced").first()).toBeVisible()
  await page.goto("/devices?search=gateway-000001")
  await page.getByText("gateway-000001", { exact: true }).first().click()
  await expect(page.getByText("com.example.Filter").first()).toBeVisible()
  await expectNoFaults(page)
})
