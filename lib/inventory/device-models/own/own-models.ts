import { authorize } from "@/lib/auth/authorize"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { DeviceModelDetail, DeviceModelInput } from "@/lib/domain/device-model"
import { RequestError } from "@/lib/domain/problem"
import { getModel } from "@/lib/inventory/device-models/get-model"
import { inInventory } from "@/lib/inventory/devices/in-inventory"
import { deleteOwn, insertOwn } from "./store"

/**
 * Makes a model of the account's own, so that devices that name it come in (S3-MODEL); admins only. A provider that has one of
 * that name later takes it over. Throws 403, and 409 when the name is known already.
 */
export async function createModel(
  actor: Actor,
  { name, kind, description }: DeviceModelInput,
): Promise<DeviceModelDetail> {
  authorize(actor, "ADMIN")
  const fields = { name, kind, description, deprecated: false }
  // A run may be making the same one
  const id = await inInventory(actor.accountId, async (client) => {
    const values = [actor.accountId, name, JSON.stringify(fields), actor.userId]
    return (await client.query<{ id: string }>(insertOwn, values)).rows[0]?.id
  })
  if (id !== undefined) return getModel(actor, id)
  const message = `A model named "${name}" is known already.`
  throw new RequestError(409, message, { name: [message] })
}

/** Deletes a model of the account's own; admins only. Devices that name it stay. Throws 403, 404, and 409 for a provider's. */
export async function deleteModel(actor: Actor, id: string): Promise<void> {
  authorize(actor, "ADMIN")
  const { source } = await getModel(actor, id)
  const { rowCount } = await pool().query(deleteOwn, [actor.accountId, id])
  if (rowCount === 1) return
  throw new RequestError(
    409,
    `This model comes from ${source?.name ?? "a connected system"}, so it goes when it is gone there.`,
  )
}
