import {
  type MasterDataSimulator,
  startMasterDataSimulator,
} from "@/simulators/master-data/start-master-data-simulator"
import { makeItems } from "@/simulators/master-data/world"
import { type S3Simulator, startS3 } from "@/simulators/s3/start-s3"
import { connectMasterData } from "./connect-master-data"
import { expectNoFaults } from "./expect-no-faults"
import { signIn } from "./sign-in"
import { expect, test } from "./test"

let source: MasterDataSimulator
let s3: S3Simulator
test.beforeAll(async () => {
  source = await startMasterDataSimulator({ items: 60 })
  s3 = await startS3()
})
test.afterAll(async () => {
  await source.stop()
  await s3.stop()
})

const published = async () =>
  JSON.parse((await s3.read("cache/ineligible-items.json"))?.body ?? "[]").length as number

test("S1-READ S1-GUARD master data is connected and published; an empty reply is held, a smaller list approved", async ({
  page,
}) => {
  await signIn(page)
  await connectMasterData(page, source, s3, 60)
  expect(await published()).toBe(60)

  await page.getByRole("link", { name: "See the list" }).click()
  await expect(
    page.getByRole("region", { name: "Table of Ineligible items" }).locator("tbody tr"),
  ).toHaveCount(50)
  const rule = makeItems(60, 1).find(({ type_of_treatment }) => type_of_treatment === null)
  await page.getByLabel("Country").fill(String(rule?.country_of_origin))
  await page.getByLabel("Commodity code").fill(`${rule?.commodity_code}99`)
  await page.getByRole("button", { name: "Look up" }).click()
  const answer = page.getByRole("status").filter({ hasText: "is banned" })
  await expect(answer).toBeVisible()
  await page.getByLabel("Country").fill("")
  await expect(answer).toBeHidden()
  await page.getByLabel("Country").fill(String(rule?.country_of_origin))
  await expect(answer).toBeVisible()
  await expectNoFaults(page)

  source.control({ faults: [{ kind: "empty" }] })
  await page.getByRole("button", { name: "Publish now" }).click()
  await expect(page.getByText("A newer list waits for an admin")).toBeVisible()
  await expect(page.getByText(/sent no items at all, but 60 are published/).first()).toBeVisible()
  expect(await published()).toBe(60)

  source.control({ faults: [], removeFirst: 40 })
  await page.getByRole("button", { name: "Publish now" }).click()
  await expect(page.getByText(/would shrink from 60 to 20 items/).first()).toBeVisible()
  await page.getByRole("link", { name: "Look at it and decide" }).click()
  await expect(
    page.getByRole("region", { name: "Table of items that would be gone" }).locator("tbody tr"),
  ).toHaveCount(40)
  await expect(page.getByRole("checkbox")).toHaveCount(0)
  await page.getByRole("button", { name: "Approve the list" }).click()
  await expect(page.getByRole("alertdialog")).toContainText("Approving publishes 20 items: 40 bans end.")
  await page.getByRole("alertdialog").getByRole("button", { name: "Approve the list" }).click()
  await expect.poll(published).toBe(20)

  await page.goto("/ineligible-items/versions")
  await page.getByRole("link", { name: "2", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Version 2" })).toBeVisible()
  await expect(page.getByText(/Against version 1: 0 added, 40 gone, 20 items as before/)).toBeVisible()
  await expect(page.getByRole("region", { name: "Delivery proof" })).toContainText(
    "trade-lists/cache/ineligible-items.json",
  )
  await expect(page.getByRole("region", { name: "What went into it" })).toContainText(
    "Held because it looked like an accident, approved by",
  )
  await expectNoFaults(page)
})
