import { createAccount } from "@/lib/accounts/create-account"
import { createUser } from "@/lib/accounts/create-user"
import { pool, prisma } from "@/lib/db/client"
import { openGround } from "@/lib/tooling/ground"
import { demoPassword } from "@/prisma/seed"
import { addAttributes, addDevices } from "./store"

/** Joins the demo's database, for states that no simulator brings about. */
export async function openDatabase(): Promise<{ leave: () => Promise<void> }> {
  const ground = await openGround({ set: { ROLLCALL_HOME: process.env.E2E_HOME ?? "" }, migrate: false })
  return {
    leave: async () => {
      await pool().end()
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

export const fillAttributes = (deviceName: string) => pool().query(addAttributes, [deviceName])

export async function fillFleet(accountId: string, devices: number): Promise<void> {
  await pool().query(addDevices, [accountId, devices])
  await pool().query("analyze devices")
}
