import { expect, type Page, test } from "@playwright/test"
import { connectMasterData } from "@/e2e/connect-master-data"
import { makeFullAccount } from "@/e2e/full-account"
import { openDatabase } from "@/e2e/pictures/prepare"
import { signIn } from "@/e2e/sign-in"
import { controlSimulator } from "@/e2e/simulator"
import { syncNow } from "@/e2e/sync-now"
import { startMasterDataSimulator } from "@/simulators/master-data/start-master-data-simulator"
import { startS3 } from "@/simulators/s3/start-s3"
import { budget, formatTable, type Measured, measure } from "./measure"

test("every page keeps within its budget of scripts, speed and access", async ({ page, baseURL }) => {
  const measured: Measured[] = [await measure({ name: "sign-in", url: `${baseURL}/sign-in`, cookie: null })]
  await signIn(page)
  await controlSimulator({ devices: 120 })
  await syncNow(page, "120 devices synced")
  const measureAll = async (pages: NamedPath[]) => {
    const cookie = await cookieOf(page)
    for (const [name, path] of pages) measured.push(await measure({ name, url: `${baseURL}${path}`, cookie }))
  }
  await measureAll(await pagesOf(page))
  await page.context().clearCookies()
  const further = await furtherPages()
  await signIn(page, full)
  await measureAll(further)
  await measureAll(await listPages(page))
  console.log(`\n${formatTable(measured)}\n`)
  for (const { name, ...found } of measured) {
    expect.soft(found.scripts, `${name}: kB of scripts`).toBeLessThanOrEqual(budget.scripts)
    expect.soft(found.performance, `${name}: performance`).toBeGreaterThanOrEqual(budget.performance)
    expect.soft(found.accessibility, `${name}: accessibility`).toBe(100)
    expect.soft(found.bestPractices, `${name}: best practices`).toBe(100)
    expect.soft(found.faults, `${name}: what was marked down`).toEqual([])
    expect.soft(found.shift, `${name}: layout shift`).toBeLessThan(budget.shift)
  }
})

type NamedPath = [name: string, path: string]

const full = "fay@example.com"

/** The pages of what the demo's own integration does not have. */
async function furtherPages(): Promise<NamedPath[]> {
  const database = await openDatabase()
  const { "/models/[id]": models = [], "/circuits/[id]": circuits = [] } = await makeFullAccount(full)
  await database.leave()
  return [
    ["models", "/models"],
    ["model", models[0] ?? "/models"],
    ["circuits", "/circuits"],
    ["circuit", circuits[0] ?? "/circuits"],
    ["planners", "/circuits/planners"],
    ["notifications", "/settings/notifications"],
  ]
}

/** The pages of a list, once one was published. */
async function listPages(page: Page): Promise<NamedPath[]> {
  const source = await startMasterDataSimulator({ items: 60 })
  const s3 = await startS3()
  await connectMasterData(page, source, s3, 60)
  await Promise.all([source.stop(), s3.stop()])
  return [
    ["list", "/ineligible-items"],
    ["list versions", "/ineligible-items/versions"],
    ["list version", await firstLink(page, "/ineligible-items/versions", "Table of versions")],
  ]
}

/** Where the first link of a page's table leads. */
async function firstLink(page: Page, path: string, table: string): Promise<string> {
  await page.goto(path)
  const link = page.getByRole("region", { name: table }).locator("tbody a").first()
  return (await link.getAttribute("href")) ?? path
}

/** The pages that are measured, by name; those of one device and one run are found by following their links. */
async function pagesOf(page: Page): Promise<NamedPath[]> {
  return [
    ["dashboard", "/"],
    ["integrations", "/settings/integrations"],
    ["connect a system", "/settings/integrations/new"],
    ["account", "/settings/account"],
    ["devices", "/devices"],
    ["device", await firstLink(page, "/devices", "Table of devices")],
    ["syncs", "/syncs"],
    ["run", await firstLink(page, "/syncs", "Syncs")],
    ["held removals", "/holds"],
  ]
}

const cookieOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")
