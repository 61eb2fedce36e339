import type { PrismaClient } from "@/lib/db/generated/client"
import type { DeviceSource } from "@/lib/domain/account"

/** Makes an account, for the command line and the demo. Its devices are kept by hand until an MDM is connected. */
export async function createAccount(
  db: PrismaClient,
  { name, deviceSource = "database" }: { name: string; deviceSource?: DeviceSource },
): Promise<{ id: string; name: string }> {
  return db.account.create({ data: { name, deviceSource }, select: { id: true, name: true } })
}
