import type { PoolClient } from "pg"
import { RequestError } from "@/lib/domain/problem"
import { selectMember } from "./planners/store"

/** Throws 422 when the user is no member of the account. */
export async function assertMember(client: PoolClient, accountId: string, userId: string): Promise<void> {
  const { rowCount } = await client.query(selectMember, [accountId, userId])
  if (rowCount === 1) return
  const message = "There is no member with this id in your account."
  throw new RequestError(422, message, { userId: [message] })
}
