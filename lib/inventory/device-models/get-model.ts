import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { DeviceModelDetail } from "@/lib/domain/device-model"
import { RequestError } from "@/lib/domain/problem"
import { type ModelRow, modelFromRow } from "./model-row"
import { selectModel } from "./query/store"

/** A model of the actor's account. Throws 404. */
export async function getModel(actor: Actor, id: string): Promise<DeviceModelDetail> {
  const { rows } = await pool().query<ModelRow>(selectModel, [actor.accountId, id])
  if (rows[0] !== undefined) return modelFromRow(rows[0])
  throw new RequestError(404, "There is no device model with this id in your account.")
}
