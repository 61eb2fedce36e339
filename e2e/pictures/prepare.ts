import { createAccount } from "@/lib/accounts/create-account"
import { createUser } from "@/lib/accounts/create-user"
import { closeDatabase, pool, prisma } from "@/lib/db/client"
import { takeSnapshots } from "@/lib/inventory/circuits/snapshots/take-snapshots"
import { openGround } from "@/lib/tooling/ground"
import { demoPassword } from "@/prisma/seed"
import { addAttributes, addDevices, thinOutDays } from "./store"

/** Joins the demo's database, for states that no simulator brings about. */
export async function openDatabase(): Promise<{ leave: () => Promise<void> }> {
  const ground = await openGround({ set: { ROLLCALL_HOME: process.env.E2E_HOME ?? "" }, migrate: false })
  return {
    leave: async () => {
      await closeDatabase()
      await ground.leave()
    },
  }
}

/** An account with one admin, who signs in with the demo's password. Gives its id. */
export async function makeAccount(name: string, email: string): Promise<string> {
  const { id: accountId } = await createAccount(prisma(), { name })
  await createUser(prisma(), { accountId, email, name: "Nora New", role: "ADMIN", password: demoPassword })
  return accountId
}

/** A second account for somebody. */
export async function addToAccount(email: string, accountName: string): Promise<void> {
  const { id: accountId } = await createAccount(prisma(), { name: accountName })
  const { id: userId } = await prisma().user.findUniqueOrThrow({ where: { email } })
  await prisma().membership.create({ data: { accountId, userId, role: "MEMBER" } })
}

const dayMs = 24 * 3600_000

/** Gives every circuit eleven days before today, each a little less planned than the next. */
export async function fillDays(): Promise<void> {
  const { id } = await prisma().integration.findFirstOrThrow({ where: { provider: "workstudio" } })
  for (let ago = 11; ago >= 1; ago--) {
    await takeSnapshots(pool(), { integrationId: id, now: new Date(Date.now() - ago * dayMs) })
  }
  await pool().query(thinOutDays, [id])
}

export const fillAttributes = (deviceName: string) => pool().query(addAttributes, [deviceName])

export async function fillFleet(accountId: string, devices: number): Promise<void> {
  await pool().query(addDevices, [accountId, devices])
  await pool().query("analyze devices")
}
