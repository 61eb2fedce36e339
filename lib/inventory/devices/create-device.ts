import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { DeviceDetail } from "@/lib/domain/device"
import type { DeviceInput } from "@/lib/domain/device-input"
import { RequestError } from "@/lib/domain/problem"
import { serialKey } from "@/lib/domain/serial-key"
import { getDevice } from "./get-device"
import { inInventory } from "./in-inventory"
import { insertByHand } from "./query-store"

/**
 * Takes in a device kept by hand; admins only. A later sync that reports its serial joins it. Throws 403, and 409 when a
 * device of the account, also a retired one, has the serial.
 */
export async function createDevice(actor: Actor, input: DeviceInput): Promise<DeviceDetail> {
  authorize(actor, "ADMIN")
  const { accountId, userId } = actor
  const { name, serialNumber, model, modelIdentifier, type, kind, assignedTo, osVersion } = input
  const key = serialKey(serialNumber)
  // A run that plans to create the same serial must see this one, or come after
  const id = await inInventory(accountId, async (client) => {
    const { rows } = await client.query<{ id: string }>(insertByHand, [
      accountId,
      name,
      serialNumber,
      key,
      model,
      modelIdentifier,
      type,
      kind,
      assignedTo,
      osVersion,
      JSON.stringify({ ...input, serialKey: key }),
      userId,
    ])
    return rows[0]?.id
  })
  if (id !== undefined) return getDevice(actor, id)
  const message = `A device with the serial number ${serialNumber} is already there.`
  throw new RequestError(409, message, { serialNumber: [message] })
}
