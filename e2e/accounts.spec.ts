import { prisma } from "@/lib/db/client"
import { expectNoFaults } from "./expect-no-faults"
import { makeAccount, openDatabase } from "./pictures/prepare"
import { signIn } from "./sign-in"
import { expect, test } from "./test"

const email = "dora@example.com"

test.beforeAll(async () => {
  const database = await openDatabase()
  await makeAccount("Alder Clinic", email)
  const { id: accountId } = await prisma().account.create({ data: { name: "Birch Clinic" } })
  const { id: userId } = await prisma().user.findUniqueOrThrow({ where: { email } })
  await prisma().membership.create({ data: { accountId, userId, role: "VIEWER" } })
  await database.leave()
})

test("O-TENANT who belongs to several accounts changes over at the top of every page, and all tabs follow", async ({
  page,
  context,
}) => {
  await signIn(page, email)
  const other = await context.newPage()
  await other.goto("/devices")
  await page.goto("/settings/account")
  await page.getByRole("button", { name: "Account: Alder Clinic" }).click()
  await expect(page.getByRole("menuitemradio", { name: "Alder Clinic" })).toBeChecked()
  await expectNoFaults(page)
  await page.getByRole("menuitemradio", { name: "Birch Clinic" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Account: Birch Clinic" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Nora New" })).toContainText("Viewer")
  await expect(other.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible()
  await expect(other.getByRole("button", { name: "Account: Birch Clinic" })).toBeVisible()
})
