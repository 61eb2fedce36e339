import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { holdFromRow } from "./hold-from-row"
import { selectHold } from "./store"

/** Throws 404. */
export async function getHold(actor: Actor, holdId: string): Promise<RemovalHoldView> {
  const { rows } = await pool().query(selectHold, [actor.accountId, holdId])
  if (rows[0] === undefined) throw new RequestError(404, "There is no hold with this id in your account.")
  return holdFromRow(rows[0])
}
