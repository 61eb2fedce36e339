import type { Integration, Prisma } from "@/lib/db/generated/client"
import { RequestError } from "@/lib/domain/problem"
import { viaPrisma } from "@/lib/jobs/enqueue"
import { lockState } from "./outcome/store"
import { lockSchedules } from "./schedules/lock-schedules"

/**
 * To begin a transaction that writes an integration anew: the row as it is now. To its end nobody changes that or its schedules,
 * and no run that ends counts itself. Throws 404 when it was removed since it was asked for.
 */
export async function lockIntegration(tx: Prisma.TransactionClient, id: string): Promise<Integration> {
  const db = viaPrisma(tx)
  await lockSchedules(db, id)
  await db.query(lockState, [id])
  const found = await tx.integration.findFirst({ where: { id, deletedAt: null } })
  if (found === null) throw new RequestError(404, "This integration was removed while it was being saved.")
  return found
}
