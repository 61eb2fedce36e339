import { beforeAll, expect, test } from "vitest"
import { sessionMember } from "@/lib/auth/session-member"
import { prisma } from "@/lib/db/client"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import { chooseAccount } from "./choose-account"
import { listOwnAccounts } from "./list-own-accounts"

testDatabase()

let first: Tenant
let second: Tenant
beforeAll(async () => {
  first = await makeTenant("Larkspur")
  second = await makeTenant("Acre")
  const { userId } = first.admin
  await prisma().membership.create({ data: { userId, accountId: second.accountId, role: "VIEWER" } })
})

test("O-TENANT somebody of two accounts is offered both, by name, and chooses between them alone", async () => {
  const names = (await listOwnAccounts(first.admin)).map(({ name }) => name)
  expect(names).toEqual(["Acre", "Larkspur"])
  expect(await chooseAccount(first.admin, { accountId: second.accountId })).toMatchObject({ name: "Acre" })
  await expect(chooseAccount(second.admin, { accountId: first.accountId })).rejects.toMatchObject({
    status: 404,
  })
})

test("O-TENANT the account that is chosen counts with the role there, and only while one belongs to it", async () => {
  const { userId } = first.admin
  expect(await sessionMember(userId, undefined)).toMatchObject({ accountId: first.accountId, role: "ADMIN" })
  expect(await sessionMember(userId, second.accountId)).toMatchObject({
    accountId: second.accountId,
    role: "VIEWER",
  })
  expect(await sessionMember(userId, "nonsense")).toMatchObject({ accountId: first.accountId })
  expect(await sessionMember(second.admin.userId, first.accountId)).toMatchObject({
    accountId: second.accountId,
  })
  await prisma().membership.deleteMany({ where: { userId, accountId: second.accountId } })
  expect(await sessionMember(userId, second.accountId)).toMatchObject({ accountId: first.accountId })
})
