import type { PoolClient } from "pg"
import { beginInTurn } from "@/lib/db/begin-in-turn"
import { inTransaction } from "@/lib/db/in-transaction"

/** Runs `act` in one transaction: no run is merging into this account's inventory meanwhile, and none begins to. */
export const inInventory = <T>(accountId: string, act: (client: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(act, (client) => beginInTurn(client, accountId))
